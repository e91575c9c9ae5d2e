import { seededRandom } from '#application/seeded-random.js';
import type { Anchor, AnchorEntry } from '#application/chain/anchor.js';
import { chainAlgorithms } from '#application/chain/block.js';
import { eventLog } from '#adapters/postgres/chain/chain-source.js';
import { type ChainCheck, verifyChain } from '#adapters/postgres/chain/verify-chain.js';
import { type ChainedLog, chainedLog } from '../support/chained-log.js';
import { type Edit, editOfBlock, editOfLog, editsOfEvent } from './chain-edits.js';

const LONG = process.env['SECURITY'] === 'long';
const COUNTS = LONG ? { edits: 1000, truncations: 100, rewritings: 50 } : { edits: 60, truncations: 10, rewritings: 6 };
const SEED = process.env['SEED'] ?? 'chain';
const EVENTS = 120;

jest.setTimeout(LONG ? 1_800_000 : 180_000);

const said = (line: string): void => void process.stdout.write(`${line}\n`);

describe.each(chainAlgorithms)('an owner of the database, against a chain of %s', (algorithm) => {
  const random = seededRandom(`${SEED} ${algorithm}`);
  let log: ChainedLog;
  let positions: readonly number[];
  let anchors: readonly Anchor[];
  let blocks: readonly { readonly number: number; readonly positions: readonly number[] }[];

  const check = (held: readonly Anchor[] = anchors): Promise<ChainCheck> =>
    verifyChain(
      log.url,
      eventLog,
      held.map((anchor): AnchorEntry => ({ ...anchor, at: '2024-01-01T00:00:00.000Z' })),
    );

  beforeAll(async () => {
    log = await chainedLog();
    await log.append(EVENTS);
    await log.chainAll(algorithm);
    positions = await log.positions();
    const chain = log.chain();
    // As hours of work leave them: one in the midst of every so many records, and one at the end.
    const at = [...positions.filter((_, place) => place % 25 === 24), positions.at(-1)];
    const found = await Promise.all(at.map((position) => chain.anchorAt(position)));
    anchors = found.flatMap((anchor) => anchor ?? []);
    const rows = await log.owner.query<{ number: string; positions: string[] }>(
      'select number, positions from chain.block order by number',
    );
    blocks = rows.rows.map((row) => ({ number: Number(row.number), positions: row.positions.map(Number) }));
    await log.keep();
    expect(await check()).toMatchObject({ records: EVENTS, anchors: anchors.length, findings: [] });
  });
  afterAll(() => log.drop());

  /** What a check says first of an edit, and that it said nothing before. */
  const firstOf = async ({ sql, values, what }: Edit): Promise<{ position: number | undefined; what: string }> => {
    const changed = await log.owner.query(sql, [...values]);
    expect([what, changed.rowCount]).toEqual([what, 1]);
    const [first] = (await check()).findings;
    await log.restore();
    return { position: first?.position, what };
  };

  it('changes a byte of any column of an event: each is found, and its position named', async () => {
    const edits = (
      await Promise.all([0, 1, 2, 59, EVENTS - 1].map((place) => editsOfEvent(log, positions[place] ?? 0)))
    ).flat();
    expect(new Set(edits.map(({ what }) => what.split(' ')[0]))).toEqual(new Set(eventLog.columns));
    const chosen = LONG ? edits : edits.filter((_, place) => place % 3 === 0);
    for (const edit of chosen) {
      expect(await firstOf(edit)).toEqual({ position: edit.position, what: edit.what });
    }
    said(
      `chain ${algorithm}: ${chosen.length} edits over all ${eventLog.columns.length} columns, all found by position`,
    );
  });

  it(`edits at random, ${COUNTS.edits} times: 100 % found, the first position named`, async () => {
    for (let count = 0; count < COUNTS.edits; count += 1) {
      const edit = random.next() < 0.6 ? await editOfLog(random, log, positions) : editOfBlock(random, blocks);
      expect(await firstOf(edit)).toEqual({ position: edit.position, what: edit.what });
    }
    said(`chain ${algorithm}: ${COUNTS.edits} random edits, ${COUNTS.edits} found, first position named in each`);
  });

  it(`cuts the end off, ${COUNTS.truncations} times: found by the anchor alone`, async () => {
    const found = { with: 0, without: 0 };
    for (let count = 0; count < COUNTS.truncations; count += 1) {
      const kept = positions[EVENTS - 1 - random.between(1, 50)] ?? 0;
      await log.owner.query('delete from es.event where position > $1', [kept]);
      await log.owner.query('delete from chain.block where last > $1', [kept]);
      await log.chainAll(algorithm);
      found.without += (await check([])).wrong;
      const [first] = (await check(anchors.slice(-1))).findings;
      expect(first).toMatchObject({ fault: 'truncated', after: kept, position: positions.at(-1) });
      found.with += 1;
      await log.restore();
    }
    expect(found).toEqual({ with: COUNTS.truncations, without: 0 });
    said(
      `chain ${algorithm}: ${COUNTS.truncations} truncations, ${found.with} found with an anchor, ${found.without} without`,
    );
  });

  it(`changes an event and computes every hash again, ${COUNTS.rewritings} times: found by the anchor alone`, async () => {
    const found = { with: 0, without: 0 };
    for (let count = 0; count < COUNTS.rewritings; count += 1) {
      const edited = random.pick(positions);
      await log.owner.query(`update es.event set data = '{"thing":"two"}' where position = $1`, [edited]);
      await log.owner.query('delete from chain.block');
      await log.chainAll(algorithm);
      found.without += (await check([])).wrong;
      const [first] = (await check()).findings;
      expect(first?.fault).toBe('rewritten');
      // The two anchors it lies between are named.
      expect(first?.position).toBe(anchors.find(({ position }) => position >= edited)?.position);
      expect(first?.after).toBe(anchors.findLast(({ position }) => position < edited)?.position ?? 0);
      found.with += 1;
      await log.restore();
    }
    expect(found).toEqual({ with: COUNTS.rewritings, without: 0 });
    said(
      `chain ${algorithm}: ${COUNTS.rewritings} rewritings, ${found.with} found with anchors, ${found.without} without`,
    );
  });
});
