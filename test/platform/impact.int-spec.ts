import { openPlatform } from '#adapters/platform/open-platform.js';
import { evaluateOver } from '#application/evaluate-indicators.js';
import { type Impact, type ImpactPorts, impactOfPending } from '#application/impact/impact.js';
import { eventOfCommand } from '#application/impact/pending-event.js';
import { recordEventName } from '#application/record-events.js';
import type { RecordedSeal } from '#application/sealing/books.js';
import { withBelow } from '#application/sealing/freeze-figures.js';
import { closePeriod } from '#application/sealing/seal-period.js';
import { restate } from '#application/sealing/restatement.js';
import { play } from '#application/simulate.js';
import type { Command } from '#kernel/command.js';
import { addDays } from '#kernel/dates.js';
import type { EventDefinition, RecordedEvent } from '#kernel/event.js';
import { uuidV5 } from '#kernel/ids.js';
import { fiscalYear, parsePeriod } from '#kernel/period.js';
import { Rejected } from '#kernel/reject.js';
import { lines } from '#lines/index.js';
import { Seeded } from '../simulation/seeded.js';
import { caseFile, commandsFor } from '../support/played-case.js';
import { type FreshDatabase, freshDatabase } from '../support/services.js';
import { BUREAU, OFFICES, World, head } from '../support/world.js';

const EVERY = [BUREAU, ...OFFICES];
const SEALED = ['corrections', 'mediation'];
/** Events tried, and corrections approved of each line at most. */
const TRIED = 60;
const EACH = 2;
const periods = ['2020', '2020S', '2020Q2', '2020-01', '2020-06', '2020-12', '2021']
  .map(parsePeriod)
  .filter((period) => period !== undefined);
const names = new Set(periods.map(({ scheme, from }) => `${scheme} ${from}`));

describe('corrections of a simulated year of many lines', () => {
  let database: FreshDatabase;
  let platform: Awaited<ReturnType<typeof openPlatform>>;
  let world: World;

  beforeAll(async () => {
    database = await freshDatabase();
    platform = await openPlatform({ databaseUrl: database.url, lines });
    world = new World(lines);
    await platform.offices.save(world.offices.all());
    await play(await commandsFor(await caseFile('funing-2020-targets'), world), platform.handler);
    await platform.projector.catchUp();
  }, 120_000);
  afterAll(async () => {
    await platform.close();
    await database.drop();
  });

  const ports = (): ImpactPorts => ({
    ...platform,
    calendar: () => platform.calendar(),
    reach: async () => {
      await platform.projector.catchUp();
      return (await platform.ledger.watermark()).position;
    },
  });

  /** Every figure of every office over the periods of the year. */
  const everyFigure = async (): Promise<ReadonlyMap<string, string>> => {
    await platform.projector.catchUp();
    const asked = [...platform.registry.indicators.keys()];
    const found = new Map<string, string>();
    for (const office of EVERY) {
      const reading = { bureau: BUREAU, offices: withBelow(platform.offices, BUREAU, office) };
      const values = await evaluateOver(platform.ledger, platform.registry, reading, periods.map((period) => ({ period, asked }))); // prettier-ignore
      for (const [at, { scheme, from }] of periods.entries())
        for (const { code, value, numerator, denominator } of values[at] ?? [])
          found.set(`${code} ${office} ${scheme} ${from}`, JSON.stringify([value, numerator, denominator]));
    }
    return found;
  };

  const shown = ({ figures }: Impact, which: 'before' | 'after') =>
    Object.fromEntries(
      figures
        .filter(({ period: { scheme, from } }) => names.has(`${scheme} ${from}`))
        .map(({ indicator, office, period: { scheme, from }, [which]: { value, numerator, denominator } }) => [
          `${indicator} ${office} ${scheme} ${from}`,
          JSON.stringify([value, numerator, denominator]),
        ]),
    );

  /** Asks for a correction of the event's day or for a void; gives the approval, or nothing where that is refused. */
  const approvalOf = async (random: Seeded, event: RecordedEvent, nth: number): Promise<Command | undefined> => {
    const line = event.type.slice(0, event.type.indexOf('.'));
    const { datedBy } = platform.registry.event(event.type) as EventDefinition;
    const patch = { [datedBy]: addDays(event.occurredOn, random.pick([-40, -3, 3, 40])) };
    const common = { streamId: event.streamId, office: event.office, commandId: uuidV5('ask', String(nth)) };
    const asking =
      random.below(2) === 0
        ? { type: `${line}.RequestCorrection`, data: { eventId: event.eventId, patch, reason: 'entry-error' } }
        : { type: `${line}.RequestVoid`, data: { eventIds: [event.eventId], reason: 'did-not-happen' } };
    try {
      const { eventIds } = await platform.handler.handle(world.command(asking.type, '', asking.data, common));
      const approving = { ...common, commandId: uuidV5('approve', String(nth)), principal: head };
      return world.command(`${line}.ApproveCorrection`, '', { requestId: eventIds[0] }, approving);
    } catch (error) {
      if (error instanceof Rejected) return undefined;
      throw error;
    }
  };

  /** The restated values of sealed figures as the pack of each seal has them. */
  const restatedNow = (impact: Impact, seals: ReadonlyMap<string, RecordedSeal>) =>
    Promise.all(
      impact.seals.map(async ({ line, office, indicator, reported }) => {
        const asked = { offices: [office], codes: [indicator], asOf: await platform.feed.head() };
        const [found] = await restate(platform, seals.get(line) as RecordedSeal, asked);
        return (found === undefined ? reported : found.restated)?.value ?? null;
      }),
    );

  it('move, once approved, exactly what the preview showed: every figure of every office, and every seal', async () => {
    const { events } = await platform.feed.read(0, 20_000);
    const position = async () => (await platform.ledger.watermark()).position;
    const seals = new Map<string, RecordedSeal>();
    for (const line of SEALED) {
      const { seal } = await closePeriod(
        { ...platform, position, clock: world.clock },
        {
          ...{ bureau: BUREAU, line, period: fiscalYear(2020), correlationId: uuidV5('close') },
          principal: { name: 'director', roles: ['deputy-director'], offices: ['*'] },
          explanations: [{ rule: '*', reason: '已核实', role: 'director' }],
        },
      );
      seals.set(line, seal);
    }
    const random = new Seeded(20200630);
    const moved = new Map<string, number>();
    let restated = 0;
    let was = await everyFigure();
    for (let nth = 0; nth < TRIED; nth += 1) {
      const event = random.pick(events);
      const line = event.type.slice(0, event.type.indexOf('.'));
      if (recordEventName(event.type) !== undefined || (moved.get(line) ?? 0) >= EACH) continue;
      const approval = await approvalOf(random, event, nth);
      if (approval === undefined) continue;
      const impact = await impactOfPending(ports(), approval.streamId, EVERY, (stored) =>
        eventOfCommand(ports(), approval, stored),
      );
      await platform.handler.handle(approval);
      const is = await everyFigure();
      const changed = [...is].filter(([figure, value]) => was.get(figure) !== value);
      expect(shown(impact, 'after')).toEqual(Object.fromEntries(changed));
      expect(shown(impact, 'before')).toEqual(Object.fromEntries(changed.map(([figure]) => [figure, was.get(figure)])));
      expect(await restatedNow(impact, seals)).toEqual(impact.seals.map(({ after }) => after.value));
      restated += impact.seals.length;
      moved.set(line, (moved.get(line) ?? 0) + 1);
      was = is;
    }
    expect(moved.size).toBeGreaterThan(4);
    expect(restated).toBeGreaterThan(5);
  }, 300_000);
});
