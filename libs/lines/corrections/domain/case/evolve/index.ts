import type { Happened } from '#kernel/decider.js';
import type { CaseEvent, ClosingEvent } from '../../events/index.js';
import { type CaseMemory, isSupervised } from '../rule.js';
import type { CaseState, Supervised } from '../state.js';
import {
  exitControlMemory,
  intakeMemory,
  punishmentMemory,
  sentenceChangeMemory,
  supervisionMemory,
} from './memory.js';
import { custodyMemory, leaveMemory, placeChangeMemory } from './movement.js';
import { type OpeningEvent, evolveOpening } from './opening.js';

type Leaving = ClosingEvent | Extract<CaseEvent, { type: 'corrections.SubjectTransferredOut' }>;
type Within = Exclude<CaseEvent, OpeningEvent | Leaving>;

const memory: CaseMemory<Within> = {
  ...intakeMemory,
  ...supervisionMemory,
  ...leaveMemory,
  ...placeChangeMemory,
  ...punishmentMemory,
  ...custodyMemory,
  ...sentenceChangeMemory,
  ...exitControlMemory,
};

const remember = memory as Readonly<
  Record<Within['type'], (state: Supervised, event: Happened<Within>) => Partial<Supervised>>
>;

/** Remembers what a later rule may ask; the three ways out close the case. */
export const evolveCase = (state: CaseState, event: Happened<CaseEvent>): CaseState => {
  switch (event.type) {
    case 'corrections.LegalDocumentsReceived':
    case 'corrections.SubjectReported':
    case 'corrections.NonReportRecorded':
    case 'corrections.SubjectReceived':
    case 'corrections.SubjectTransferredIn':
    case 'corrections.OpeningBalanceImported':
      return evolveOpening(state, event);
    case 'corrections.SubjectReleased':
      if (!isSupervised(state)) return state;
      return { ...state, status: 'released', closedOn: event.data.releasedOn, certificateNo: event.data.certificateNo };
    case 'corrections.CorrectionTerminated':
      return isSupervised(state) ? { ...state, status: 'terminated', closedOn: event.data.terminatedOn } : state;
    case 'corrections.SubjectTransferredOut':
      return isSupervised(state)
        ? { ...state, status: 'transferred-out', closedOn: event.data.transferredOutOn }
        : state;
    default:
      return isSupervised(state) ? { ...state, ...remember[event.type](state, event) } : state;
  }
};
