import { addDays, addMonths } from '#kernel/dates.js';
import { type Rejection, accept, nothing } from '#kernel/reject.js';
import type { DataOfEvent, IntakeEvent } from '../../events/index.js';
import { type ConfirmationCode, acceptUnless, refuse } from '../../rejections.js';
import { type CaseRules, supervised } from '../rule.js';
import type { CaseState } from '../state.js';

type Received = DataOfEvent<'corrections.SubjectReceived'>;

/** Days a subject has to report from the day the judgment takes effect. @source 社区矫正法 第二十一条 */
export const DAYS_TO_REPORT = 10;

/** Whoever opened the case, it stays about one person and one judgment. */
const otherCase = (
  state: CaseState,
  data: { readonly personRef: string; readonly judgmentDocNo: string },
): Rejection | undefined => {
  if (state.status === 'none') return undefined;
  if (state.personRef !== data.personRef) return refuse('corrections.other-person', 'personRef');
  return state.judgmentDocNo === data.judgmentDocNo ? undefined : refuse('corrections.other-judgment', 'judgmentDocNo');
};

/** The ground belongs to serving outside prison, and to nothing else. @source 刑事诉讼法 第二百六十五条 */
const groundMisplaced = ({ category, outsidePrisonGround }: Pick<Received, 'category' | 'outsidePrisonGround'>) =>
  (category === 'outside-prison') !== (outsidePrisonGround !== undefined);

/**
 * Months between which a term may lie (CC-R04); undefined where the law fixes none.
 * @source 刑法 第三十八、七十三、八十三条
 */
export const termBounds = (data: Received): { readonly atLeast: number; readonly atMost: number } | undefined => {
  const { category, mainPenalty, originalTermMonths, combinedOffences } = data;
  switch (category) {
    case 'public-surveillance':
      return { atLeast: 3, atMost: combinedOffences === true ? 36 : 24 };
    case 'probation':
      return mainPenalty === 'criminal-detention'
        ? { atLeast: Math.max(2, originalTermMonths ?? 0), atMost: 12 }
        : { atLeast: Math.max(12, originalTermMonths ?? 0), atMost: 60 };
    case 'parole':
      return mainPenalty === 'fixed-term'
        ? { atLeast: 0, atMost: originalTermMonths ?? 300 }
        : { atLeast: 120, atMost: 120 };
    case 'outside-prison':
    case 'other':
      return undefined;
  }
};

/** The last day of a term of whole months is a day short of the same day of the month, or that day itself. */
const termOutOfBounds = (data: Received): ConfirmationCode | undefined => {
  const bounds = termBounds(data);
  if (bounds === undefined) return undefined;
  const { correctionFrom, correctionTo } = data;
  const tooShort = correctionTo < addDays(addMonths(correctionFrom, bounds.atLeast), -1);
  const tooLong = correctionTo > addMonths(correctionFrom, bounds.atMost);
  return tooShort || tooLong ? 'corrections.term-out-of-bounds' : undefined;
};

/**
 * Papers, reporting, intake and the first steps in the register.
 * @rejects corrections.other-person, other-judgment  the case is about somebody or something else
 * @rejects corrections.before-effect                 before the judgment took effect (CC-R02)
 * @rejects corrections.not-yet-overdue               the days to report are not over
 * @rejects corrections.outside-term                  not within the term of correction (CC-R03)
 * @rejects corrections.ground-not-for-category       ground missing, or given for another category
 * @rejects corrections.group-lacks-female, group-lacks-minor-specialist  CC-R10
 * @rejects corrections.already-announced, no-group, no-plan, plan-exists
 * @source 社区矫正法 第二十至二十五条、第五十二条; 社区矫正法实施办法 第十六至二十二条
 */
export const intakeRules: CaseRules<IntakeEvent> = {
  'corrections.LegalDocumentsReceived': (data, state) => {
    const other = otherCase(state, data);
    if (other !== undefined || state.status === 'none') return other ?? accept;
    const known = data.docs.every(({ no }) => state.docs.includes(no));
    return known && (state.docsComplete || !data.complete) ? nothing : accept;
  },

  'corrections.SubjectReported': (data, state) => {
    const other = otherCase(state, data);
    if (other !== undefined) return other;
    return data.reportedOn < data.effectiveOn ? refuse('corrections.before-effect', 'reportedOn') : accept;
  },

  'corrections.NonReportRecorded': (data, state) => {
    const other = otherCase(state, data);
    if (other !== undefined) return other;
    return data.overdueOn > addDays(data.effectiveOn, DAYS_TO_REPORT)
      ? accept
      : refuse('corrections.not-yet-overdue', 'overdueOn');
  },

  'corrections.SubjectReceived': (data, state) => {
    const other = otherCase(state, data);
    if (other !== undefined) return other;
    const { category, receivedOn, correctionFrom, correctionTo } = data;
    if (groundMisplaced(data)) return refuse('corrections.ground-not-for-category', 'outsidePrisonGround');
    if (receivedOn < (category === 'outside-prison' ? data.decidedOn : data.effectiveOn))
      return refuse('corrections.before-effect', 'receivedOn');
    if (receivedOn < correctionFrom || receivedOn > correctionTo)
      return refuse('corrections.outside-term', 'receivedOn', 'correctionFrom', 'correctionTo');
    return acceptUnless(termOutOfBounds(data));
  },

  'corrections.SubjectTransferredIn': (data, state) => {
    const other = otherCase(state, data);
    if (other !== undefined) return other;
    if (groundMisplaced(data)) return refuse('corrections.ground-not-for-category', 'outsidePrisonGround');
    const { transferredInOn, correctionFrom, correctionTo } = data;
    return transferredInOn < correctionFrom || transferredInOn > correctionTo
      ? refuse('corrections.outside-term', 'transferredInOn', 'correctionFrom', 'correctionTo')
      : accept;
  },

  'corrections.OpeningBalanceImported': (data) => {
    const { state, receivedOn, asOfDate, correctionFrom, correctionTo } = data;
    if (groundMisplaced(data)) return refuse('corrections.ground-not-for-category', 'outsidePrisonGround');
    if (correctionFrom > correctionTo) return refuse('corrections.dates-reversed', 'correctionFrom', 'correctionTo');
    if (state !== 'in-register') return accept;
    if (receivedOn === undefined) return refuse('corrections.received-on-missing', 'receivedOn');
    return receivedOn > asOfDate ? refuse('corrections.dates-reversed', 'receivedOn', 'asOfDate') : accept;
  },

  'corrections.IntakeAnnounced': supervised(({ announcedOn }, state) => {
    if (state.announcedOn === undefined) return accept;
    return state.announcedOn === announcedOn ? nothing : refuse('corrections.already-announced', 'announcedOn');
  }),

  'corrections.CorrectionGroupFormed': supervised(({ members }, state) => {
    if (state.sex === 'female' && !members.some(({ sex }) => sex === 'female'))
      return refuse('corrections.group-lacks-female', 'members');
    if (state.minor && !members.some(({ familiarWithMinors }) => familiarWithMinors === true))
      return refuse('corrections.group-lacks-minor-specialist', 'members');
    return accept;
  }),

  'corrections.CorrectionPlanAdopted': supervised(({ planDocNo }, { groupFormed, plans }) => {
    if (plans.includes(planDocNo)) return nothing;
    if (plans.length > 0) return refuse('corrections.plan-exists', 'planDocNo');
    return groupFormed ? accept : refuse('corrections.no-group');
  }),

  'corrections.CorrectionPlanAdjusted': supervised(({ planDocNo }, { plans }) => {
    if (plans.includes(planDocNo)) return nothing;
    return plans.length > 0 ? accept : refuse('corrections.no-plan');
  }),
};
