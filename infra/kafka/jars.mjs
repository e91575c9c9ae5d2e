import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const OLDEST_JAVA = 17;

/** Why there is no Kafka to be had on this machine, said to whoever asked for one. */
export class KafkaUnavailable extends Error {}

const runs = (command, args, more = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...more });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });

/** @throws KafkaUnavailable when there is no Java, or an old one */
export const checkJava = async () => {
  const { said } = await runs('java', ['-version']).catch(() => ({ said: '' }));
  const version = Number(/version "(\d+)/.exec(said)?.[1] ?? 0);
  if (version === 0)
    throw new KafkaUnavailable(`Kafka needs Java ${OLDEST_JAVA} or newer, and there is no \`java\` here`);
  if (version < OLDEST_JAVA)
    throw new KafkaUnavailable(`Kafka needs Java ${OLDEST_JAVA} or newer; \`java\` here is ${version}`);
};

/**
 * Fetches Kafka's jars by Maven as pom.xml names them, unless they are there already. Gives the class path.
 * @throws KafkaUnavailable when Maven is missing or cannot fetch them
 */
export const fetchJars = async (folder = join(here, 'target')) => {
  await checkJava();
  const pom = join(here, 'pom.xml');
  const wanted = createHash('sha256').update(readFileSync(pom)).digest('hex');
  const marker = join(folder, 'fetched');
  const jars = join(folder, 'jars');
  const classPath = `${jars}/*`;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return classPath;
  rmSync(jars, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const goal = [
    'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
    `-DoutputDirectory=${jars}`,
    '-DincludeScope=runtime',
  ];
  const { code, said } = await runs('mvn', ['--batch-mode', '--quiet', '--file', pom, ...goal]).catch(() => {
    throw new KafkaUnavailable('Kafka is fetched by Maven, and there is no `mvn` here');
  });
  if (code !== 0) throw new KafkaUnavailable(`Maven could not fetch Kafka:\n${said.slice(-2000)}`);
  writeFileSync(marker, wanted);
  return classPath;
};

export { runs };
