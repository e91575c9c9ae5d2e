import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import kafkajs from 'kafkajs';
import { fetchJars } from './jars.mjs';
import { KafkaNode } from './node.mjs';

const READY = 60_000;

const portFree = async (port) => {
  const server = createServer();
  const tried = Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => Promise.reject(error)),
  ]);
  server.listen(port, '127.0.0.1');
  try {
    await tried;
  } catch (error) {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return undefined;
    throw error;
  }
  const { port: found } = server.address();
  server.close();
  await once(server, 'close');
  return found;
};

const freePort = async (wanted) => {
  const port = await portFree(wanted ?? 0);
  if (port === undefined) throw new Error(`port ${wanted} is taken`);
  return port;
};

/** The cluster a folder holds, or a new one; its ports are kept from start to start where they are still free. */
const placesIn = async (folder, brokers, firstPort) => {
  const file = join(folder, 'cluster.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (known !== undefined && known.nodes.length !== brokers)
    throw new Error(`${folder} holds a cluster of ${known.nodes.length}, not of ${brokers}`);
  const nodes = [];
  for (let at = 0; at < brokers; at += 1) {
    const before = known?.nodes[at];
    const port =
      firstPort === undefined ? before?.port && (await portFree(before.port)) : await freePort(firstPort + at);
    nodes.push({
      id: at + 1,
      port: port ?? (await freePort()),
      controllerPort: (before?.controllerPort && (await portFree(before.controllerPort))) ?? (await freePort()),
    });
  }
  const clusterId = known?.clusterId ?? randomBytes(16).toString('base64url').replace(/^-/, 'A');
  writeFileSync(file, JSON.stringify({ clusterId, nodes }));
  return { clusterId, nodes };
};

const answers = async (addresses, count) => {
  const client = new kafkajs.Kafka({
    clientId: 'taizhang-start',
    brokers: addresses,
    logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: 1000,
    requestTimeout: 3000,
    retry: { retries: 0 },
  });
  const admin = client.admin();
  try {
    await admin.connect();
    if ((await admin.describeCluster()).brokers.length < count) return false;
    // A young cluster has nobody yet to look after groups, and a consumer does not wait long for one.
    await admin.describeGroups(['taizhang-start']);
    return true;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};

/** A Kafka cluster of one node or three on this machine, on loopback only. */
class KafkaCluster {
  constructor(folder, temporary, clusterId, nodes) {
    this.folder = folder;
    this.temporary = temporary;
    this.clusterId = clusterId;
    this.nodes = nodes;
  }

  get brokers() {
    return this.nodes.map(({ address }) => address);
  }

  /** Starts every node that does not run and waits until all of them answer. */
  async start() {
    await Promise.all(this.nodes.map((node) => node.format(this.clusterId)));
    await Promise.all(this.nodes.map((node) => node.start()));
    await this.ready();
  }

  /** Waits until `count` nodes, all when absent, answer. @throws Error with the end of the log of a node that ended */
  async ready(count = this.nodes.length) {
    for (const until = Date.now() + READY; ;) {
      if (await answers(this.brokers, count)) return;
      const ended = this.nodes.filter(({ runs }) => !runs);
      if (this.nodes.length - ended.length < count) throw new Error(`a node ended:\n${ended.map(endOfLog).join('\n')}`);
      if (Date.now() > until)
        throw new Error(`not ready after ${READY / 1000} s:\n${this.nodes.map(endOfLog).join('\n')}`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  /** Deletes all data and begins as a new cluster at the same addresses. */
  async wipe() {
    await Promise.all(this.nodes.map((node) => node.kill()));
    for (const node of this.nodes) node.wipe();
    this.clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A');
    const file = join(this.folder, 'cluster.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), clusterId: this.clusterId }));
    await this.start();
  }

  async stop() {
    await Promise.all(this.nodes.map((node) => node.stop()));
    if (this.temporary) rmSync(this.folder, { recursive: true, force: true });
  }
}

const endOfLog = ({ logFile }) =>
  existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-2000) : `${logFile} is empty`;

/**
 * Starts Kafka and waits until it answers. `brokers`: 1 or 3. `dataDir`: kept from start to start; a temporary one, removed
 * at the end, where absent. `port`: of the first broker, the others follow; free ones where absent.
 * @throws KafkaUnavailable when there is no Java or Maven; Error saying why it did not start
 */
export const startKafka = async ({ brokers = 1, dataDir, port } = {}) => {
  const classPath = await fetchJars();
  const folder = dataDir === undefined ? mkdtempSync(join(tmpdir(), 'taizhang-kafka-')) : resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const { clusterId, nodes } = await placesIn(folder, brokers, port);
  const heap = brokers === 1 ? 512 : 384;
  const all = nodes.map((place) => new KafkaNode(place, nodes, join(folder, `node-${place.id}`), classPath, heap));
  const cluster = new KafkaCluster(folder, dataDir === undefined, clusterId, all);
  try {
    await cluster.start();
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
};
