import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { readWorkbook } from '#adapters/documents/former-workbook.js';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import { house } from '#kernel/term.js';
import { dossiers } from '#lines/dossiers/index.js';
import { lookRows } from '../security/look-rows.js';
import { notary } from '../support/notary.js';
import { describeWithOffice, printedPages } from '../support/office.js';
import { ApiWorld, BUREAU, OFFICE, OFFICE_2, type Person, matter } from './api-world.js';

const ROWS = 1_200;
const PATH = '/v1/registers/notary.matters/workbook';
const REASON = '年终核对';

/** The small line, with words for what its register shows. */
const told = {
  ...notary,
  terms: {
    ...notary.terms,
    'notary.matters': house('公证事项台账', 'matters'),
    'notary.matter.kind': house('类别', 'kind'),
    'notary.kind.will': house('遗嘱', 'will'),
  },
};

let world: ApiWorld;
let adult: string;
let minor: string;
let hidden: string;

const register = async (name: string, born: string): Promise<string> => {
  const body = { bureau: BUREAU, name, idType: 'none', sex: 'female', birthDate: born };
  return (await world.call('POST', '/v1/persons', { body })).body.personRef as string;
};
const accept = async (matterNo: string, office: string, personRef: string, acceptedOn = '2023-03-06') => {
  const sent = await world.command('accept-matter', randomUUID(), matter(matterNo, { personRef, acceptedOn }), {
    office,
  });
  expect(sent.status).toBe(201);
};

beforeAll(async () => {
  world = await ApiWorld.open([told, dossiers]);
  adult = await register('单雄信', '1980-05-06');
  minor = await register('司徒小乙', '2012-05-06');
  hidden = await register('欧阳密', '2012-05-06');
  for (let at = 0; at < ROWS; at += 1) await accept(`A-${at}`, OFFICE, randomUUID(), '2023-03-07');
  await accept('=1+1', OFFICE, adult, '2023-03-08');
  await accept('B-0', OFFICE_2, minor);
  await accept('B-1', OFFICE_2, hidden);
  const ground = '刑事诉讼法 第二百八十六条';
  expect((await world.call('POST', `/v1/persons/${hidden}/seal`, { as: 'minors', body: { ground } })).status).toBe(201);
  await world.platform.projector.catchUp();
}, 120_000);
afterAll(() => world.close());

const fetch = async (as: Person, query: Readonly<Record<string, string>> = { reason: REASON }) => {
  const found = await world.app.inject({
    ...{ method: 'GET', url: `${PATH}?${new URLSearchParams(query).toString()}` },
    headers: { authorization: `Bearer ${world.tokenOf(as)}` },
  });
  const records = await lookRows(world.platform.pool, String(found.headers['x-correlation-id']));
  return { status: found.statusCode, headers: found.headers, bytes: found.rawPayload, text: found.body, records };
};
/** Rows of texts, by a reader that shares nothing with the writer. */
const rowsIn = (bytes: Buffer): readonly (readonly string[])[] => {
  const [sheet] = readWorkbook(bytes).grids;
  const rows: string[][] = [];
  for (const { row, column, text } of sheet?.cells ?? []) (rows[row - 1] ??= [])[column - 1] = text;
  return rows.map((row) => Array.from(row, (text) => text ?? ''));
};

it('every row of the register, with names and in words, over more pages than one', async () => {
  const { status, headers, bytes } = await fetch('supervisor');
  expect([status, headers['content-type']]).toEqual([200, mediaTypes.xlsx]);
  expect(decodeURIComponent(String(headers['content-disposition']))).toMatch(/公证事项台账-\d{4}-\d{2}-\d{2}\.xlsx$/);
  const [head, ...rows] = rowsIn(bytes);
  expect(head).toEqual(['姓名', '单位', 'matterNo', '类别', 'acceptedOn', 'issuedOn']);
  expect(rows).toHaveLength(ROWS + 3);
  expect(rows[0]?.slice(0, 5)).toEqual(['单雄信', OFFICE, '=1+1', '遗嘱', '2023-03-08']);
  expect(new Set(rows.map((row) => row[2])).size).toBe(ROWS + 3);
});

it('what lies in the scope of who asks, by the same filters, as it was known then', async () => {
  const numbers = async (as: Person, query: Readonly<Record<string, string>> = {}) =>
    rowsIn((await fetch(as, { reason: REASON, ...query })).bytes)
      .slice(1)
      .map((row) => row[2]);
  expect((await numbers('clerk2')).toSorted()).toEqual(['B-0', 'B-1']);
  expect((await numbers('supervisor', { office: OFFICE_2 })).toSorted()).toEqual(['B-0', 'B-1']);
  expect(await numbers('clerk', { kind: 'gift' })).toEqual([]);
  expect(await numbers('clerk', { kind: 'will', bureau: BUREAU })).toHaveLength(ROWS + 1);
  const { rows } = await world.platform.pool.query<{ position: string }>(
    `select min(position) as position from es.event where type = 'notary.MatterAccepted'`,
  );
  expect(await numbers('supervisor', { asOf: String(rows[0]?.position) })).toEqual(['A-0']);
  expect((await fetch('clerk', { reason: REASON, office: OFFICE_2 })).status).toBe(404);
  expect(await numbers('stranger')).toEqual([]);
});

it('a minor is masked, who is sealed is not there, and who may not read persons is told no names', async () => {
  const names = async (as: Person) => rowsIn((await fetch(as)).bytes).map((row) => row[0]);
  const seen = await names('supervisor');
  expect([seen.includes('司*'), seen.includes('单雄信')]).toEqual([true, true]);
  expect(/司徒|欧阳|欧\*/.exec(seen.join())).toBeNull();
  expect((await names('minors')).filter((name) => name === '司*' || name === '欧*').sort()).toEqual(['司*', '欧*']);
  const { bytes, records } = await fetch('reader');
  expect(rowsIn(bytes)[0]).toHaveLength(5);
  expect(/单雄|司\*|司徒|欧/.exec(rowsIn(bytes).flat().join())).toBeNull();
  expect(records.flatMap(({ subjects }) => subjects).sort()).toEqual([adult, minor].sort());
});

it('is on record with its reason and everybody it is about; without a reason, or a record, there is none', async () => {
  const { records } = await fetch('supervisor');
  for (const record of records)
    expect(record).toMatchObject({ purpose: 'document', name: 'supervisor', reason: REASON });
  // The first before anything is read, the others with the rows.
  expect(records[0]?.subjects).toEqual([]);
  expect(records.flatMap(({ subjects }) => subjects).sort()).toEqual([adult, minor].sort());
  expect(records.flatMap(({ minors }) => minors)).toEqual([minor]);
  const without = await fetch('supervisor', {});
  expect([without.status, without.records, JSON.parse(without.text).details]).toEqual([
    ...[400, []],
    [expect.objectContaining({ at: 'reason', code: 'missing' })],
  ]);
  const right =
    'execute on function looks.write(text, uuid, text[], text[], text, uuid, text, text, text, text, uuid[], uuid[], text[])';
  await world.platform.pool.query(`revoke ${right} from taizhang_app`);
  try {
    expect((await fetch('supervisor')).status).toBe(503);
  } finally {
    await world.platform.pool.query(`grant ${right} to taizhang_app`);
  }
});

it('waits its turn where many ask at once, and who hangs up leaves his to the next', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => fetch('supervisor')));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  await world.app.listen(0, '127.0.0.1');
  const { port } = world.app.getHttpServer().address() as AddressInfo;
  const query = new URLSearchParams({ reason: REASON });
  for (let at = 0; at < 8; at += 1) {
    const hangUp = new AbortController();
    const response = await globalThis.fetch(`http://127.0.0.1:${port}${PATH}?${query.toString()}`, {
      headers: { authorization: `Bearer ${world.tokenOf('supervisor')}` },
      signal: hangUp.signal,
    });
    expect(response.status).toBe(200);
    hangUp.abort();
  }
  expect((await fetch('clerk2')).status).toBe(200);
});

describeWithOffice('calc', 'as LibreOffice prints it', () => {
  it('opens', async () => {
    const text = (await printedPages((await fetch('clerk2')).bytes, 'xlsx')).join('');
    for (const shown of ['姓名', '司*', 'B-0', '2023-03-06']) expect(text).toContain(shown);
  }, 60_000);
});
