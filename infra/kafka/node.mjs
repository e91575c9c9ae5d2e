import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runs } from './jars.mjs';
import { settingsOf } from './node-settings.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const PATIENCE = 15_000;
const QUICK = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];

/** One Kafka process on this machine, with its folder. It ends with the process that started it, however that ends. */
export class KafkaNode {
  /** `all`: every node of the cluster, this one among them. */
  constructor(place, all, folder, classPath, heap) {
    Object.assign(this, place);
    this.all = all;
    this.folder = folder;
    this.classPath = classPath;
    this.heap = heap;
    this.pidFile = join(folder, 'pid');
    this.logFile = join(folder, 'kafka.log');
    this.settingsFile = join(folder, 'server.properties');
  }

  get address() {
    return `127.0.0.1:${this.port}`;
  }

  get pid() {
    return this.child?.pid;
  }

  get runs() {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  java(...args) {
    return [
      `-Xmx${this.heap}m`,
      ...QUICK,
      `-Dlog4j2.configurationFile=${join(here, 'log4j2.properties')}`,
      `-Dtaizhang.kafka.log=${this.logFile}`,
      '-cp',
      this.classPath,
      ...args,
    ];
  }

  /** Makes the folder ready to be started in, unless it is; data of another cluster is refused. */
  async format(clusterId) {
    mkdirSync(join(this.folder, 'data'), { recursive: true });
    writeFileSync(this.settingsFile, settingsOf(this, this.all, join(this.folder, 'data')));
    const meta = join(this.folder, 'data', 'meta.properties');
    if (existsSync(meta)) {
      if (!readFileSync(meta, 'utf8').includes(`cluster.id=${clusterId}`))
        throw new Error(`${this.folder} holds data of another cluster`);
      return;
    }
    const args = ['kafka.tools.StorageTool', 'format', '--cluster-id', clusterId, '--config', this.settingsFile];
    const { code, said } = await runs('java', this.java(...args));
    if (code !== 0) throw new Error(`${this.folder} could not be formatted:\n${said}`);
  }

  /** Starts the process; an orphan of an earlier start is stopped first. It does not wait until the node answers. */
  async start() {
    if (this.runs) return;
    await this.stopOrphan();
    const child = spawn('java', this.java('kafka.Kafka', this.settingsFile), { stdio: 'ignore' });
    child.on('error', () => undefined);
    this.child = child;
    writeFileSync(this.pidFile, String(child.pid));
    // Reads its standard input to the end, which comes when we are gone, and then ends the node.
    const watch = spawn('sh', ['-c', 'cat > /dev/null; kill "$0"', String(child.pid)], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    watch.stdin.on('error', () => undefined);
    watch.unref();
    watch.stdin.unref?.();
    child.once('exit', () => {
      watch.kill('SIGKILL');
      rmSync(this.pidFile, { force: true });
    });
  }

  /** Ends the node without warning. */
  async kill(signal = 'SIGKILL') {
    if (!this.runs) return;
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    if (signal === 'SIGKILL' || signal === 'SIGTERM') await exit;
  }

  /** Lets the node put its data away; one that takes too long is ended. */
  async stop() {
    if (!this.runs) return;
    const exit = once(this.child, 'exit');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE);
    this.child.kill('SIGTERM');
    this.child.kill('SIGCONT');
    await exit;
    clearTimeout(timer);
  }

  /** Takes all data away; the node must not run. */
  wipe() {
    rmSync(join(this.folder, 'data'), { recursive: true, force: true });
  }

  async stopOrphan() {
    if (!existsSync(this.pidFile)) return;
    const pid = Number(readFileSync(this.pidFile, 'utf8'));
    const isOurs = () => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(this.settingsFile);
      } catch {
        return false;
      }
    };
    if (Number.isInteger(pid) && pid > 0 && isOurs()) {
      process.kill(pid, 'SIGTERM');
      for (let waited = 0; isOurs(); waited += 100) {
        if (waited > PATIENCE) process.kill(pid, 'SIGKILL');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    rmSync(this.pidFile, { force: true });
  }
}
