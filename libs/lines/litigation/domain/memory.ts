import type { LocalDate } from '#kernel/dates.js';
import { type Progress, newestOf } from '#kernel/procedure.js';
import type { DataOfEvent, LitigationEvent } from './events.js';
import type { Outcome, StandingOutcome } from './outcome.js';

type Past = Pick<Progress<LitigationEvent>, 'past'>;

type Suit = DataOfEvent<'litigation.ResponseNoticeReceived' | 'litigation.OpeningBalanceImported'>;

/** The papers that began the instance under way. @throws Error where there are none: no step leads there */
export const suitOf = (past: Past): Suit => {
  const found = newestOf(past, 'litigation.ResponseNoticeReceived', 'litigation.OpeningBalanceImported');
  if (found === undefined) throw new Error('a suit begins with a notice');
  return found.data;
};

/** What happened in the instance under way. */
export const inThisInstance = ({ past }: Past): Past => {
  const began = past.findLastIndex(
    ({ type }) => type === 'litigation.ResponseNoticeReceived' || type === 'litigation.OpeningBalanceImported',
  );
  return { past: past.slice(began + 1) };
};

interface KnownJudgment {
  readonly instance: Suit['instance'];
  readonly receivedOn: LocalDate;
  readonly outcome: Outcome;
  /** What the suit stands at after it; unknown where it upholds what is not on record. */
  readonly standing?: StandingOutcome;
}

/** Every judgment so far with what stood after it. A remand undoes what stood. */
export const judgmentsOf = ({ past }: Past): readonly KnownJudgment[] =>
  past.reduce<readonly KnownJudgment[]>((known, { type, data }) => {
    if (type === 'litigation.OpeningBalanceImported') {
      const { instance, judgedOn, outcome } = data;
      return outcome === undefined || judgedOn === undefined
        ? known
        : [...known, { instance, receivedOn: judgedOn, outcome, standing: outcome }];
    }
    if (type !== 'litigation.JudgmentReceived') return known;
    const { instance, receivedOn, outcome } = data;
    const standing = data.standingOutcome ?? standingAfter(outcome, known.at(-1)?.standing);
    return [...known, { instance, receivedOn, outcome, ...(standing === undefined ? {} : { standing }) }];
  }, []);

const standingAfter = (outcome: Outcome, before: StandingOutcome | undefined): StandingOutcome | undefined => {
  switch (outcome) {
    case 'upheld':
    case 'appeal-withdrawn':
      return before;
    case 'reversed':
    case 'remanded':
      return undefined;
    case 'claim-dismissed':
    case 'revoked':
    case 'partly-revoked':
    case 'modified':
    case 'duty-ordered':
    case 'payment-ordered':
    case 'declared-unlawful':
    case 'declared-void':
    case 'agreement-performance':
    case 'agreement-compensation':
    case 'suit-dismissed':
    case 'withdrawn':
    case 'withdrawn-after-change':
    case 'discontinued':
    case 'mediated':
      return outcome;
  }
};
