import type { FactSheet, ViewedEvent } from '#application/facts.js';
import type { LocalDate } from '#kernel/dates.js';
import { exact } from '#kernel/money.js';
import { type Handlers, keyOf, kindOfCase, newest, putCase, putNewest, putOfCase, theCase } from './case-sheet.js';

/** The case is out of hand; from this day the agent owes the file. */
const close = (sheet: FactSheet, event: ViewedEvent, endedOn: LocalDate, fileFrom: LocalDate): void => {
  putCase(sheet, { endedOn });
  putNewest(sheet, 'legal-aid.open-case', { openTo: endedOn });
  putOfCase(sheet, 'legal-aid.dossier', keyOf(event), { closedOn: fileFrom });
};

/** Who acts, and how it ends. */
export const handlingFacts: Handlers = {
  'legal-aid.AgentAssigned': ({ data: { assignedOn, agentKind } }, sheet) => {
    const emergency = theCase(sheet)?.fields['status'] === 'applied';
    putCase(sheet, { status: emergency ? 'provisional' : 'assigned', assignedOn, agentKind, emergency });
    putNewest(sheet, 'legal-aid.examination', { assignedOn });
  },
  'legal-aid.AgentReassigned': ({ data: { agentKind } }, sheet) => putCase(sheet, { agentKind }),
  'legal-aid.AidConcluded': (event, sheet) => {
    const { concludedOn, basis, result, amountRecovered, amountWages } = event.data;
    putCase(sheet, { status: 'concluded', concludedOn, basis, result, amountRecovered, amountWages });
    close(sheet, event, concludedOn, concludedOn);
  },
  'legal-aid.AidTerminated': (event, sheet) => {
    const { decidedOn, reason, agentNotifiedOn = decidedOn } = event.data;
    putCase(sheet, { status: 'terminated', resumesAs: theCase(sheet)?.fields['status'] });
    const fields = { terminatedOn: decidedOn, reason, ...kindOfCase(sheet) };
    putOfCase(sheet, 'legal-aid.termination', keyOf(event), fields);
    if (theCase(sheet)?.fields['assignedOn'] === undefined)
      putNewest(sheet, 'legal-aid.examination', { lapsedOn: decidedOn });
    close(sheet, event, decidedOn, agentNotifiedOn);
  },
};

/** After the end: the file, the subsidy, the assessment, the visit. */
export const afterFacts: Handlers = {
  'legal-aid.DossierSubmitted': (event, sheet) => {
    const { submittedOn, complete } = event.data;
    if (newest(sheet, 'legal-aid.dossier')?.fields['submittedOn'] === undefined)
      putNewest(sheet, 'legal-aid.dossier', { submittedOn, complete });
    else putOfCase(sheet, 'legal-aid.dossier', keyOf(event), { submittedOn, complete });
  },
  'legal-aid.DossierReviewed': ({ data: { reviewedOn, outcome } }, sheet) =>
    putNewest(sheet, 'legal-aid.dossier', { reviewedOn, outcome }),
  'legal-aid.CaseArchived': ({ data: { archiveNo } }, sheet) => {
    putCase(sheet, { status: 'archived' });
    putNewest(sheet, 'legal-aid.dossier', { archiveNo });
  },
  'legal-aid.SubsidyApproved': ({ data: { approvedOn, amount } }, sheet) => {
    const agentKind = theCase(sheet)?.fields['agentKind'];
    const { nature } = kindOfCase(sheet);
    putOfCase(sheet, 'legal-aid.subsidy', 'subsidy', { approvedOn, amountApproved: amount, nature, agentKind });
  },
  'legal-aid.SubsidyPaid': ({ data: { paidOn, amount } }, sheet) => {
    const approved = newest(sheet, 'legal-aid.subsidy')?.fields['amountApproved'] as string | undefined;
    const inFull = exact(amount).greaterThanOrEqualTo(approved ?? '0');
    putNewest(sheet, 'legal-aid.subsidy', { paidOn, amountPaid: amount, ...(inFull && { settledOn: paidOn }) });
  },
  'legal-aid.CaseQualityAssessed': (event, sheet, { passingGrades }) => {
    const { assessedOn, grade, method } = event.data;
    const { nature } = kindOfCase(sheet);
    const fields = { assessedOn, grade, method, nature, passed: passingGrades.includes(grade) };
    putOfCase(sheet, 'legal-aid.assessment', keyOf(event), fields);
  },
  'legal-aid.RecipientRevisited': (event, sheet, { satisfiedAnswers }) => {
    const { visitedOn, satisfaction } = event.data;
    const [answered, satisfied] = [satisfaction !== 'not-answered', satisfiedAnswers.includes(satisfaction)];
    putOfCase(sheet, 'legal-aid.revisit', keyOf(event), { visitedOn, satisfaction, answered, satisfied });
  },
};
