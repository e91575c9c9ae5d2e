import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startKafka } from '../../infra/kafka/cluster.mjs';
import { KafkaUnavailable } from '../../infra/kafka/jars.mjs';

/** Test files of a run that meet Kafka, told by what they import. */
const filesWithKafka = ({ rootDir, testPathPatterns }) => {
  const patterns = testPathPatterns.patterns.map((pattern) => new RegExp(pattern));
  return ['apps', 'libs', 'test']
    .flatMap((room) => readdirSync(join(rootDir, room), { recursive: true }).map((name) => join(rootDir, room, name)))
    .filter((path) => path.endsWith('spec.ts') && !path.includes('node_modules'))
    .filter((path) => patterns.length === 0 || patterns.some((pattern) => pattern.test(path)))
    .filter((path) => /\/kafka\.js'/.test(readFileSync(path, 'utf8')));
};

/**
 * Gives the run a Kafka where a test of it needs one: the one that KAFKA_BROKERS names, or one of its own. Where there can
 * be none, `TAIZHANG_TEST_NO_KAFKA` says why; with REQUIRE_KAFKA=1 the run fails instead.
 */
export const setUpKafka = async (config) => {
  if (process.env.TAIZHANG_TEST_KAFKA) return;
  const files = filesWithKafka(config);
  if (files.length === 0) return;
  if (process.env.KAFKA_BROKERS) {
    process.env.TAIZHANG_TEST_KAFKA = process.env.KAFKA_BROKERS;
    return;
  }
  try {
    globalThis.testKafka = await startKafka();
    process.env.TAIZHANG_TEST_KAFKA = globalThis.testKafka.brokers.join(',');
  } catch (error) {
    if (!(error instanceof KafkaUnavailable) || process.env.REQUIRE_KAFKA === '1') throw error;
    process.env.TAIZHANG_TEST_NO_KAFKA = error.message;
    globalThis.testsWithoutKafka = files;
  }
};

export const tearDownKafka = async () => {
  await globalThis.testKafka?.stop();
  const left = globalThis.testsWithoutKafka;
  if (left !== undefined)
    console.warn(
      `\nLEFT OUT: the tests of ${left.length} files that meet Kafka. ${process.env.TAIZHANG_TEST_NO_KAFKA}\n${left
        .map((path) => `  ${path}\n`)
        .join('')}`,
    );
};
