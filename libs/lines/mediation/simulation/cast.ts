import { workday } from '#application/simulated-year.js';
import { addDays } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { columns } from '../measures/columns.js';
import { leafOf } from './leaves.js';
import { type Cast, type Draft, type Outcome, type Scene, dealt, later } from './scene.js';

const ENDS = ['succeeded', 'failed', 'withdrawn', 'transferred'] as const;
const GRADES = ['succeededSimple', 'succeededOrdinary', 'succeededDifficult', 'succeededMajor', 'succeededExtraMajor'];

/** How many disputes come in, and how each ends. */
interface Balance {
  readonly opening: number;
  readonly accepted: number;
  readonly succeeded: number;
  readonly stillOpen: number;
}

/**
 * Opening and accepted disputes are those closed and those still open; what no leaf gives follows from the others.
 * @throws RangeError naming the leaves that contradict each other
 */
const balance = ({ counts }: Scene): Balance => {
  const graded = GRADES.reduce((sum, leaf) => sum + counts.of(leaf), 0);
  const succeeded = counts.has('succeeded') ? counts.of('succeeded') : graded;
  if (graded > succeeded)
    throw new RangeError(`${GRADES.join(' + ')} (${graded}) is more than succeeded (${succeeded})`);
  const closed = succeeded + counts.of('failed') + counts.of('withdrawn') + counts.of('transferred');
  if (counts.has('closed') && counts.of('closed') !== closed)
    throw new RangeError(`closed: ${counts.of('closed')}, but ${ENDS.join(' + ')} is ${closed}`);
  const opening = counts.of('openingOpen');
  const derived = counts.has('accepted') ? opening + counts.of('accepted') - closed : 0;
  const stillOpen = counts.has('closingOpen') ? counts.of('closingOpen') : derived;
  const accepted = counts.has('accepted') ? counts.of('accepted') : closed + stillOpen - opening;
  if (stillOpen < 0 || accepted < 0 || opening + accepted !== closed + stillOpen)
    throw new RangeError(
      `openingOpen ${opening} + accepted ${accepted} is not closed ${closed} + closingOpen ${stillOpen}`,
    );
  return { opening, accepted, succeeded, stillOpen };
};

const USUAL_KINDS = [
  'marriage-family',
  'neighbours',
  'neighbours',
  'housing',
  'contract',
  'damages',
  'forest-land',
  'labour-other',
  'consumer-other',
  'traffic',
  'property-management',
  'other',
] as const;
const USUAL_SOURCES = ['initiative', 'application', 'application', 'police', 'court'] as const;
const WITH_FIRMS: readonly string[] = [
  'labour-other',
  'migrant-wages',
  'consumer-other',
  'property-management',
  'medical',
];

/** Whether one side is an organisation. */
export const againstFirm = ({ kind }: Pick<Draft, 'kind'>): boolean => WITH_FIRMS.includes(kind);

/** People in each dispute that is settled, two at least. @throws RangeError when the leaf has fewer than two each */
const peopleIn = ({ counts, tools: { random } }: Scene, succeeded: number): readonly number[] => {
  if (!counts.has('peopleInvolved')) return Array.from({ length: succeeded }, () => random.between(2, 6));
  const total = counts.of('peopleInvolved');
  if (total < 2 * succeeded || (succeeded === 0 && total > 0))
    throw new RangeError(`peopleInvolved: ${total} for ${succeeded} settled disputes`);
  const more = Math.floor(total / Math.max(1, succeeded));
  return Array.from({ length: succeeded }, (_, at) => more + (at < total - more * succeeded ? 1 : 0));
};

/** Every dispute that is taken on or was open before: who, where, when, and how it ends. */
export const disputesOf = async (scene: Scene, casts: readonly Cast[]): Promise<readonly Draft[]> => {
  const { counts, tools } = scene;
  const { random, from, to: last, id } = tools;
  const { opening, accepted, succeeded, stillOpen } = balance(scene);
  const fresh = <Value extends string>(
    column: keyof typeof columns,
    values: readonly Value[],
    usual: readonly Value[],
  ) => [
    ...Array.from({ length: opening }, () => random.pick(usual)),
    ...dealt(scene, 'accepted', accepted, values, (value) => leafOf(column, value), usual),
  ];
  const kinds = fresh('kind', columns.kind, USUAL_KINDS);
  const sources = fresh('source', columns.source, USUAL_SOURCES);
  const committees = fresh('committee', columns.committee, ['village', 'village', 'township', 'community']);
  const ended = random.shuffle(
    ENDS.flatMap((end) => Array.from({ length: end === 'succeeded' ? succeeded : counts.of(end) }, () => end)),
  );
  // Those still open came in last; the carried-over ones are closed first.
  const outcomes: readonly Outcome[] = [...ended, ...Array.from({ length: stillOpen }, () => 'open' as const)];
  const found = Math.min(counts.of('discovered'), accepted);
  const people = [...peopleIn(scene, succeeded)];
  return Promise.all(
    outcomes.map(async (outcome, at): Promise<Draft> => {
      const key = String(at + 1);
      const cast = random.pick(casts.filter(({ kind }) => kind === committees[at]));
      const imported = at < opening;
      const acceptedOn = imported
        ? addDays(from, -random.between(2, 24))
        : workday(tools, outcome === 'open' && addDays(last, -24) > from ? addDays(last, -24) : from, last);
      const kind = kinds[at] as Draft['kind'];
      const mediator = random.pick(cast.mediators);
      const closedOn = outcome === 'open' ? last : later(scene, imported ? from : acceptedOn, 0, 24);
      const opened = imported ? 'imported' : at - opening < found ? 'discovered' : 'applied';
      const source = sources[at] as Draft['source'];
      const peopleInvolved = outcome === 'succeeded' ? (people.pop() ?? 2) : random.between(2, 6);
      const sides = againstFirm({ kind }) ? ['1'] : ['1', '2'];
      const parties: readonly Uuid[] = await Promise.all(
        sides.map((side) => tools.person(`party ${key} ${side}`, { age: 20 + ((at * 7 + Number(side)) % 55) })),
      );
      return {
        ...{ key, streamId: id('dispute', key), cast, mediator, opened, kind, source, parties, peopleInvolved },
        ...{ acceptedOn, outcome, closedOn },
      };
    }),
  );
};
