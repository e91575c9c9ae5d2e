import { lines } from '#lines/index.js';
import { reporting } from '#lines/reporting/index.js';
import { parsePeriod } from '#kernel/period.js';
import { notary } from '../../../test/support/notary.js';
import { BUREAU, OFFICES, World } from '../../../test/support/world.js';
import { completeness, monthsOver } from './completeness.js';

const period = (text: string) => {
  const found = parsePeriod(text);
  if (found === undefined) throw new Error(text);
  return found;
};

const matter = (no: string, acceptedOn: string) => ({
  personRef: '11111111-1111-5111-8111-111111111111',
  matterNo: no,
  kind: 'will',
  acceptedOn,
});
const declare = (month: string) => ({ declaredOn: '2023-07-01', businessLine: 'notary', month });

const standings = async (world: World, text = '2023Q2', asOf?: number) => {
  await world.projector.catchUp();
  const reading = {
    bureau: BUREAU,
    offices: [BUREAU, ...OFFICES.slice(0, 2)],
    ...(asOf === undefined ? {} : { asOf }),
  };
  const found = await completeness(world, reading, [notary], period(text), '2023-07-01');
  return found.map(({ office, month, standing }) => `${office} ${month} ${standing}`);
};

describe('months of an office', () => {
  it('are missing until something is logged or nothing is declared', async () => {
    const world = new World([notary, reporting]);
    const [first = '', second = ''] = OFFICES;
    await world.send('notary.AcceptMatter', 'a', matter('1', '2023-04-30'), { office: first });
    await world.send('reporting.DeclareNil', 'n', declare('2023-05'), { office: first });
    expect(await standings(world)).toEqual([
      `${first} 2023-04 logged`,
      `${second} 2023-04 missing`,
      `${first} 2023-05 nil`,
      `${second} 2023-05 missing`,
      `${first} 2023-06 missing`,
      `${second} 2023-06 missing`,
    ]);
  });

  it('are missing again when the declaration is withdrawn, and contradict it when something was logged', async () => {
    const world = new World([notary, reporting]);
    const [first = ''] = OFFICES;
    await world.send('reporting.DeclareNil', 'n', declare('2023-04'), { office: first });
    await world.send('reporting.DeclareNil', 'm', declare('2023-05'), { office: first });
    await world.send('reporting.WithdrawNil', 'n', { withdrawnOn: '2023-07-02', reason: '误报' }, { office: first });
    await world.send('notary.AcceptMatter', 'a', matter('1', '2023-05-31'), { office: first });
    const own = (await standings(world)).filter((text) => text.startsWith(first));
    expect(own).toEqual([`${first} 2023-04 missing`, `${first} 2023-05 nil-but-logged`, `${first} 2023-06 missing`]);
  });

  it('are told as they were known', async () => {
    const world = new World([notary, reporting]);
    const [first = ''] = OFFICES;
    const early = await world.send('notary.AcceptMatter', 'a', matter('1', '2023-04-30'), { office: first });
    await world.send('notary.AcceptMatter', 'b', matter('2', '2023-05-30'), { office: first });
    const own = (texts: readonly string[]) => texts.filter((text) => text.startsWith(first));
    expect(own(await standings(world))).toContain(`${first} 2023-05 logged`);
    expect(own(await standings(world, '2023Q2', early.position))).toContain(`${first} 2023-05 missing`);
  });

  it('are owed by those whose business it is: of some fields by the bureau itself, of others by nobody month by month', async () => {
    const world = new World(lines);
    await world.projector.catchUp();
    const reading = { bureau: BUREAU, offices: [BUREAU, ...OFFICES.slice(0, 1)] };
    const chosen = lines.filter(({ code }) => ['reconsideration', 'litigation', 'surveys', 'mediation'].includes(code));
    const found = await completeness(world, reading, chosen, period('2023-04'), '2023-07-01');
    expect(found.map(({ line, office }) => [line, office]).sort()).toEqual([
      ['litigation', BUREAU],
      ['mediation', OFFICES[0]],
      ['reconsideration', BUREAU],
    ]);
  });

  it('count from the day after their last', () => {
    expect(monthsOver(period('2023Q2'), '2023-06-30')).toEqual(['2023-04', '2023-05']);
    expect(monthsOver(period('2023Q2'), '2023-07-01')).toEqual(['2023-04', '2023-05', '2023-06']);
    expect(monthsOver(period('2023S'), '2023-01-15')).toEqual(['2022-12']);
  });
});
