import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type FreshDatabase, freshDatabase } from '../support/services.js';

const run = promisify(execFile);

/** Records one event on either side of midnight of the year in Shanghai and reads the figures of both years. */
const program = `
import { openPlatform } from './dist/libs/adapters/src/platform/open-platform.js';
import { evaluateIndicators } from './dist/libs/application/src/evaluate-indicators.js';
import { CommandHandler } from './dist/libs/application/src/handle-command.js';
import { dateInShanghai } from './dist/libs/kernel/src/dates.js';
import { fiscalYear } from './dist/libs/kernel/src/period.js';
import { lines } from './dist/libs/lines/index.js';
const [databaseUrl, keyFile] = process.argv.slice(1);
const platform = await openPlatform({ databaseUrl, lines, keyFile });
const unit = (code, parent, kind) => ({ code, parent, bureau: '430922', name: code, kind, validFrom: '2000-01-01', validTo: null, successor: null });
await platform.offices.save([unit('430922', null, 'bureau'), unit('43092201', '430922', 'justice-office')]);
const principal = { name: 'clerk', roles: ['office-clerk'], offices: ['430922'] };
const answers = [];
for (const instant of ['2022-12-31T23:59:59.999+08:00', '2023-01-01T00:00:00.000+08:00']) {
  const now = new Date(instant);
  const today = dateInShanghai(now);
  const clock = { now: () => ({ now: now.toISOString(), today }) };
  const handler = new CommandHandler({ ...platform, clock, calendar: platform.calendar });
  const order = (heldOn) => ({ type: 'corrections.HoldSafetyScreening', streamId: platform.ids.next(), commandId: platform.ids.next(), correlationId: platform.ids.next(),
    data: { heldOn, scope: 'corrections', screenedCount: 1, keyPersonsFound: [] }, bureau: '430922', office: '43092201', principal, source: 'MANUAL' });
  await handler.handle(order(today));
  const tomorrow = dateInShanghai(new Date(now.getTime() + 86_400_000));
  answers.push(today, await handler.handle(order(tomorrow)).then(() => 'accepted', (error) => error.rejection.details[0].code));
}
await platform.projector.catchUp();
const reading = { bureau: '430922', offices: ['430922', '43092201'] };
for (const year of [2022, 2023]) answers.push((await evaluateIndicators(platform.ledger, platform.registry, reading, fiscalYear(year), ['CC-25-screenings']))[0].value);
const { events } = await platform.feed.read(0, 10);
answers.push(...events.map(({ occurredOn }) => occurredOn), events.every(({ recordedAt }) => recordedAt.endsWith('Z') && Math.abs(Date.parse(recordedAt) - Date.now()) < 600_000));
await platform.close();
console.log(JSON.stringify(answers));
`;

describe('the year ends at midnight in Shanghai', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-zones-'));
  let database: FreshDatabase;

  beforeEach(async () => (database = await freshDatabase()));
  afterEach(() => database.drop());
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('with the server in %s', async (zone) => {
    const args = ['--input-type=module', '--eval', program, database.url, join(folder, 'person.key')];
    const { stdout } = await run(process.execPath, args, {
      env: { ...process.env, TZ: zone, PGTZ: zone, NODE_OPTIONS: '' },
    });
    expect(JSON.parse(stdout)).toEqual([
      '2022-12-31',
      'in-the-future',
      '2023-01-01',
      'in-the-future',
      '1',
      '1',
      '2022-12-31',
      '2023-01-01',
      true,
    ]);
  });
});
