import { type LocalDate, addDays } from '#kernel/dates.js';
import { exact } from '#kernel/money.js';
import { harms } from '../measures/columns.js';
import type { Grade } from '../settings.js';
import { harmLeaf } from './leaves.js';
import { type Commands, type Draft, type Scene, type Settled, dealt, later, order, to } from './scene.js';

const GRADE_LEAVES: Readonly<Record<Grade, string>> = {
  simple: 'succeededSimple',
  ordinary: 'succeededOrdinary',
  difficult: 'succeededDifficult',
  major: 'succeededMajor',
  'extra-major': 'succeededExtraMajor',
};
export const gradeNames = Object.keys(GRADE_LEAVES) as readonly Grade[];

/** A sum in 元 as so many shares that add up to it exactly, in whole 元 but for the first. */
export const shares = ({ tools }: Scene, total: number, count: number): readonly string[] => {
  const weights = Array.from({ length: count }, () => tools.random.between(1, 20));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const whole = weights.map((weight) => Math.floor((total * weight) / all));
  const rest = exact(total).minus(whole.reduce((sum, share) => sum + share, 0));
  return whole.map((share, at) => (at === 0 ? rest.plus(share).toFixed() : String(share)));
};

/** Grades, forms and amounts of the agreements, and who claims for them. @throws RangeError naming the leaves */
export const settledOf = (
  scene: Scene,
  drafts: readonly Draft[],
  claims: (grade: Grade | undefined) => boolean,
): readonly Settled[] => {
  const { counts, tools } = scene;
  const total = drafts.length;
  if (total === 0 && counts.of('amountAgreed') > 0)
    throw new RangeError(`amountAgreed: ${counts.of('amountAgreed')}, but succeeded is 0`);
  const graded = gradeNames.flatMap((grade) => Array.from({ length: counts.of(GRADE_LEAVES[grade]) }, () => grade));
  const grades = tools.random.shuffle([...graded, ...Array.from({ length: total - graded.length }, () => undefined)]);
  const formLeaf = (form: string) => (form === 'oral' ? 'succeededOral' : 'succeededWritten');
  const forms = dealt(scene, 'succeeded', total, ['oral', 'written'] as const, formLeaf, [
    ...(['oral', 'written', 'written', 'written'] as const),
  ]);
  const amounts = shares(scene, counts.of('amountAgreed'), total);
  return drafts.map((draft, at) => {
    const grade = grades[at];
    return {
      ...{ ...draft, form: forms[at] as Settled['form'], amountAgreed: amounts[at] ?? '0', claimed: claims(grade) },
      ...(grade !== undefined && { grade }),
    };
  });
};

/** Harm prevented, by agreement: one kind each, the people spread over them. */
const prevention = (scene: Scene, total: number): readonly (readonly [(typeof harms)[number], number])[] => {
  const { counts } = scene;
  const all = harms.flatMap((harm) => {
    const leaf = harmLeaf(harm);
    const [cases, people] = [
      counts.of(leaf),
      counts.has(`${leaf}People`) ? counts.of(`${leaf}People`) : counts.of(leaf),
    ];
    if (people < cases || (cases === 0 && people > 0))
      throw new RangeError(`${leaf}People: ${people} for ${cases} cases`);
    return Array.from({ length: cases }, (_, at) => [harm, at === 0 ? people - cases + 1 : 1] as const);
  });
  if (all.length > total) throw new RangeError(`prevented…: ${all.length} cases, succeeded is ${total}`);
  return all;
};

const rulings = ({ counts }: Scene, settled: readonly Settled[]): ReadonlyMap<Settled, 'confirmed' | 'dismissed'> => {
  const [granted, dismissed] = [counts.of('confirmationsGranted'), counts.of('confirmationsDismissed')];
  const written = settled.filter(({ form }) => form === 'written');
  if (granted + dismissed > written.length)
    throw new RangeError(
      `confirmationsGranted + confirmationsDismissed is more than the written agreements (${written.length})`,
    );
  return new Map(
    written.slice(0, granted + dismissed).map((one, at) => [one, at < granted ? 'confirmed' : 'dismissed']),
  );
};

/** Agreements with what follows them: performance, breach, and the court's word. */
export const agreements = (scene: Scene, settled: readonly Settled[]): Commands => {
  const { counts, tools, docNo } = scene;
  const total = settled.length;
  const performed = counts.has('agreementsPerformed') ? counts.of('agreementsPerformed') : Math.floor(0.8 * total);
  const breached = counts.of('agreementsBreached');
  if (performed + breached > total)
    throw new RangeError(
      `agreementsPerformed ${performed} + agreementsBreached ${breached} is more than succeeded (${total})`,
    );
  const prevented = prevention(scene, total);
  const ruled = rulings(scene, settled);
  return settled.flatMap((one, at) => {
    const { closedOn, form, amountAgreed } = one;
    const performedOn = later(scene, closedOn, 0, 20);
    const dueOn: LocalDate = addDays(closedOn, at % 3 === 0 ? 0 : 30);
    const harm = prevented[at];
    const outcome = ruled.get(one);
    const appliedOn = later(scene, closedOn, 1, 12);
    return [
      order('mediation.MediationSucceeded', to(one), {
        ...{ agreementEffectiveOn: closedOn, form, amountAgreed },
        ...(form === 'written' && { agreementNo: docNo('人调') }),
        ...(dueOn > closedOn && { performDueOn: dueOn }),
        ...(harm !== undefined && { prevented: [{ harm: harm[0], peopleCount: harm[1] }] }),
        ...(outcome !== undefined && { confirmationWanted: true }),
      }),
      ...(outcome === undefined
        ? []
        : [
            order('mediation.JudicialConfirmationApplied', to(one), {
              appliedOn,
              courtName: '县人民法院',
              jointly: true,
            }),
            order('mediation.JudicialConfirmationRuled', to(one), {
              ...{ ruledOn: later(scene, appliedOn, 4, 14), outcome, docNo: docNo('民特') },
            }),
          ]),
      ...(at < performed
        ? [
            order('mediation.AgreementPerformed', to(one), {
              performedOn,
              degree: 'full',
              amountPerformed: amountAgreed,
            }),
          ]
        : []),
      ...(at >= total - breached ? [order('mediation.AgreementBreached', to(one), { breachedOn: tools.to })] : []),
    ];
  });
};
