import { type Progress, type ProcedureRule, allOf, lastOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import { limitEnd } from '#kernel/time-limit.js';
import type { LitigationSettings } from '../settings.js';
import type { DataOfEvent, EventType, LitigationEvent } from './events.js';
import { appealLimits } from './law.js';
import { inThisInstance, judgmentsOf, suitOf } from './memory.js';
import { OF_ANY_INSTANCE, OF_A_HIGHER_COURT, appealOf, meaningOf } from './outcome.js';
import { refuse } from './rejections.js';

type LitigationRules = {
  readonly [Type in EventType]?: ProcedureRule<LitigationEvent, Type, LitigationSettings>;
};

type Suit = DataOfEvent<'litigation.ResponseNoticeReceived' | 'litigation.OpeningBalanceImported'>;

const unnamed = ({ plaintiffs }: Pick<Suit, 'plaintiffs'>): boolean =>
  plaintiffs.some(({ kind, personRef, firmName }) =>
    kind === 'citizen' ? personRef === undefined : firmName === undefined,
  );

/** The instance that may follow, by where the suit stands; any where nothing is on record. */
const followedBy = ({ status }: Progress<LitigationEvent>): Suit['instance'] | undefined => {
  if (status === 'none') return undefined;
  if (status === 'appealed') return 'second';
  return status === 'remanded' ? 'first' : 'retrial';
};

/**
 * When papers of the court may come in, and what is answered to them.
 * @rejects litigation.plaintiff-unnamed, dates-reversed, opening-incomplete
 * @rejects litigation.instance-misplaced        a second instance follows an appeal, a retrial what is final
 * @rejects litigation.already-answered          one answer an instance
 * @rejects litigation.nobody-attended           the head, somebody in his place, or the reason why nobody did
 * @rejects litigation.absence-unexplained       why a head who had to appear did not
 * @rejects litigation.other-instance, outcome-not-of-instance, standing-outcome-missing
 * @rejects litigation.no-further-appeal         second instance, withdrawal and mediation end it
 * @rejects litigation.appeal-term-open          a first judgment is not final while it may be appealed
 * @rejects litigation.outcome-differs           won and lost follow from the judgment
 * @rejects litigation.performance-misplaced, nothing-to-perform
 * @rejects litigation.advice-exists, no-such-advice, advice-answered
 * @source 行政诉讼法 第三条、第六十七条、第六十九条至第七十八条、第八十五条至第八十九条
 */
export const rules: LitigationRules = {
  'litigation.OpeningBalanceImported': (data) => {
    const { asOfDate, state, judgedOn, outcome } = data;
    if (unnamed(data)) return refuse('litigation.plaintiff-unnamed', 'plaintiffs');
    const later = (['receivedOn', 'judgedOn'] as const).find((name) => (data[name] ?? '') > asOfDate);
    if (later !== undefined) return refuse('litigation.dates-reversed', later, 'asOfDate');
    const judged = state === 'judged' || state === 'appealed';
    return judged === (outcome !== undefined) && judged === (judgedOn !== undefined)
      ? accept
      : refuse('litigation.opening-incomplete', 'outcome', 'judgedOn');
  },

  'litigation.ResponseNoticeReceived': (data, state) => {
    if (unnamed(data)) return refuse('litigation.plaintiff-unnamed', 'plaintiffs');
    if (data.courtFiledOn !== undefined && data.courtFiledOn > data.receivedOn)
      return refuse('litigation.dates-reversed', 'courtFiledOn', 'receivedOn');
    if ((followedBy(state) ?? data.instance) !== data.instance)
      return refuse('litigation.instance-misplaced', 'instance');
    const known = [
      ...allOf(state, 'litigation.ResponseNoticeReceived'),
      ...allOf(state, 'litigation.OpeningBalanceImported'),
    ];
    return known.some(({ courtCaseNo }) => courtCaseNo === data.courtCaseNo)
      ? refuse('litigation.court-number-taken', 'courtCaseNo')
      : accept;
  },

  'litigation.DefenceSubmitted': ({ docNo }, state) => {
    const answered = lastOf(inThisInstance(state), 'litigation.DefenceSubmitted');
    if (answered === undefined) return accept;
    return answered.docNo === docNo ? nothing : refuse('litigation.already-answered');
  },

  'litigation.HearingAttended': ({ headRequired, headPresent, delegateRef, reasonAbsent }) => {
    if (headPresent) return accept;
    if (delegateRef === undefined && reasonAbsent === undefined)
      return refuse('litigation.nobody-attended', 'delegateRef', 'reasonAbsent');
    return headRequired && reasonAbsent === undefined
      ? refuse('litigation.absence-unexplained', 'reasonAbsent')
      : accept;
  },

  'litigation.JudgmentReceived': ({ instance, outcome, standingOutcome }, state) => {
    if (instance !== suitOf(state).instance) return refuse('litigation.other-instance', 'instance');
    const higher = OF_A_HIGHER_COURT.includes(outcome);
    const misplaced = instance === 'first' ? higher : instance === 'second' && !higher;
    if (misplaced && !OF_ANY_INSTANCE.includes(outcome)) return refuse('litigation.outcome-not-of-instance', 'outcome');
    const below = judgmentsOf(state).at(-1)?.standing;
    const needed = outcome === 'reversed' || ((outcome === 'upheld' || outcome === 'appeal-withdrawn') && !below);
    return needed === (standingOutcome !== undefined)
      ? accept
      : refuse('litigation.standing-outcome-missing', 'standingOutcome');
  },

  'litigation.AppealFiled': ({ by }, state) => {
    const judgment = judgmentsOf(state).at(-1);
    if (judgment === undefined || judgment.instance === 'second' || appealOf(judgment.outcome) === 'none')
      return refuse('litigation.no-further-appeal');
    return allOf(inThisInstance(state), 'litigation.AppealFiled').some((known) => known.by === by) ? nothing : accept;
  },

  'litigation.JudgmentBecameFinal': ({ effectiveOn, finalOutcome, performBy }, state, { calendar }) => {
    const judgment = judgmentsOf(state).at(-1);
    const meaning = judgment?.standing === undefined ? undefined : meaningOf[judgment.standing];
    const losing = (value: string | undefined): boolean => value === 'lost' || value === 'partly-lost';
    if (judgment === undefined || (finalOutcome !== meaning && !(losing(finalOutcome) && losing(meaning))))
      return refuse('litigation.outcome-differs', 'finalOutcome');
    const appeal = judgment.instance === 'first' ? appealOf(judgment.outcome) : 'none';
    const last = appeal === 'none' ? undefined : limitEnd(judgment.receivedOn, appealLimits[appeal], calendar)?.dueOn;
    if (last !== undefined && effectiveOn <= last) return refuse('litigation.appeal-term-open', 'effectiveOn');
    return performBy !== undefined && finalOutcome === 'won'
      ? refuse('litigation.performance-misplaced', 'performBy')
      : accept;
  },

  'litigation.JudgmentPerformed': (_data, state) =>
    lastOf(state, 'litigation.JudgmentBecameFinal')?.finalOutcome === 'won'
      ? refuse('litigation.nothing-to-perform')
      : accept,

  'litigation.JudicialAdviceReceived': ({ docNo }, state) =>
    allOf(state, 'litigation.JudicialAdviceReceived').some((known) => known.docNo === docNo)
      ? refuse('litigation.advice-exists', 'docNo')
      : accept,

  'litigation.JudicialAdviceAnswered': ({ docNo, replyDocNo }, state) => {
    if (!allOf(state, 'litigation.JudicialAdviceReceived').some((known) => known.docNo === docNo))
      return refuse('litigation.no-such-advice', 'docNo');
    const answered = allOf(state, 'litigation.JudicialAdviceAnswered').find((known) => known.docNo === docNo);
    if (answered === undefined) return accept;
    return answered.replyDocNo === replyDocNo ? nothing : refuse('litigation.advice-answered', 'docNo');
  },
};
