import type { LocalDate } from '#kernel/dates.js';
import type { Rule, RuleContext, Rules } from '#kernel/decider.js';
import { accept, nothing } from '#kernel/reject.js';
import type { CorrectionsSettings } from '../../settings.js';
import type { AssessmentEvent } from '../events/index.js';
import { outOfStep, refuse } from '../rejections.js';
import type { AssessmentState, Commission } from './state.js';

type Context = RuleContext<CorrectionsSettings>;

/** A rule about a commission that has come in. */
const commissioned =
  <Data>(rule: (data: Data, commission: Commission, context: Context) => ReturnType<Rule<Data, Commission>>) =>
  (data: Data, state: AssessmentState, context: Context) =>
    state.status === 'none' ? outOfStep : rule(data, state, context);

/** The day the opinion is due: the one agreed on, else so many working days after the papers came. */
export const assessmentDueOn = ({ agreedDueOn, receivedOn, expedited }: Commission, context: Context): LocalDate => {
  if (agreedDueOn !== undefined) return agreedDueOn;
  const { standard, expedited: short } = context.settings.assessmentWorkingDays;
  return context.calendar.addWorkingDays(receivedOn, expedited ? short : standard).dueOn;
};

/**
 * When an assessment may be taken on, given out, extended and answered.
 * @rejects corrections.expedited-convict      the fast track is for defendants, not for convicts
 * @rejects corrections.too-few-investigators  fewer than the setting asks for
 * @rejects corrections.extension-not-later    the new day is not after the day due now
 * @rejects corrections.no-investigator        nobody was assigned
 * @rejects corrections.opinion-not-in-use     the county does not use this opinion
 * @source 社区矫正法 第十八条; 社区矫正法实施办法 第十四条
 */
export const assessmentRules: Rules<AssessmentEvent, AssessmentState, CorrectionsSettings> = {
  'corrections.AssessmentCommissioned': ({ expedited, subjectKind }) =>
    expedited && subjectKind === 'convict' ? refuse('corrections.expedited-convict', 'expedited') : accept,

  'corrections.AssessmentAssigned': commissioned(({ officeCode, investigators }, commission, { settings }) => {
    if (new Set(investigators).size < settings.minimumInvestigators)
      return refuse('corrections.too-few-investigators', 'investigators');
    const same = officeCode === commission.officeCode && String(investigators) === String(commission.investigators);
    return same ? nothing : accept;
  }),

  'corrections.AssessmentExtended': commissioned(({ newDueOn, letterNo }, commission, context) => {
    if (commission.agreedDueOn === newDueOn && commission.extensionLetters.includes(letterNo)) return nothing;
    return newDueOn > assessmentDueOn(commission, context)
      ? accept
      : refuse('corrections.extension-not-later', 'newDueOn');
  }),

  'corrections.AssessmentConcluded': commissioned(({ opinion }, { investigators }, { settings }) => {
    if (investigators.length === 0) return refuse('corrections.no-investigator');
    return settings.assessmentOpinions.includes(opinion) ? accept : refuse('corrections.opinion-not-in-use', 'opinion');
  }),

  'corrections.AssessmentReturned': () => accept,
  'corrections.AssessmentWithdrawn': () => accept,
};
