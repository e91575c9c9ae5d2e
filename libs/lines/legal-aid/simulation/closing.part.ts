import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays, latest } from '#kernel/dates.js';
import type { Told } from './case.part.js';
import { type AidCase, type Scene, after, closingOf } from './cast.js';
import { evenShares, inCents, inYuan, takenInOrder, unevenShares } from './shares.js';
import { tariffs } from './leaves.js';

interface Ended {
  readonly aid: AidCase;
  readonly endedOn: LocalDate;
}
type Closing = ReturnType<typeof closingOf>;

const PAPERS = ['judgment', 'transfer-opinion', 'prosecution-decision', 'award'];

/** Days of the end: after the agent had some time, and early enough for the file and the money. */
const endOf = ({ inHandFrom }: Told, { tools, tail }: Scene): LocalDate => {
  const least = addDays(inHandFrom, 15);
  const last = addDays(tools.to, -tail);
  const to = latest(last, inHandFrom) as LocalDate;
  return tools.random.date(least < to ? least : inHandFrom, to);
};

/** Money recovered in 分, by case: civil and administrative cases that were not lost. */
const recoveries = (closings: ReadonlyMap<AidCase, Closing>, { counts, tools }: Scene) => {
  const whole = inCents(counts.of('amountRecovered'));
  const wages = inCents(counts.of('amountWages'));
  const winners = [...closings].filter(([{ group }, { result }]) => group !== 'criminal' && result !== 'lost');
  if (whole > 0 && winners.length === 0) throw new RangeError('amountRecovered: no concluded case that can bear it');
  if (wages > whole) throw new RangeError('amountWages: more than amountRecovered');
  const amounts = whole === 0 ? [] : unevenShares(whole, winners.length, tools.random);
  const ofWhich = takenInOrder(wages, amounts);
  return new Map(winners.map(([aid], at) => [aid, { amount: amounts[at] ?? 0, wages: ofWhich[at] ?? 0 }] as const));
};

/** Conclusions and terminations. */
const ends = (told: readonly Told[], scene: Scene): { ended: readonly Ended[]; commands: SimulatedCommand[] } => {
  const { order, docNo } = scene;
  const concluded = told.filter(({ aid }) => aid.end === 'concluded');
  const closings = new Map(concluded.map(({ aid }) => [aid, closingOf(aid, scene)] as const));
  // Somebody has to win what is recovered.
  const first = concluded.find(({ aid }) => aid.group === 'litigation');
  if (first !== undefined) closings.set(first.aid, { basis: 'judgment', result: 'won' });
  const money = recoveries(closings, scene);
  const commands: SimulatedCommand[] = [];
  const ended = concluded.map((tale): Ended => {
    const { aid } = tale;
    const concludedOn = endOf(tale, scene);
    const closing = closings.get(aid) as Closing;
    const { amount = 0, wages = 0 } = money.get(aid) ?? {};
    commands.push(
      order('legal-aid.AidConcluded', aid.to, {
        concludedOn,
        ...closing,
        ...(PAPERS.includes(closing.basis) && { resultDocNo: docNo('结文'), resultDocReceivedOn: concludedOn }),
        amountRecovered: inYuan(amount),
        ...(wages > 0 && { amountWages: inYuan(wages) }),
      }),
    );
    return { aid, endedOn: concludedOn };
  });
  for (const tale of told.filter(({ aid }) => aid.outcome === 'granted' && aid.end === 'terminated'))
    commands.push(
      order('legal-aid.AidTerminated', tale.aid.to, {
        decidedOn: endOf(tale, scene),
        reason: scene.tools.random.pick(['own-lawyer', 'asked-to-end', 'proceedings-ended']),
        decisionDocNo: docNo('援终'),
      }),
    );
  return { ended, commands };
};

/** Subsidies approved, in 分: by tariff where the report counts tariffs, else in equal shares. */
const approvals = ({ counts, plan }: Scene): readonly number[] => {
  const byTariff = tariffs.flatMap((tariff) =>
    Array.from({ length: counts.of(`concludedTariff${tariff}`) }, () => inCents(tariff)),
  );
  const sum = byTariff.reduce((total, one) => total + one, 0);
  const whole = counts.has('subsidyApprovedAmount') ? inCents(counts.of('subsidyApprovedAmount')) : sum;
  const cases = ((): number => {
    if (counts.has('subsidyApprovedCases')) return counts.of('subsidyApprovedCases');
    if (byTariff.length > 0) return byTariff.length;
    return whole > 0 ? plan.concluded : 0;
  })();
  if (byTariff.length > 0 && sum !== whole)
    throw new RangeError(`subsidyApprovedAmount: ${inYuan(whole)}, but the tariffs make ${inYuan(sum)}`);
  if (cases > plan.concluded || (byTariff.length > 0 && byTariff.length !== cases))
    throw new RangeError(`subsidyApprovedCases, concludedTariff: ${cases} cases for ${plan.concluded} concluded`);
  // Nobody is approved less than a cent.
  if (cases > whole || (whole > 0 && cases === 0))
    throw new RangeError(`subsidyApprovedAmount: ${inYuan(whole)} for ${cases} cases`);
  if (byTariff.length > 0 || cases === 0) return byTariff;
  return evenShares(whole, cases);
};

/** File, subsidy, payment: the earliest ended first, until what was paid is paid. */
const settlements = (ended: readonly Ended[], scene: Scene): readonly SimulatedCommand[] => {
  const { order, docNo, counts, tools } = scene;
  const amounts = tools.random.shuffle(approvals(scene));
  const paid = inCents(counts.of('subsidyPaidAmount'));
  const payments = takenInOrder(paid, amounts);
  if (payments.reduce((sum, one) => sum + one, 0) < paid)
    throw new RangeError('subsidyPaidAmount: more than subsidyApprovedAmount');
  const byDay = [...ended].sort((a, b) => (a.endedOn < b.endedOn ? -1 : 1));
  return byDay.flatMap(({ aid, endedOn }, at) => {
    const submittedOn = after(scene, endedOn, 2, 8);
    const reviewedOn = after(scene, submittedOn, 1, 4);
    const commands = [
      order('legal-aid.DossierSubmitted', aid.to, { submittedOn, complete: true }),
      order('legal-aid.DossierReviewed', aid.to, { reviewedOn, outcome: 'accepted' }),
    ];
    const [amount, payment = 0] = [amounts[at], payments[at]];
    if (amount === undefined) return commands;
    const approvedOn = after(scene, reviewedOn, 1, 4);
    commands.push(
      order('legal-aid.SubsidyApproved', aid.to, {
        ...{ approvedOn, amount: inYuan(amount), payeeRef: aid.agentRef },
        standardCode: `每件${amount / 100}元`,
      }),
    );
    if (payment === 0) return commands;
    const paidOn = after(scene, approvedOn, 1, 6);
    const paymentRef = tools.id('payment', aid.key);
    return [
      ...commands,
      order('legal-aid.SubsidyPaid', aid.to, { paidOn, amount: inYuan(payment), paymentRef, voucherNo: docNo('支') }),
    ];
  });
};

/** Assessments and revisits, each of a sample of the concluded cases. */
const samples = (ended: readonly Ended[], scene: Scene): readonly SimulatedCommand[] => {
  const { order, counts, tools } = scene;
  const draw = (leaf: string, part: string): readonly (Ended & { well: boolean })[] => {
    counts.rest(leaf, part);
    if (counts.of(leaf) > ended.length)
      throw new RangeError(`${leaf}: ${counts.of(leaf)} for ${ended.length} concluded`);
    return tools.random
      .shuffle(ended)
      .slice(0, counts.of(leaf))
      .map((one, at) => ({ ...one, well: at < counts.of(part) }));
  };
  return [
    ...draw('casesAssessed', 'casesAssessedPassed').map(({ aid, endedOn, well }) =>
      order('legal-aid.CaseQualityAssessed', aid.to, {
        assessedOn: after(scene, endedOn, 10, 60),
        grade: well ? tools.random.pick(['excellent', 'good', 'passed']) : 'failed',
        method: tools.random.pick(['peer-review', 'file-review']),
      }),
    ),
    ...draw('revisits', 'revisitsSatisfied').map(({ aid, endedOn, well }) =>
      order('legal-aid.RecipientRevisited', aid.to, {
        visitedOn: after(scene, endedOn, 5, 40),
        satisfaction: well ? tools.random.pick(['very-satisfied', 'satisfied', 'fairly-satisfied']) : 'dissatisfied',
      }),
    ),
  ];
};

/** How the cases of the year end, and what follows. */
export const finish = (told: readonly Told[], scene: Scene): readonly SimulatedCommand[] => {
  const { ended, commands } = ends(told, scene);
  return [...commands, ...settlements(ended, scene), ...samples(ended, scene)];
};
