import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { checkIdentities } from '#application/check-identities.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import type { Ledger, RegisterRow } from '#application/ports/ledger.js';
import type { Command } from '#kernel/command.js';
import { addDays } from '#kernel/dates.js';
import { uuidV5 } from '#kernel/ids.js';
import { type Period, fiscalYear, parsePeriod } from '#kernel/period.js';
import { Rejected } from '#kernel/reject.js';
import { Seeded } from '../simulation/seeded.js';
import { notary } from '../support/notary.js';
import { type FreshDatabase, freshDatabase } from '../support/services.js';
import { BUREAU, OFFICES, World, head } from '../support/world.js';

const codes = ['NT-01', 'NT-01-will', 'NT-01-contract', 'NT-02', 'NT-03', 'NT-04', 'NT-05', 'NT-06', 'NT-07'];

/** Random work on a few matters: late, out of order, corrected, moved between offices. */
const invent = (
  random: Seeded,
  at: number,
  known: Map<string, string[]>,
): Pick<Command, 'type' | 'streamId' | 'data' | 'office' | 'commandId'> & { by?: typeof head } => {
  const matter = `m${random.below(12)}`;
  const streamId = uuidV5('stream', matter);
  const on = addDays('2022-11-01', random.below(420));
  const common = { streamId, office: random.pick(OFFICES), commandId: uuidV5('command', String(at)) };
  const events = known.get(streamId) ?? [];
  const pick = random.below(10);
  if (pick < 2)
    return {
      ...common,
      type: 'notary.AcceptMatter',
      data: {
        personRef: uuidV5('p', String(random.below(4))),
        matterNo: matter,
        kind: random.pick(['will', 'contract']),
        acceptedOn: on,
      },
    };
  if (pick < 5)
    return {
      ...common,
      type: 'notary.PayFee',
      data: { receiptNo: String(at), amount: `${random.below(99)}.${10 + random.below(89)}`, paidOn: on },
    };
  if (pick === 5)
    return { ...common, type: 'notary.MoveMatter', data: { toOffice: random.pick(OFFICES), movedOn: on } };
  if (pick === 6)
    return { ...common, type: 'notary.IssueCertificate', data: { certificateNo: String(at), issuedOn: on } };
  const eventId = events.length === 0 ? uuidV5('none') : random.pick(events);
  if (pick === 7)
    return {
      ...common,
      type: 'notary.RequestCorrection',
      data: { eventId, patch: { acceptedOn: on }, reason: 'entry-error' },
    };
  if (pick === 8)
    return { ...common, type: 'notary.RequestVoid', data: { eventIds: [eventId], reason: 'did-not-happen' } };
  return { ...common, type: 'notary.ApproveCorrection', data: { requestId: eventId }, by: head };
};

describe('the platform on PostgreSQL', () => {
  let database: FreshDatabase;
  let platform: Awaited<ReturnType<typeof openPlatform>>;
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-platform-'));

  beforeAll(async () => {
    database = await freshDatabase();
    platform = await openPlatform({
      databaseUrl: database.url,
      lines: [notary],
      keyFile: join(folder, 'master.key'),
      batchSize: 7,
    });
    const { offices } = new World();
    await platform.offices.save(offices.all());
  });

  afterAll(async () => {
    await platform.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  it('answers every command and every figure, at every position, like the platform in memory', async () => {
    const random = new Seeded(20231206);
    const world = new World();
    const known = new Map<string, string[]>();
    const shown: {
      position: number;
      figures: Readonly<Record<string, string | null>>;
      register: readonly RegisterRow[];
    }[] = [];
    /** Page by page, as it stands or stood. */
    const registerOf = async (ledger: Ledger, asOf?: number): Promise<readonly RegisterRow[]> => {
      const reading = { bureau: BUREAU, offices: OFFICES.slice(1), ...(asOf === undefined ? {} : { asOf }) };
      const rows: RegisterRow[] = [];
      let after: string | undefined;
      do {
        const query = { register: 'notary.matters', filters: { kind: 'will' }, limit: 2 };
        const page = await ledger.registerRows(reading, { ...query, ...(after === undefined ? {} : { after }) });
        rows.push(...page.rows);
        after = page.next;
      } while (after !== undefined);
      return rows;
    };
    const here = async (period: Period, asOf?: number) => {
      const reading = { bureau: BUREAU, offices: [BUREAU, ...OFFICES], ...(asOf === undefined ? {} : { asOf }) };
      const values = await evaluateIndicators(platform.ledger, platform.registry, reading, period, codes);
      return Object.fromEntries(values.map(({ code, value }) => [code, value]));
    };
    const answer = async (handler: World['handler'], command: Command) => {
      try {
        const { version, eventIds, recorded } = await handler.handle(command);
        return { version, eventIds, recorded };
      } catch (error) {
        if (error instanceof Rejected) return error.rejection;
        throw error;
      }
    };
    for (let at = 0; at < 900; at += 1) {
      const { by, ...given } = invent(random, at, known);
      const command = world.command(given.type, '', given.data, {
        ...given,
        ...(by === undefined ? {} : { principal: by }),
      });
      const [there, ours] = [await answer(world.handler, command), await answer(platform.handler, command)];
      expect(ours).toEqual(there);
      if ('eventIds' in ours) known.set(command.streamId, [...(known.get(command.streamId) ?? []), ...ours.eventIds]);
      if (at % 25 === 0) {
        await platform.projector.catchUp();
        const { position } = await platform.ledger.watermark();
        shown.push({
          ...{ position, figures: await here(fiscalYear(2023)) },
          register: await registerOf(platform.ledger),
        });
      }
    }
    await Promise.all([platform.projector.catchUp(), world.projector.catchUp()]);
    expect(shown.at(-1)?.position).toBeGreaterThan(100);
    for (const period of ['2022', '2023', '2023-05', '2023-02-10..2023-11-03'])
      expect(await here(parsePeriod(period) as Period)).toEqual(await world.figures(period, codes));
    for (const { position, figures, register } of shown) {
      expect(await here(fiscalYear(2023), position)).toEqual(figures);
      expect(await registerOf(platform.ledger, position)).toEqual(register);
      expect(await registerOf(world.ledger, position)).toEqual(register);
    }
    expect(new Set(shown.map(({ register }) => JSON.stringify(register))).size).toBeGreaterThan(10);
    expect(
      await checkIdentities(
        platform.ledger,
        platform.registry,
        { bureau: BUREAU, offices: [BUREAU, ...OFFICES] },
        fiscalYear(2023),
      ),
    ).toEqual([]);
  });
});
