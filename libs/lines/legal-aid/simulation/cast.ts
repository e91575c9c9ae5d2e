import type { SimulationTools } from '#application/case-binding.js';
import { type LeafCounts, type Order, workday } from '#application/simulated-year.js';
import { type LocalDate, addDays, daysBetween, earliest } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import type { ClosingGroup } from '../domain/case/matter.js';
import type { DataOfEvent, LegalAidEvent } from '../domain/events/index.js';
import type { Plan } from './plan.js';

type Applied = DataOfEvent<'legal-aid.AidApplied'>;
type Concluded = DataOfEvent<'legal-aid.AidConcluded'>;

/** What a part of the simulation works with. */
export interface Scene {
  readonly counts: LeafCounts;
  readonly plan: Plan;
  readonly tools: SimulationTools;
  readonly order: Order<LegalAidEvent>;
  readonly docNo: (series: string) => string;
  readonly lawyers: readonly Uuid[];
  /** Days kept free at the end of the window for file, subsidy and payment. */
  readonly tail: number;
}

/** One case of the year, as it will be told. */
export interface AidCase extends Pick<Applied, 'nature' | 'form' | 'matter' | 'stage' | 'applicants'> {
  readonly key: string;
  readonly to: { readonly streamId: Uuid; readonly office: string };
  readonly began: 'opening' | 'application' | 'notice';
  readonly group: ClosingGroup;
  readonly outcome: 'granted' | 'refused' | 'withdrawn' | 'pending';
  readonly end: 'open' | 'concluded' | 'terminated';
  readonly late: boolean;
  readonly receivedOn: LocalDate;
  readonly agentRef: Uuid;
}

/** A working day some days after another, never after the window. */
export const after = ({ tools }: Pick<Scene, 'tools'>, day: LocalDate, least: number, most: number): LocalDate =>
  workday(
    tools,
    earliest(addDays(day, least), tools.to) as LocalDate,
    earliest(addDays(day, most), tools.to) as LocalDate,
  );

type Kind = Pick<AidCase, 'nature' | 'form' | 'group'> & { matter?: Applied['matter']; stage?: Applied['stage'] };

const kindOf = (nature: Applied['nature'], { random }: SimulationTools): Kind => {
  if (nature === 'criminal')
    return {
      nature,
      form: 'criminal-defence-agency',
      group: 'criminal',
      stage: random.pick(['investigation', 'prosecution', 'first-instance', 'first-instance', 'second-instance']),
    };
  if (nature === 'administrative')
    return {
      nature,
      form: 'litigation',
      group: 'litigation',
      stage: 'first-instance',
      matter: random.pick(['social-security', 'state-compensation', 'personal-injury']),
    };
  return random.pick<Kind>([
    { nature, form: 'litigation', group: 'litigation', stage: 'first-instance', matter: 'support' },
    { nature, form: 'litigation', group: 'litigation', stage: 'first-instance', matter: 'personal-injury' },
    { nature, form: 'litigation', group: 'litigation', stage: 'first-instance', matter: 'labour-relation-and-pay' },
    { nature, form: 'litigation', group: 'litigation', stage: 'second-instance', matter: 'marriage-and-family' },
    { nature, form: 'labour-arbitration', group: 'non-litigation', stage: 'arbitration', matter: 'other-labour' },
    { nature, form: 'other-non-litigation', group: 'non-litigation', matter: 'labour-relation-and-pay' },
  ]);
};

const recipient = async (key: string, tools: SimulationTools): Promise<Applied['applicants'][number]> => {
  const { random } = tools;
  const sex = random.next() < 0.4 ? 'female' : 'male';
  const age = random.between(19, 74);
  const personRef = tools.person(`aid ${key}`, { sex, age });
  return {
    categories: [
      ...(sex === 'female' ? (['female'] as const) : []),
      ...(age >= 60 ? (['elderly', 'farmer'] as const) : []),
      ...(age < 60 && random.next() < 0.5 ? (['migrant-worker'] as const) : []),
    ],
    personRef: await personRef,
  };
};

type Draft = Pick<AidCase, 'began' | 'outcome' | 'end' | 'late' | 'nature'> & { key: string; more: number };

const times = <Value>(count: number, make: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Cases of the window in the order they come in; those still open at its end come last. */
const drafts = ({ plan, tools, counts }: Scene): readonly Draft[] => {
  const { granted, criminal, notified, administrative, open, opening } = plan;
  const stay = Math.min(open, granted);
  const kinds = tools.random.shuffle([
    ...times(notified, () => ['notice', 'criminal'] as const),
    ...times(criminal - notified, () => ['application', 'criminal'] as const),
    ...times(administrative, () => ['application', 'administrative'] as const),
    ...times(granted - criminal - administrative, () => ['application', 'civil'] as const),
  ]);
  const civil = kinds.flatMap(([, nature], at) => (nature === 'civil' ? [at] : []));
  const extra = counts.has('recipients') ? counts.of('recipients') - granted : 0;
  if (extra < 0 || (extra > 0 && civil.length === 0))
    throw new RangeError(
      `recipients: ${counts.of('recipients')} for ${granted} granted, ${civil.length} of them civil`,
    );
  const more = new Map(civil.map((at, place) => [at, Math.ceil((extra - place) / civil.length)]));
  const ends = times(granted - stay, (): Draft['end'] => 'concluded');
  const terminatedHere = Math.min(plan.terminated, ends.length);
  for (const at of tools.random.shuffle(times(ends.length, (at) => at)).slice(0, terminatedHere))
    ends[at] = 'terminated';
  const before = times(opening, (at): Draft['end'] => {
    if (at < open - stay) return 'open';
    return at < open - stay + plan.terminated - terminatedHere ? 'terminated' : 'concluded';
  });
  const base = { late: false, more: 0 };
  return [
    ...before.map((end, at) => ({
      ...base,
      key: `o-${at + 1}`,
      began: 'opening' as const,
      outcome: 'granted' as const,
      nature: at % 3 === 1 ? ('criminal' as const) : ('civil' as const),
      end,
    })),
    ...kinds.map(([began, nature], at) => ({
      key: `g-${at + 1}`,
      ...{ began, nature, outcome: 'granted' as const, end: ends[at] ?? ('open' as const) },
      late: at < plan.late,
      more: Math.max(0, more.get(at) ?? 0),
    })),
    ...(['refused', 'withdrawn', 'pending'] as const).flatMap((outcome) =>
      times(plan[outcome], (at) => ({
        ...base,
        key: `${outcome}-${at + 1}`,
        ...{ began: 'application' as const, nature: 'civil' as const, outcome, end: 'open' as const },
        late: outcome === 'refused' && at < plan.late - granted,
      })),
    ),
  ];
};

const receipt = ({ began, outcome, end, late }: Draft, scene: Scene): LocalDate => {
  const { tools, plan } = scene;
  const { from, to, random } = tools;
  const length = daysBetween(from, to);
  const part = (share: number): LocalDate => addDays(from, Math.floor(length * share));
  if (began === 'opening') return addDays(from, -random.between(20, 150));
  if (outcome === 'pending') return after(scene, addDays(to, -Math.min(5, length)), 0, 5);
  if (late) return workday(tools, from, addDays(to, -Math.min(45, length)));
  if (outcome !== 'granted') return workday(tools, from, part(0.85));
  if (end !== 'open') return workday(tools, from, part(0.7));
  const closed = plan.granted - Math.min(plan.open, plan.granted);
  return workday(tools, part((0.6 * closed) / plan.granted), part(0.97));
};

/** Everybody who has a case in the year, with the case. */
export const castYear = (scene: Scene): Promise<readonly AidCase[]> => {
  const { tools, lawyers } = scene;
  return Promise.all(
    drafts(scene).map(async ({ more, ...draft }) => {
      const { key, nature } = draft;
      const fixed = {
        ...draft,
        ...kindOf(nature, tools),
        to: { streamId: tools.id('case', key), office: tools.random.pick(tools.offices) },
        receivedOn: receipt({ ...draft, more }, scene),
        agentRef: tools.random.pick(lawyers),
      };
      const applicants = await Promise.all(
        times(1 + more, (at) => recipient(at === 0 ? key : `${key} ${at + 1}`, tools)),
      );
      return { ...fixed, applicants };
    }),
  );
};

/** What comes of a case in each line of the form; a lost one recovers nothing. */
export const closingOf = (
  { group, stage }: AidCase,
  { tools: { random } }: Scene,
): Pick<Concluded, 'basis' | 'result'> => {
  if (group === 'criminal')
    return {
      basis:
        stage === 'investigation' ? 'transfer-opinion' : stage === 'prosecution' ? 'prosecution-decision' : 'judgment',
      result: random.pick(['adopted', 'adopted', 'partly-adopted', 'not-adopted']),
    };
  if (group === 'litigation')
    return { basis: 'judgment', result: random.pick(['won', 'won', 'mediated', 'mediated', 'withdrawn', 'lost']) };
  return random.pick<Pick<Concluded, 'basis' | 'result'>>([
    { basis: 'award', result: 'arbitrated' },
    { basis: 'settlement', result: 'settled' },
    { basis: 'settlement', result: 'mediated' },
  ]);
};
