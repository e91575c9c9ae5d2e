import type { CaseBinding, SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { LeafCounts } from '#application/simulated-year.js';
import { type LocalDate, addDays } from '#kernel/dates.js';
import type { IndicatorCode } from '../indicators/index.js';
import { DEPUTY, dayWithin, inTurn, numbers, order, times } from './scene.js';

const KINDS = [
  {
    kind: 'major-enforcement',
    all: 'majorDecisions',
    before: 'reviewedBeforeDecision',
    after: 'reviewedAfterDecision',
    agencies: ['区市场监管局', '区城管局', '区应急管理局', '区自然资源局'],
    subject: '拟作出重大行政处罚',
    series: '罚',
  },
  {
    kind: 'major-administrative',
    all: 'administrativeDecisions',
    before: 'administrativeDecisionsReviewed',
    after: 'administrativeDecisionsReviewedLate',
    agencies: ['区政府办公室', '区发展改革局'],
    subject: '重大行政决策草案',
    series: '政发',
  },
  {
    kind: 'normative-document',
    all: 'normativeDocuments',
    before: 'normativeDocumentsReviewed',
    after: 'normativeDocumentsReviewedLate',
    agencies: ['区政府办公室', '区民政局', '区农业农村局'],
    subject: '行政规范性文件送审稿',
    series: '规',
  },
] as const;
type Kind = (typeof KINDS)[number];
type When = 'before' | 'after' | 'never';

/** Days before the decision a review is asked for at most, and after it a late one is answered at most. */
const ROOM = 14;

/** Legal reviews (法制审核): decisions reviewed before, afterwards, or not at all. */
export const legalReview: CaseBinding = {
  section: 'legalReview',
  leaves: {
    majorDecisions: 'IN-01-decisions',
    reviewedBeforeDecision: 'IN-01-reviewed',
    reviewedAfterDecision: 'IN-01-late',
    administrativeDecisions: 'IN-02-decisions',
    administrativeDecisionsReviewed: 'IN-02-reviewed',
    administrativeDecisionsReviewedLate: 'IN-02-late',
    normativeDocuments: 'IN-03-decisions',
    normativeDocumentsReviewed: 'IN-03-reviewed',
    normativeDocumentsReviewedLate: 'IN-03-late',
  } satisfies Readonly<Record<string, IndicatorCode>>,
  async simulate(leaves, tools) {
    const counts = new LeafCounts(leaves);
    const docNo = numbers(tools);
    return KINDS.flatMap((kind) => {
      const whens: readonly When[] = [
        ...times(counts.of(kind.before)).map(() => 'before' as const),
        ...times(counts.of(kind.after)).map(() => 'after' as const),
        ...times(counts.rest(kind.all, kind.before, kind.after)).map(() => 'never' as const),
      ];
      return whens.flatMap((when, at) => decide(kind, when, at, docNo, tools));
    });
  },
};

const decide = (
  { kind, agencies, subject, series }: Kind,
  when: When,
  at: number,
  docNo: (series: string) => string,
  tools: SimulationTools,
): readonly SimulatedCommand[] => {
  const agency = inTurn(agencies, at);
  const decidedOn = dayWithin(tools, ROOM, when === 'after' ? ROOM : 0);
  const to = { streamId: tools.id(kind, String(at + 1)), office: tools.bureau };
  const decision = { decidedOn, kind, agency, decisionDocNo: docNo(`${agency}${series}`) };
  const review = (requestedOn: LocalDate, completedOn: LocalDate): readonly SimulatedCommand[] => [
    order('institution.ReviewRequested', to, {
      requestedOn,
      kind,
      agency,
      subject,
      letterNo: docNo(`${agency}送审`),
    }),
    order('institution.ReviewCompleted', to, { completedOn, opinion: 'approved', opinionDocNo: docNo('司审') }),
  ];
  if (when === 'before') {
    const completedOn = addDays(decidedOn, -tools.random.between(0, 4));
    return [
      ...review(addDays(completedOn, -tools.random.between(3, 9)), completedOn),
      order('institution.MajorDecisionTaken', to, decision),
    ];
  }
  const unreviewed = order('institution.MajorDecisionTaken', { ...to, approvedBy: DEPUTY }, decision);
  if (when === 'never') return [unreviewed];
  const requestedOn = addDays(decidedOn, tools.random.between(1, 4));
  return [unreviewed, ...review(requestedOn, addDays(requestedOn, tools.random.between(3, 9)))];
};
