import { daysBetween } from '#kernel/dates.js';
import { exact } from '#kernel/money.js';
import { type ProcedureRule, lastOf, newestOf } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import type { LegalAidSettings } from '../../settings.js';
import type { CaseEvent, DataOfEvent } from '../events/index.js';
import { acceptUnless, refuse } from '../rejections.js';
import { type CaseMatter, type CaseProgress, type ClosingGroup, closingGroupOf, matterOf } from './matter.js';

type Rule<Type extends CaseEvent['type']> = ProcedureRule<CaseEvent, Type, LegalAidSettings>;
type Agent = Pick<DataOfEvent<'legal-aid.AgentAssigned'>, 'agentKind' | 'practiceYears'>;
type Concluded = DataOfEvent<'legal-aid.AidConcluded'>;

const lawyers: readonly Agent['agentKind'][] = ['centre-lawyer', 'private-lawyer'];
const gravest = ['life-or-death', 'death-review'];

/**
 * Who may act.
 * @rejects legal-aid.lawyer-required   a notified defence is a lawyer's (第二十五条)
 * @rejects legal-aid.agent-too-junior  life imprisonment or death is possible: three years of practice (第二十六条)
 */
const competent = ({ agentKind, practiceYears = 0 }: Agent, state: CaseProgress, settings: LegalAidSettings) => {
  const notice = lastOf(state, 'legal-aid.DefenceNotified');
  if (notice === undefined) return accept;
  if (!lawyers.includes(agentKind)) return refuse('legal-aid.lawyer-required', 'agentKind');
  return gravest.includes(notice.ground) && practiceYears < settings.seniorPracticeYears
    ? refuse('legal-aid.agent-too-junior', 'practiceYears')
    : accept;
};

/**
 * @rejects legal-aid.not-granted          before the grant only as emergency aid, with its ground (第四十四条)
 * @rejects legal-aid.limitation-not-near  the limitation said to be near ends in a week or later, or is not given
 */
const assign: Rule<'legal-aid.AgentAssigned'> = (data, state, { settings }) => {
  const { assignedOn, emergencyGround, limitationEndsOn } = data;
  if (state.status === 'applied' && emergencyGround === undefined)
    return refuse('legal-aid.not-granted', 'emergencyGround');
  const left = limitationEndsOn === undefined ? Infinity : daysBetween(assignedOn, limitationEndsOn);
  if (emergencyGround === 'limitation-near' && left >= settings.emergencyLimitationDays)
    return refuse('legal-aid.limitation-not-near', 'limitationEndsOn');
  return competent(data, state as CaseProgress, settings);
};

/**
 * @rejects legal-aid.not-granted  nobody acts whom another could replace
 * @rejects legal-aid.same-agent   the agent acts already
 */
const reassign: Rule<'legal-aid.AgentReassigned'> = (data, state, { settings }) => {
  const acting = newestOf(state, 'legal-aid.AgentAssigned', 'legal-aid.AgentReassigned');
  const imported = lastOf(state, 'legal-aid.OpeningBalanceImported');
  if (acting === undefined && imported?.state !== 'assigned') return refuse('legal-aid.not-granted');
  if ((acting?.data.agentRef ?? imported?.agentRef) === data.agentRef)
    return refuse('legal-aid.same-agent', 'agentRef');
  return competent(data, state as CaseProgress, settings);
};

/** Days on paper: the closing day is the day the agent receives it. 办理法律援助案件程序规定 */
const onPaper: readonly Concluded['basis'][] = ['judgment', 'transfer-opinion', 'prosecution-decision', 'award'];

const basesOf = (subject: CaseMatter): readonly Concluded['basis'][] => {
  const group = closingGroupOf(subject);
  if (group === 'litigation') return ['judgment'];
  if (group === 'non-litigation') return ['award', 'settlement', 'performance'];
  if (subject.stage === 'investigation') return ['transfer-opinion'];
  return subject.stage === 'prosecution' ? ['prosecution-decision'] : ['judgment'];
};

const resultsOf: Readonly<Record<ClosingGroup, readonly Concluded['result'][]>> = {
  criminal: ['adopted', 'partly-adopted', 'not-adopted'],
  litigation: ['won', 'lost', 'mediated', 'withdrawn'],
  'non-litigation': ['mediated', 'settled', 'arbitrated'],
};

/**
 * The closing day and what came of it. Something recovered though the case was lost needs a second person.
 * @rejects legal-aid.basis-not-for-case      another paper, or none, closes such a case
 * @rejects legal-aid.result-paper-missing    a paper closes it, and the day of its receipt is not given
 * @rejects legal-aid.not-the-closing-day     closed on another day than that of receipt
 * @rejects legal-aid.result-not-for-kind     a result of another line of the form
 * @rejects legal-aid.wages-exceed-recovered  the part is more than the whole
 */
const conclude: Rule<'legal-aid.AidConcluded'> = (data, state) => {
  const { basis, result, concludedOn, resultDocReceivedOn, amountRecovered, amountWages = '0' } = data;
  const subject = matterOf(state as CaseProgress);
  if (subject === undefined) return accept;
  if (!basesOf(subject).includes(basis)) return refuse('legal-aid.basis-not-for-case', 'basis');
  if (!resultsOf[closingGroupOf(subject)].includes(result)) return refuse('legal-aid.result-not-for-kind', 'result');
  if (onPaper.includes(basis)) {
    if (resultDocReceivedOn === undefined) return refuse('legal-aid.result-paper-missing', 'resultDocReceivedOn');
    if (resultDocReceivedOn !== concludedOn) return refuse('legal-aid.not-the-closing-day', 'concludedOn');
  }
  if (exact(amountWages).greaterThan(amountRecovered)) return refuse('legal-aid.wages-exceed-recovered', 'amountWages');
  return acceptUnless(
    result === 'lost' && !exact(amountRecovered).isZero() ? 'legal-aid.recovered-though-lost' : undefined,
  );
};

const terminate: Rule<'legal-aid.AidTerminated'> = ({ decidedOn, agentNotifiedOn = decidedOn }) =>
  agentNotifiedOn < decidedOn ? refuse('legal-aid.dates-reversed', 'agentNotifiedOn') : accept;

export const handlingRules = {
  'legal-aid.AgentAssigned': assign,
  'legal-aid.AgentReassigned': reassign,
  'legal-aid.AidConcluded': conclude,
  'legal-aid.AidTerminated': terminate,
};
