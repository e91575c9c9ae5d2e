import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TokenFor, setUp, setupCodeIn, tokensOf } from './first-caller.js';
import { freePort } from './free-port.js';

/** One process of the distributed form as it is run for real, started again whenever it dies unasked. */
export class Service {
  private child: ChildProcess | undefined;
  private said = '';
  private wanted = false;
  restarts = 0;

  constructor(
    readonly name: string,
    private readonly app: 'api' | 'worker',
    readonly port: number,
    private readonly env: Readonly<Record<string, string>>,
    /** Whether a supervisor starts it again, as one does in production. */
    private readonly supervised: boolean,
  ) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What it wrote to stderr, for the message of a failing test. */
  get log(): string {
    return `${this.name}: ${this.said}`;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts it and waits for its one line, which it gives. */
  async start(): Promise<string> {
    this.wanted = true;
    const child = spawn(process.execPath, [join('dist', 'apps', this.app, 'src', 'main.js')], {
      env: { ...process.env, NODE_OPTIONS: '', HOST: '127.0.0.1', PORT: String(this.port), ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stderr?.on('data', (text: Buffer) => (this.said = `${this.said}${text.toString()}`.slice(-20_000)));
    child.once('exit', () => {
      if (!this.wanted || !this.supervised || this.child !== child) return;
      this.restarts += 1;
      void this.start().catch(() => undefined);
    });
    let line = '';
    for await (const text of child.stdout ?? []) {
      line += String(text);
      if (line.includes('\n')) break;
    }
    if (!line.includes('http://') && this.wanted) throw new Error(`${this.name} did not start: ${line}${this.said}`);
    return line;
  }

  /** Ends it without warning; a supervised one comes back. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await exit;
  }

  /** Asks it to end and gives its exit code. */
  async stop(): Promise<number | null> {
    this.wanted = false;
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    child.kill('SIGCONT');
    const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await exit;
    clearTimeout(timer);
    return child.exitCode;
  }

  /** Its metrics by name, labels left out. */
  async metrics(): Promise<ReadonlyMap<string, number>> {
    const text = await (await fetch(`${this.address}/metrics`)).text();
    return new Map(
      text
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => [line.slice(0, line.search(/[{ ]/)), Number(line.slice(line.lastIndexOf(' ')))]),
    );
  }

  async ready(milliseconds = 60_000): Promise<void> {
    for (const end = performance.now() + milliseconds; ;) {
      const answer = await fetch(`${this.address}/health/ready`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.status === 200) return;
      if (performance.now() > end) throw new Error(`${this.name} is not ready: ${this.said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export interface DeploymentOptions {
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  readonly prefix: string;
  readonly replicas?: number;
  readonly supervised?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** The distributed form on this machine: an API and workers as separate processes on one database and one cluster. */
export class Deployment {
  private readonly folder = mkdtempSync(join(tmpdir(), 'taizhang-deployment-'));
  private readonly services: Service[] = [];
  private tokens: TokenFor | undefined;

  constructor(private readonly options: DeploymentOptions) {}

  /** Of the program that may. */
  readonly token: TokenFor = (path) => this.tokens?.(path) ?? Promise.reject(new Error('nobody set it up'));

  /** Starts an API; by the first one everything is set up. */
  async api(name = 'api', more: Readonly<Record<string, string>> = {}): Promise<Service> {
    const service = await this.add(name, 'api', more);
    const line = await service.start();
    const code = this.tokens === undefined ? setupCodeIn(line) : undefined;
    if (code !== undefined) this.tokens = tokensOf(service.address, await setUp(service.address, code));
    return service;
  }

  async worker(name: string, roles: string, more: Readonly<Record<string, string>> = {}): Promise<Service> {
    const service = await this.add(name, 'worker', { WORKER_ROLES: roles, ...more });
    await service.start();
    return service;
  }

  private async add(name: string, app: 'api' | 'worker', more: Readonly<Record<string, string>>): Promise<Service> {
    const { databaseUrl, brokers, prefix, replicas = 1, supervised = false, env = {} } = this.options;
    const variables = {
      DATABASE_URL: databaseUrl,
      KAFKA_BROKERS: brokers.join(','),
      KAFKA_PREFIX: prefix,
      KAFKA_REPLICATION: String(replicas),
      DATA_DIR: this.folder,
      ...env,
      ...more,
    };
    const service = new Service(name, app, await freePort(), variables, supervised);
    this.services.push(service);
    return service;
  }

  /** Stops everything, the last started first. */
  async stop(): Promise<void> {
    for (const service of this.services.toReversed()) await service.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get log(): string {
    return this.services.map(({ log }) => log).join('\n');
  }
}
