import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '../support/embedded-server.js';
import { describeWithKafka, freshPrefix, kafkaBrokers } from '../support/kafka.js';
import { runCli } from './run-cli.js';

describeWithKafka('the demo over Kafka', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the demo in folders of its own and gives what it wrote, by name. */
  const sheets = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<object> => {
    const data = temporaryFolder();
    const out = mkdtempSync(join(tmpdir(), 'taizhang-out-'));
    folders.push(data, out);
    const run = await runCli(['demo', '--once', '--data-dir', join(data, 'data'), '--out', out, ...args], env);
    expect(`${run.code} ${run.code === 0 ? '' : run.err}`).toBe('0 ');
    const names = readdirSync(out).filter((name) => name.endsWith('.indicators.json'));
    return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(out, name), 'utf8')]));
  };

  it('gives, byte for byte, the figures that one process gives', async () => {
    const alone = await sheets([], {});
    const distributed = await sheets(['--kafka'], {
      KAFKA_BROKERS: kafkaBrokers().join(','),
      KAFKA_PREFIX: freshPrefix(),
    });
    expect(Object.keys(alone)).toHaveLength(5);
    expect(distributed).toEqual(alone);
  }, 600_000);
});
