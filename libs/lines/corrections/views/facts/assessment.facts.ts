import type { FactSheet } from '#application/facts.js';
import { type FieldsOf, type Handlers, put } from './case-sheet.js';

const KEY = 'assessment';
const putAssessment = (sheet: FactSheet, fields: FieldsOf<'corrections.assessment'>, person?: string): void =>
  put(sheet, 'corrections.assessment', KEY, fields, person === undefined ? undefined : { person });

/** Pre-sentence assessments; one belongs to the office that took the commission, whoever looks into it. */
export const assessmentFacts: Handlers = {
  'corrections.AssessmentCommissioned': ({ data }, sheet) =>
    putAssessment(
      sheet,
      {
        receivedOn: data.receivedOn,
        orgKind: data.commissioningOrg.kind,
        subjectKind: data.subjectKind,
        proposedCategory: data.proposedCategory,
        expedited: data.expedited,
        outcome: 'pending',
      },
      data.personRef,
    ),
  'corrections.AssessmentAssigned': ({ data }, sheet) =>
    putAssessment(sheet, { assignedOn: data.assignedOn, assignedTo: data.officeCode }),
  'corrections.AssessmentExtended': ({ data }, sheet) => putAssessment(sheet, { extendedTo: data.newDueOn }),
  'corrections.AssessmentConcluded': ({ data }, sheet) =>
    putAssessment(sheet, { outcome: data.opinion, concludedOn: data.concludedOn, endedOn: data.concludedOn }),
  'corrections.AssessmentReturned': ({ data }, sheet) =>
    putAssessment(sheet, { outcome: 'returned', lapsedOn: data.returnedOn, endedOn: data.returnedOn }),
  'corrections.AssessmentWithdrawn': ({ data }, sheet) =>
    putAssessment(sheet, { outcome: 'withdrawn', lapsedOn: data.withdrawnOn, endedOn: data.withdrawnOn }),
};
