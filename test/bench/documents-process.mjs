/**
 * One piece of work on documents in a process of its own, so that its memory is its own: `drafts` makes what every bureau of
 * a database owes for 2022, `register` writes a workbook of so many rows to nowhere. Prints what it took as one line of JSON.
 */
import { Writable } from 'node:stream';
import { writeRegisterWorkbook } from '../../dist/libs/adapters/src/documents/register-workbook.js';
import { draftSource } from '../../dist/libs/adapters/src/platform/draft-source.js';
import { openPlatform } from '../../dist/libs/adapters/src/platform/open-platform.js';
import { YearEnd } from '../../dist/libs/application/src/run-year-end.js';
import { lines } from '../../dist/libs/lines/index.js';

/** Ten past midnight on 1 January 2023, in Shanghai. */
const clock = { now: () => ({ now: '2022-12-31T16:10:00.000Z', today: '2023-01-01' }) };

/** Every draft of every bureau, as the scheduled run makes them. */
const drafts = async (databaseUrl) => {
  const platform = await openPlatform({ databaseUrl, lines });
  try {
    const yearEnd = new YearEnd({ ...platform, clock, source: draftSource({ ...platform, clock }) });
    while ((await yearEnd.step()) !== undefined);
    const { bureaus, drafts: made, failures } = await yearEnd.progress();
    return { bureaus, made, failures };
  } finally {
    await platform.close();
  }
};

const COLUMNS = [
  { title: '姓名', kind: 'text' },
  { title: '矫正类别', kind: 'text' },
  { title: '司法所', kind: 'text' },
  { title: '文书号', kind: 'text' },
  { title: '接收日期', kind: 'date' },
  { title: '期满日期', kind: 'date' },
  { title: '次数', kind: 'number' },
  { title: '状态', kind: 'text' },
];

async function* rowsOf(count) {
  for (let at = 0; at < count; at += 1) {
    const day = String((at % 28) + 1).padStart(2, '0');
    yield [
      `人员${at}`,
      '缓刑',
      `第${at % 15}司法所`,
      `湘0922执${at}号`,
      `2023-05-${day}`,
      `2025-05-${day}`,
      at % 97,
      '在矫',
    ];
  }
}

/** A workbook of a register; its bytes are counted and dropped. */
const register = async (rows) => {
  let bytes = 0;
  const nowhere = new Writable({
    write: (chunk, _, done) => {
      bytes += chunk.length;
      done();
    },
  });
  const sheet = { name: '在册社区矫正对象', columns: COLUMNS, date: '2023-12-06', author: 'bench' };
  const written = await writeRegisterWorkbook(nowhere, sheet, rowsOf(Number(rows)));
  return { written, bytes };
};

const [work, argument] = process.argv.slice(2);
const began = performance.now();
const result = await { drafts, register }[work](argument);
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify({ ...result, seconds, peakMiB: process.resourceUsage().maxRSS / 1024 }));
