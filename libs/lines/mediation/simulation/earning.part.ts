import type { LocalDate } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { type Exact, exact } from '#kernel/money.js';
import type { Grade } from '../settings.js';
import { gradeNames } from './agreement.part.js';
import { type Commands, type Draft, type Scene, type Settled, later, order, to } from './scene.js';

const TARIFF_LEAVES: Readonly<Record<Grade, string>> = {
  simple: 'tariffSimple',
  ordinary: 'tariffOrdinary',
  difficult: 'tariffDifficult',
  major: 'tariffMajor',
  'extra-major': 'tariffExtraMajor',
};
const HARD: readonly Grade[] = ['difficult', 'major', 'extra-major'];

/** Which grades are paid for: those with a tariff; where none has one, the hard ones if anything was approved. */
export const claimsFor = ({ counts }: Scene): ((grade: Grade | undefined) => boolean) => {
  const tariffs = gradeNames.filter((grade) => counts.of(TARIFF_LEAVES[grade]) > 0);
  const paid = tariffs.length > 0 ? tariffs : counts.of('subsidyApprovedAmount') > 0 ? HARD : [];
  return (grade) => grade !== undefined && paid.includes(grade);
};

/** What each claim is approved for. @throws RangeError where tariffs and approved amount disagree */
const approvedFor = ({ counts }: Scene, claims: readonly Settled[]): readonly Exact[] => {
  const wanted = exact(counts.of('subsidyApprovedAmount'));
  const byTariff = claims.map(({ grade }) => exact(counts.of(TARIFF_LEAVES[grade as Grade])));
  const total = byTariff.reduce((sum, amount) => sum.plus(amount), exact(0));
  if (!total.isZero()) {
    if (counts.has('subsidyApprovedAmount') && !total.equals(wanted))
      throw new RangeError(
        `subsidyApprovedAmount: ${wanted.toFixed()}, but grades and tariffs give ${total.toFixed()}`,
      );
    return byTariff;
  }
  if (claims.length === 0 && !wanted.isZero())
    throw new RangeError(`subsidyApprovedAmount: ${wanted.toFixed()}, but no success has a grade to be paid for`);
  const share = wanted.dividedBy(Math.max(1, claims.length)).toDecimalPlaces(2, 1);
  return claims.map((_, at) => (at > 0 ? share : wanted.minus(share.times(claims.length - 1))));
};

/** The next day of a quarter on which claims are approved, or the last day of the window. */
const batchDay = ({ tools }: Scene, claimedOn: LocalDate): LocalDate => {
  const year = claimedOn.slice(0, 4);
  const day = ['03-25', '06-25', '09-25', '12-20'].map((end) => `${year}-${end}`).find((end) => end >= claimedOn);
  return day === undefined || day > tools.to ? tools.to : day;
};

interface Staff {
  readonly proposer: Uuid;
  readonly reviewers: readonly Uuid[];
}

const grading = (scene: Scene, one: Settled, grade: Grade, { proposer, reviewers }: Staff): Commands => {
  const { random } = scene.tools;
  const rank = gradeNames.indexOf(grade);
  const proposedOn = later(scene, one.closedOn, 0, 3);
  return [
    order('mediation.DifficultyProposed', to(one), {
      ...{ proposedOn, grade, proposer },
      factors: {
        ...{ peopleCount: one.peopleInvolved, amount: one.amountAgreed, sessionCount: 1 + rank },
        ...{ deathOrInjury: rank >= 3 && random.next() < 0.5, groupRisk: rank >= 3 },
      },
    }),
    order('mediation.DifficultyConfirmed', to(one), {
      ...{ confirmedOn: later(scene, proposedOn, 1, 8), grade, reviewer: random.pick(reviewers) },
    }),
  ];
};

/** Grades of the agreements, and for those that are claimed for claim, approval in quarterly batches, payment. */
export const subsidies = async (scene: Scene, settled: readonly Settled[]): Promise<Commands> => {
  const { counts, tools } = scene;
  const staff = { proposer: await tools.person('grading clerk', { age: 41 }), reviewers: await reviewersOf(scene) };
  const claims = settled.filter(({ claimed }) => claimed);
  const amounts = approvedFor(scene, claims);
  let purse = exact(counts.of('subsidyPaidAmount'));
  const approved = amounts.reduce((sum, amount) => sum.plus(amount), exact(0));
  if (purse.greaterThan(approved))
    throw new RangeError(
      `subsidyPaidAmount ${purse.toFixed()} is more than subsidyApprovedAmount ${approved.toFixed()}`,
    );
  const graded = settled.flatMap((one) => (one.grade === undefined ? [] : grading(scene, one, one.grade, staff)));
  const earned = claims.flatMap((one, at) => {
    const grade = one.grade as Grade;
    const amount = amounts[at] as Exact;
    const claimedOn = later(scene, one.closedOn, 12, 20);
    const approvedOn = batchDay(scene, claimedOn);
    const paid = purse.lessThan(amount) ? purse : amount;
    purse = purse.minus(paid);
    return [
      order('mediation.SubsidyClaimed', to(one), {
        ...{ claimedOn, amountClaimed: amount.toFixed(), payee: one.mediator, onPublicPayroll: false },
      }),
      order('mediation.SubsidyApproved', to(one), {
        ...{ approvedOn, grade, tariff: amount.toFixed(), amountApproved: amount.toFixed() },
        fundLevel: HARD.includes(grade) ? 'province' : 'county',
      }),
      ...(paid.isZero()
        ? []
        : [
            order('mediation.SubsidyPaid', to(one), {
              ...{ paidOn: later(scene, approvedOn, 6, 6), amountPaid: paid.toFixed() },
              paymentRef: tools.id('payment', approvedOn),
            }),
          ]),
    ];
  });
  return [...graded, ...earned];
};

const reviewersOf = ({ tools }: Scene): Promise<readonly Uuid[]> =>
  Promise.all(['1', '2', '3'].map((name) => tools.person(`reviewer ${name}`, { age: 38 + Number(name) })));

/**
 * Reviews of dossiers and visits after the case. A dossier that does not pass is one nobody claims for.
 * @throws RangeError when there are fewer such cases than the leaves ask for
 */
export const afterwards = async (scene: Scene, closed: readonly (Draft | Settled)[]): Promise<Commands> => {
  const { counts, tools } = scene;
  const { random } = tools;
  const reviewers = await reviewersOf(scene);
  const [reviewed, passed] = [counts.of('dossiersReviewed'), counts.of('dossiersPassed')];
  const bad = counts.rest('dossiersReviewed', 'dossiersPassed');
  if (reviewed > closed.length) throw new RangeError(`dossiersReviewed: ${reviewed}, closed is ${closed.length}`);
  const unclaimed = closed.filter((one) => !('claimed' in one && one.claimed));
  if (bad > unclaimed.length)
    throw new RangeError(`dossiersReviewed - dossiersPassed: ${bad}, cases nobody claims for: ${unclaimed.length}`);
  const failing = new Set(random.shuffle(unclaimed).slice(0, bad));
  const passing = random.shuffle(closed.filter((one) => !failing.has(one))).slice(0, passed);
  const review = (one: Draft, result: 'passed' | 'not-passed') =>
    order('mediation.DossierReviewed', to(one), {
      ...{ reviewedOn: later(scene, one.closedOn, 10, 40), reviewer: random.pick(reviewers), result },
      score: String(result === 'passed' ? random.between(80, 99) : random.between(40, 59)),
    });
  return [
    ...[...failing].map((one) => review(one, 'not-passed')),
    ...passing.map((one) => review(one, 'passed')),
    ...visits(scene, closed),
  ];
};

const ANSWERS = [
  ['revisitsSatisfied', 'satisfied'],
  ['revisitsBasicallySatisfied', 'basically-satisfied'],
  ['revisitsDissatisfied', 'dissatisfied'],
] as const;

const visits = (scene: Scene, closed: readonly Draft[]): Commands => {
  const { counts } = scene;
  const answers = ANSWERS.flatMap(([leaf, answer]) => Array.from({ length: counts.of(leaf) }, () => answer));
  const total = counts.has('revisits') ? counts.of('revisits') : answers.length;
  if (answers.length > total)
    throw new RangeError(`${ANSWERS.map(([leaf]) => leaf).join(' + ')} is more than revisits (${total})`);
  if (total > 0 && closed.length === 0) throw new RangeError(`revisits: ${total}, but no dispute is closed`);
  return Array.from({ length: total }, (_, at) => {
    const one = closed[at % closed.length] as Draft;
    return order('mediation.DisputeRevisited', to(one), {
      ...{ revisitedOn: later(scene, one.closedOn, 15, 45), satisfaction: answers[at] ?? 'no-answer' },
    });
  });
};
