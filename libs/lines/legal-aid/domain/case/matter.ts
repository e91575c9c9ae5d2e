import type { Uuid } from '#kernel/ids.js';
import { type Progress, lastOf } from '#kernel/procedure.js';
import type { CaseEvent, DataOfEvent } from '../events/index.js';

export type CaseStatus =
  | 'applied'
  | 'supplement'
  | 'provisional'
  | 'granted'
  | 'notified'
  | 'assigned'
  | 'refused'
  | 'withdrawn'
  | 'concluded'
  | 'terminated'
  | 'archived';

export type CaseProgress = Progress<CaseEvent, CaseStatus>;

type Applied = DataOfEvent<'legal-aid.AidApplied'>;

/** What a case is about, however it began. */
export interface CaseMatter extends Pick<Applied, 'nature' | 'form' | 'matter' | 'stage' | 'caseNo' | 'receivedOn'> {
  readonly persons: readonly Uuid[];
}

const persons = ({ applicants }: Pick<Applied, 'applicants'>): readonly Uuid[] =>
  applicants.map(({ personRef }) => personRef);

/** Undefined before the first event. */
export const matterOf = (state: CaseProgress): CaseMatter | undefined => {
  const first = state.past[0];
  switch (first?.type) {
    case 'legal-aid.AidApplied':
    case 'legal-aid.OpeningBalanceImported':
      return {
        ...first.data,
        form: lastOf(state, 'legal-aid.AidGranted')?.form ?? first.data.form,
        persons: persons(first.data),
      };
    case 'legal-aid.DefenceNotified':
      return { ...first.data, nature: 'criminal', form: 'criminal-defence-agency', persons: [first.data.suspectRef] };
    default:
      return undefined;
  }
};

/** The lines of the yearly form that closed cases stand in, each with its own results. */
export type ClosingGroup = 'criminal' | 'litigation' | 'non-litigation';

export const closingGroupOf = ({ nature, form }: Pick<Applied, 'nature' | 'form'>): ClosingGroup => {
  if (nature === 'criminal') return 'criminal';
  return form === 'litigation' || form === 'petition' ? 'litigation' : 'non-litigation';
};
