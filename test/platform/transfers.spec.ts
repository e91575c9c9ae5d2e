import { checkIdentities } from '#application/check-identities.js';
import { seededRandom } from '#application/seeded-random.js';
import { addDays } from '#kernel/dates.js';
import { parsePeriod } from '#kernel/period.js';
import { uuidV5 } from '#kernel/ids.js';
import { builderOf } from '../support/built.js';
import type { CorrectionsEvent } from '#lines/corrections/domain/events/index.js';
import { examples } from '#lines/corrections/domain/examples/index.js';
import { corrections } from '#lines/corrections/index.js';
import { BUREAU, OFFICES, World } from '../support/world.js';

const built = builderOf<CorrectionsEvent>(examples);
const ALL = [BUREAU, ...OFFICES];
const approved = { evidence: [{ docKind: '文书', docNo: '1号' }], approvedBy: '另一人' };
const OTHER_BUREAU = '430923';

const period = (text: string) => {
  const found = parsePeriod(text);
  if (found === undefined) throw new Error(text);
  return found;
};

const take = (world: World, at: number, office: string) =>
  world.send(
    'corrections.ImportOpeningBalance',
    `case ${at}`,
    built('corrections.OpeningBalanceImported', {
      personRef: uuidV5('person', String(at)),
      judgmentDocNo: `(2022)刑初${at}号`,
      officeCode: office,
    }).data,
    { office, ...approved },
  );
const move = (world: World, at: number, on: string, to: string, from: string) =>
  world.send('corrections.ReassignOffice', `case ${at}`, { reassignedOn: on, officeCode: to }, { office: from });

const number = async (world: World, text: string, code: string, offices: readonly string[]): Promise<number> =>
  Number((await world.figures(text, [code], { offices }))[code]);

describe('a case that moves between offices', () => {
  it('counts where it was: at the event, at the beginning and at the end are three answers', async () => {
    const world = new World([corrections]);
    const [first, second, third] = OFFICES;
    await take(world, 1, first);
    await move(world, 1, '2023-04-01', second, first);
    const violation = built('corrections.ViolationDetected', { violatedOn: '2023-05-05' }).data;
    const { command } = world.registry.event('corrections.ViolationDetected') ?? {};
    await world.send(`corrections.${command}`, 'case 1', violation, { office: second });
    await move(world, 1, '2023-09-01', third, second);
    await world.projector.catchUp();
    const where = async (code: string, text = '2023') => {
      const counts = await Promise.all(OFFICES.map((office) => number(world, text, code, [office])));
      return OFFICES.filter((_, at) => (counts[at] ?? 0) > 0);
    };
    expect(await where('CC-27')).toEqual([second]);
    expect(await where('CC-07', '2023-01-01..2023-03-31')).toEqual([first]);
    expect(await where('CC-07', '2023-01-01..2023-12-31')).toEqual([third]);
    for (const code of ['CC-27', 'CC-07']) expect(await number(world, '2023', code, ALL)).toBe(1);
  });
});

describe('1,000 random moves', () => {
  const CASES = 60;
  const MOVES = 1000;

  it.each(['a', 'b'])('leave the county the sum of its offices, and every office closed (seed %s)', async (seed) => {
    const world = new World([corrections]);
    const random = seededRandom(`transfers ${seed}`);
    const home = Array.from({ length: CASES }, () => random.pick(OFFICES) as string);
    for (const [at, office] of home.entries()) await take(world, at, office);
    // In the order of the year, each from where the case is; some are entered late, after others of the same case.
    const moves = Array.from({ length: MOVES }, () => ({
      at: random.between(0, CASES - 1),
      on: random.date('2023-01-02', '2023-12-30'),
    })).sort((a, b) => (a.on < b.on ? -1 : 1));
    const seen = new Set<string>();
    let done = 0;
    for (const { at, on } of moves) {
      if (seen.has(`${at} ${on}`)) continue;
      seen.add(`${at} ${on}`);
      const from = home[at] as string;
      const to = random.pick(OFFICES.filter((office) => office !== from)) as string;
      await move(world, at, on, to, from);
      home[at] = to;
      done += 1;
    }
    expect(done).toBeGreaterThan(950);
    await world.projector.catchUp();
    for (const text of ['2023', '2023Q2', '2023-07', '2023-02-11..2023-10-03']) {
      const whole = await number(world, text, 'CC-07', ALL);
      const parts = await Promise.all(ALL.map((office) => number(world, text, 'CC-07', [office])));
      expect([text, parts.reduce((sum, part) => sum + part, 0)]).toEqual([text, whole]);
      expect(whole).toBe(CASES);
      expect(await number(world, text, 'CC-07-moved-in', ALL)).toBe(await number(world, text, 'CC-07-moved-out', ALL));
      for (const office of ALL) {
        const own = { bureau: BUREAU, offices: [office] };
        const found = await checkIdentities(world.ledger, world.registry, own, period(text));
        // Nobody set a baseline of all who ever came and left.
        expect(found.map(({ rule }) => rule).filter((rule) => rule !== 'corrections.cumulative-is-register')).toEqual(
          [],
        );
      }
    }
    const standing = await Promise.all(OFFICES.map((office) => number(world, '2023', 'CC-07', [office])));
    expect(standing).toEqual(OFFICES.map((office) => home.filter((own) => own === office).length));
  });
});

describe('a case that moves between counties', () => {
  it('leaves one register and enters the other, and is a new intake in neither', async () => {
    const world = new World([corrections]);
    const [first] = OFFICES;
    const template = world.offices.find(first);
    if (template === undefined) throw new Error('no office');
    await world.offices.save([
      { ...template, code: OTHER_BUREAU, bureau: OTHER_BUREAU, parent: null, name: '另一县', kind: 'bureau' },
    ]);
    await take(world, 1, first);
    const changeId = built('corrections.PlaceChangeRequested').data.changeId;
    for (const type of [
      'PlaceChangeRequested',
      'PlaceChangeConsulted',
      'PlaceChangeReplied',
      'PlaceChangeDecided',
    ] as const) {
      const event = `corrections.${type}` as const;
      const { command } = world.registry.event(event) ?? {};
      await world.send(`corrections.${command}`, 'case 1', built(event).data, { office: first, ...approved });
    }
    const out = built('corrections.SubjectTransferredOut', { changeRef: changeId }).data;
    await world.send('corrections.TransferOutSubject', 'case 1', out, { office: first, ...approved });
    const into = built('corrections.SubjectTransferredIn', {
      transferredInOn: addDays(out.transferredOutOn, 3),
      personRef: uuidV5('person', '1'),
      officeCode: OTHER_BUREAU,
    }).data;
    await world.send('corrections.TransferInSubject', 'there', into, {
      bureau: OTHER_BUREAU,
      office: OTHER_BUREAU,
      principal: { name: 'clerk there', roles: ['office-clerk'], offices: [OTHER_BUREAU] },
      ...approved,
    });
    await world.projector.catchUp();
    const codes = ['CC-02', 'CC-03', 'CC-06', 'CC-07'];
    expect(await world.figures('2023', codes)).toEqual({ 'CC-02': '0', 'CC-03': '0', 'CC-06': '1', 'CC-07': '0' });
    const there = { bureau: OTHER_BUREAU, offices: [OTHER_BUREAU] };
    expect(await world.figuresOf(there, '2023', codes)).toEqual({
      'CC-02': '0',
      'CC-03': '1',
      'CC-06': '0',
      'CC-07': '1',
    });
  });
});
