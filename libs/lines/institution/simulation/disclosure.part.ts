import type { CaseBinding } from '#application/case-binding.js';
import { LeafCounts } from '#application/simulated-year.js';
import { addDays } from '#kernel/dates.js';
import type { DataOfEvent } from '../domain/events/index.js';
import type { IndicatorCode } from '../indicators/index.js';
import { DEPUTY, dayWithin, inTurn, order, times, yearOf } from './scene.js';

type Leaves = Readonly<Record<string, IndicatorCode>>;

const ITEMS = [
  ['budget', '部门预算'],
  ['three-public', '“三公”经费'],
  ['final-accounts', '部门决算'],
] as const;

/** Days after which what is owed for 20 days is due for certain, days off at its end included. */
const DUE = 32;

/** Disclosures that fall due in the year: published in time, late, or not yet. */
export const disclosure: CaseBinding = {
  section: 'disclosure',
  leaves: {
    disclosuresDue: 'IN-12-due',
    disclosuresOnTime: 'IN-12-on-time',
    disclosuresLate: 'IN-12-late',
  } satisfies Leaves,
  async simulate(leaves, tools) {
    const counts = new LeafCounts(leaves);
    const open = counts.rest('disclosuresDue', 'disclosuresOnTime', 'disclosuresLate');
    const afterDays: readonly (number | undefined)[] = [
      ...times(counts.of('disclosuresOnTime')).map(() => tools.random.between(3, 18)),
      ...times(counts.of('disclosuresLate')).map(() => tools.random.between(DUE, DUE + 8)),
      ...times(open).map(() => undefined),
    ];
    return afterDays.flatMap((days, at) => {
      const [kind, name] = inTurn(ITEMS, at);
      const arisenOn = dayWithin(tools, 0, DUE + 8);
      const to = { streamId: tools.id('disclosure', String(at + 1)), office: tools.bureau };
      const nth = at < ITEMS.length ? '' : `（第${at + 1}项）`;
      const title = `${yearOf(tools)}年${name}${nth}`;
      const owed = order('institution.DisclosureOwed', to, {
        arisenOn,
        kind,
        title,
        fiscalYear: Number(yearOf(tools)),
      });
      if (days === undefined) return [owed];
      const published = { publishedOn: addDays(arisenOn, days), platform: 'government-portal' } as const;
      return [owed, order('institution.InformationDisclosed', to, published)];
    });
  },
};

type Item = DataOfEvent<'institution.ManualIndicatorValueEntered'>['item'];

/** Names a report may give a typed value by, each with its item and figure. Another name is refused as unknown. */
const VALUES = {
  lawfulRightsRate: ['lawful-rights-rate', 'IN-21'],
  crimeReductionRate: ['crime-reduction-rate', 'IN-22'],
  energySavingRate: ['energy-saving-rate', 'IN-23'],
  participationRate: ['participation-rate', 'IN-24'],
  acceptanceRate: ['acceptance-rate', 'IN-25'],
  scheduleRate: ['schedule-rate', 'IN-26'],
  withinEstimateRate: ['within-estimate-rate', 'BF-08-estimate'],
  heatingMonths: ['heating-months', 'BF-15-heating-months-typed'],
  officeTemperature: ['office-temperature', 'BF-15-temperature-typed'],
  heatedArea: ['heated-area', 'BF-15-heated-area-typed'],
} as const satisfies Readonly<Record<string, readonly [Item, IndicatorCode]>>;

const GRADES = [
  ['goalsAchieved', 'achieved'],
  ['goalsPartlyAchieved', 'partly-achieved'],
  ['goalsMissed', 'missed'],
] as const;

/** Values typed for the whole window, and goals graded. */
export const manual: CaseBinding = {
  section: 'manual',
  leaves: {
    ...Object.fromEntries(Object.entries(VALUES).map(([leaf, [, indicator]]) => [leaf, indicator])),
    ...({
      goalsAchieved: 'IN-30-achieved',
      goalsPartlyAchieved: 'IN-30-partly',
      goalsMissed: 'IN-30-missed',
    } satisfies Leaves),
  },
  async simulate(leaves, tools) {
    const counts = new LeafCounts(leaves);
    let papers = 0;
    const enter = (
      key: string,
      entry: Pick<DataOfEvent<'institution.ManualIndicatorValueEntered'>, 'item' | 'itemName' | 'value' | 'grade'>,
    ) => {
      papers += 1;
      return order(
        'institution.ManualIndicatorValueEntered',
        { streamId: tools.id('manual', key), office: tools.bureau, approvedBy: DEPUTY },
        {
          ...entry,
          periodFrom: tools.from,
          periodTo: tools.to,
          basis: '股室填报，附佐证材料',
          docNo: `司统〔${yearOf(tools)}〕${papers}号`,
        },
      );
    };
    const values = Object.entries(VALUES).filter(([leaf]) => counts.has(leaf));
    const goals = GRADES.flatMap(([leaf, grade]) => times(counts.of(leaf)).map(() => grade));
    return [
      ...values.map(([leaf, [item]]) => enter(item, { item, value: String(counts.of(leaf)) })),
      ...goals.map((grade, at) => enter(`goal ${at + 1}`, { item: 'goal', itemName: `定性目标${at + 1}`, grade })),
    ];
  },
};
