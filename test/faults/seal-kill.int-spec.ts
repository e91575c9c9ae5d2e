import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { booksOf } from '#application/sealing/books.js';
import { parsePeriod } from '#kernel/period.js';
import { sealHash } from '#kernel/seal.js';
import { lines } from '#lines/index.js';
import { PROJECT, type Ran, runCli, spareFolder } from '../e2e/run-cli.js';
import { OFFICES, BUREAU, OFFICE } from '../e2e/api-world.js';
import { freshDatabase } from '../support/services.js';

jest.setTimeout(180_000);

const KILLS = process.env['FAULTS'] === 'long' ? 40 : 6;
const months = Array.from(
  { length: KILLS },
  (_, at) => `${2019 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
);

/** kill -9 of a process that closes the books, ever later in its work; then the same again, left alone. */
it(`a closing that was killed, ${KILLS} times over, ends in one seal with one hash when it is run again`, async () => {
  const database = await freshDatabase();
  const platform = await openPlatform({ databaseUrl: database.url, lines });
  const env = { DATABASE_URL: database.url, DATA_DIR: spareFolder };
  const args = (period: string) => [
    'seal',
    '--bureau',
    BUREAU,
    '--line',
    'corrections',
    '--period',
    period,
    '--explain',
    '演练',
    '--json',
  ];
  try {
    await platform.offices.save(OFFICES);
    for (const month of months)
      await platform.handler.handle({
        type: 'corrections.HoldSafetyScreening',
        streamId: randomUUID(),
        data: { heldOn: `${month}-15`, scope: 'corrections', screenedCount: 3, keyPersonsFound: [] },
        commandId: randomUUID(),
        bureau: BUREAU,
        office: OFFICE,
        principal: { name: 'clerk', roles: ['office-clerk'], offices: [BUREAU] },
        source: 'MANUAL',
        correlationId: randomUUID(),
      });
    const started = performance.now();
    expect((await runCli(args('2018'), env)).code).toBe(0);
    const whole = performance.now() - started;
    let sealedBeforeDeath = 0;
    for (const [at, month] of months.entries()) {
      const child = spawn(process.execPath, [join(PROJECT, 'dist/apps/cli/src/main.js'), ...args(month)], {
        cwd: PROJECT,
        env: { ...process.env, ...env },
        stdio: 'ignore',
      });
      const ended = once(child, 'exit');
      await pause((whole * (at + 1)) / (KILLS + 1));
      child.kill('SIGKILL');
      await ended;
      const period = parsePeriod(month);
      if (period === undefined) throw new Error(`no period ${month}`);
      const books = () => booksOf(platform, { bureau: BUREAU, line: 'corrections', period });
      const left = (await books()).seals;
      sealedBeforeDeath += left.length;
      const again: Ran = await runCli(args(month), env);
      expect([again.code, again.err]).toEqual([0, expect.any(String)]);
      const [answer] = JSON.parse(again.out) as { hash: string; number: number; recorded: boolean }[];
      const { seals, state } = await books();
      expect([seals.length, state]).toEqual([1, 'closed']);
      expect(seals[0]?.hash).toBe(answer?.hash);
      expect(seals[0] === undefined ? '' : sealHash(seals[0])).toBe(answer?.hash);
      expect(answer).toMatchObject({ number: 1, recorded: left.length === 0 });
    }
    process.stdout.write(
      `kill -9 of a closing: ${KILLS} kills over ${Math.round(whole)} ms, ${sealedBeforeDeath} after the seal\n`,
    );
  } finally {
    await platform.close();
    await database.drop();
  }
});
