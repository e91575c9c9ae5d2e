import type { SimulatedCommand } from '#application/case-binding.js';
import { addDays } from '#kernel/dates.js';
import type { PlayedCase } from './case.part.js';
import type { Plan } from './plan.js';
import { type Scene, between, order } from './scene.js';

type Concluded = PlayedCase & { readonly ending: NonNullable<PlayedCase['ending']> };

const isConcluded = (played: PlayedCase): played is Concluded => played.ending !== undefined;

/** Days after which whoever goes to court or petitions has done so. */
const PATIENCE = 20;

const take = <Item>(items: readonly Item[], count: number, what: string): readonly Item[] => {
  if (items.length < count) throw new RangeError(`${what}: ${count} wanted, ${items.length} possible in the window`);
  return items.slice(0, count);
};

/** Service of every decision, suits and petitions against some. */
export const aftermath = (scene: Scene, plan: Plan, cases: readonly PlayedCase[]): readonly SimulatedCommand[] => {
  const { tools, docNo } = scene;
  const concluded = cases.filter(isConcluded);
  const served = concluded
    .filter(({ ending }) => addDays(ending.on, 3) <= tools.to)
    .map(({ to, ending }) =>
      order('reconsideration.DecisionServed', to, { servedOn: between(scene, ending.on, 1, 3), mode: 'direct' }),
    );
  const ripe = tools.random.shuffle(concluded.filter(({ ending }) => addDays(ending.on, PATIENCE) <= tools.to));
  const decided = ripe.filter(({ ending }) => !['mediated', 'terminated'].includes(ending.outcome));
  const sued = take(decided, plan.of('decisionsLitigated'), 'decisionsLitigated');
  const petitions = plan.has('contested') ? plan.rest('contested', 'decisionsLitigated') : 0;
  const petitioned = take(
    ripe.filter((item) => !sued.includes(item)),
    petitions,
    'contested',
  );
  return [
    ...served,
    ...sued.map(({ to, ending }) =>
      order('reconsideration.LitigationFiledAgainstDecision', to, {
        filedOn: between(scene, ending.on, 5, PATIENCE - 3),
        courtCaseNo: docNo('行初'),
        defendantMode: ending.outcome === 'upheld' ? 'joint' : 'alone',
      }),
    ),
    ...petitioned.map(({ to, ending }) =>
      order('reconsideration.PetitionedAfterDecision', to, {
        petitionedOn: between(scene, ending.on, 5, PATIENCE - 3),
        petitionNo: docNo('县信'),
      }),
    ),
  ];
};

/** Letters about what the cases brought to light; those counted as answered go out early enough for that. */
export const letters = (scene: Scene, plan: Plan, cases: readonly PlayedCase[]): readonly SimulatedCommand[] => {
  const { tools, docNo } = scene;
  const kinds = [
    ...Array.from({ length: plan.of('opinionLetters') }, () => 'reconsideration.OpinionLetterIssued' as const),
    ...Array.from({ length: plan.of('suggestions') }, () => 'reconsideration.SuggestionIssued' as const),
  ];
  const answered = plan.of('lettersAnswered');
  if (answered > kinds.length)
    throw new RangeError(`lettersAnswered ${answered} is more than the ${kinds.length} letters`);
  const ripe = cases.filter(isConcluded).filter(({ ending }) => addDays(ending.on, 45) <= tools.to);
  if (kinds.length > 0 && ripe.length === 0)
    throw new RangeError('opinionLetters, suggestions: no case concluded early enough');
  return kinds.flatMap((kind, at) => {
    const { to, ending } = tools.random.pick(ripe);
    const letterNo = docNo(kind === 'reconsideration.SuggestionIssued' ? '县政复建' : '县政复意');
    const issuedOn = ending.on;
    const commands = [order(kind, to, { issuedOn, docNo: letterNo, toOrgan: '被申请人' })];
    if (at < answered)
      commands.push(
        order('reconsideration.OpinionAnswered', to, { answeredOn: between(scene, issuedOn, 20, 44), docNo: letterNo }),
      );
    return commands;
  });
};
