import type { Happened } from '#kernel/decider.js';
import type { AssessmentEvent, DataOfEvent } from '../events/index.js';
import type { AssessmentState, Commission } from './state.js';

/** One commission letter about one person: what makes two assessments the same. */
export const commissionKey = (data: DataOfEvent<'corrections.AssessmentCommissioned'>): string =>
  [data.commissioningOrg.kind, data.commissioningOrg.name, data.commissionLetterNo, data.personRef].join(':');

export const evolveAssessment = (state: AssessmentState, event: Happened<AssessmentEvent>): AssessmentState => {
  if (event.type === 'corrections.AssessmentCommissioned') {
    const { personRef, receivedOn, expedited } = event.data;
    const key = commissionKey(event.data);
    return { status: 'received', key, personRef, receivedOn, expedited, investigators: [], extensionLetters: [] };
  }
  return state.status === 'none' ? state : { ...state, ...after(state, event) };
};

const after = (
  commission: Commission,
  event: Exclude<Happened<AssessmentEvent>, { type: 'corrections.AssessmentCommissioned' }>,
): Partial<Exclude<AssessmentState, { status: 'none' }>> => {
  switch (event.type) {
    case 'corrections.AssessmentAssigned':
      return { officeCode: event.data.officeCode, investigators: event.data.investigators };
    case 'corrections.AssessmentExtended': {
      const { newDueOn, letterNo } = event.data;
      return { agreedDueOn: newDueOn, extensionLetters: [...commission.extensionLetters, letterNo] };
    }
    case 'corrections.AssessmentConcluded':
      return { status: 'concluded' };
    case 'corrections.AssessmentReturned':
      return { status: 'returned' };
    case 'corrections.AssessmentWithdrawn':
      return { status: 'withdrawn' };
  }
};
