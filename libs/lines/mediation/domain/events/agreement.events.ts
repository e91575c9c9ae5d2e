import { defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, flag, list, money, optional, plannedDate, record, text } from '#kernel/schema.js';
import { agreementForm, confirmationOutcome, performanceDegree, preventedHarm } from '../enumerations.js';

/** The agreement, its performance and its confirmation by the court. @source 人民调解法 第二十八条至第三十三条 */
export const agreementEvents = eventTable(
  defineEvent({
    type: 'mediation.MediationSucceeded',
    command: 'SucceedMediation',
    /** Written: the day all had signed; oral: the day it was agreed. 人民调解法 第二十九、三十条 */
    datedBy: 'agreementEffectiveOn',
    fields: {
      agreementEffectiveOn: date(),
      form: agreementForm,
      agreementNo: optional(code()),
      amountAgreed: money(),
      /** The last day for performance; absent: at once. */
      performDueOn: optional(plannedDate()),
      prevented: optional(list(record({ harm: preventedHarm, peopleCount: count(1) }), 1, 4)),
      /** Both want the court to confirm it. */
      confirmationWanted: optional(flag()),
    },
  }),
  defineEvent({
    type: 'mediation.AgreementPerformed',
    command: 'PerformAgreement',
    datedBy: 'performedOn',
    /** `amountPerformed` is what was performed this time. */
    fields: { performedOn: date(), degree: performanceDegree, amountPerformed: money() },
  }),
  defineEvent({
    type: 'mediation.AgreementBreached',
    command: 'BreachAgreement',
    datedBy: 'breachedOn',
    fields: { breachedOn: date() },
  }),
  defineEvent({
    type: 'mediation.JudicialConfirmationApplied',
    command: 'ApplyJudicialConfirmation',
    datedBy: 'appliedOn',
    fields: { appliedOn: date(), courtName: text(100), jointly: flag() },
  }),
  defineEvent({
    type: 'mediation.JudicialConfirmationRuled',
    command: 'RuleJudicialConfirmation',
    datedBy: 'ruledOn',
    documentRequired: true,
    fields: { ruledOn: date(), outcome: confirmationOutcome, docNo: code() },
  }),
);
