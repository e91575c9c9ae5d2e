import type { Happened } from '#kernel/decider.js';
import type { DataOfEvent, IntakeEvent } from '../../events/index.js';
import type { CaseState, Expected, Supervised } from '../state.js';

/** The events that bring a case into being, or into the register. */
export type OpeningEvent = Extract<
  IntakeEvent,
  {
    type:
      | 'corrections.LegalDocumentsReceived'
      | 'corrections.SubjectReported'
      | 'corrections.NonReportRecorded'
      | 'corrections.SubjectReceived'
      | 'corrections.SubjectTransferredIn'
      | 'corrections.OpeningBalanceImported';
  }
>;

type Intake = DataOfEvent<
  'corrections.SubjectReceived' | 'corrections.SubjectTransferredIn' | 'corrections.OpeningBalanceImported'
>;

const expected = (
  state: CaseState,
  { personRef, judgmentDocNo, effectiveOn }: Pick<Expected, 'personRef' | 'judgmentDocNo' | 'effectiveOn'>,
): Expected => {
  const { docs, docsComplete } = state.status === 'none' ? { docs: [], docsComplete: false } : state;
  return { personRef, judgmentDocNo, effectiveOn, docs, docsComplete };
};

/** A case as it stands on its first day in the register: nothing has happened in it yet. */
const supervised = (state: CaseState, data: Intake, receivedOn: string): Supervised => ({
  ...expected(state, data),
  sex: data.sex,
  minor: data.minor,
  category: data.category,
  ...(data.subjectNo === undefined ? {} : { subjectNo: data.subjectNo }),
  officeCode: data.officeCode,
  receivedOn,
  correctionFrom: data.correctionFrom,
  correctionTo: data.correctionTo,
  groupFormed: false,
  plans: [],
  opinions: new Map(),
  leaves: new Map(),
  permits: [],
  changes: new Map(),
  violations: new Map(),
  punishments: [],
  publicSecurityProposals: [],
  publicSecurityPunishments: [],
  commendations: [],
  reductions: [],
  revocationDocs: [],
  exitReports: [],
  travelDocuments: new Map(),
});

export const evolveOpening = (state: CaseState, event: Happened<OpeningEvent>): CaseState => {
  switch (event.type) {
    case 'corrections.LegalDocumentsReceived': {
      const { docs, complete } = event.data;
      const before = state.status === 'none' ? { ...expected(state, event.data), status: 'notified' as const } : state;
      const known = [...new Set([...before.docs, ...docs.map(({ no }) => no)])];
      return { ...before, docs: known, docsComplete: before.docsComplete || complete };
    }
    case 'corrections.SubjectReported':
      return { ...expected(state, event.data), status: 'reported' };
    case 'corrections.NonReportRecorded':
      return { ...expected(state, event.data), status: 'not-reported' };
    case 'corrections.SubjectReceived': {
      const received = supervised(state, event.data, event.data.receivedOn);
      return { ...received, docsComplete: received.docsComplete || event.data.docsComplete, status: 'in-register' };
    }
    case 'corrections.SubjectTransferredIn':
      return { ...supervised(state, event.data, event.data.transferredInOn), status: 'in-register' };
    case 'corrections.OpeningBalanceImported': {
      const { data } = event;
      if (data.state !== 'in-register') return { ...expected(state, data), status: data.state };
      return {
        ...supervised(state, data, data.receivedOn ?? data.asOfDate),
        groupFormed: data.groupFormedOn !== undefined,
        plans: data.planAdoptedOn === undefined ? [] : [undefined],
        ...(data.managementLevel === undefined ? {} : { level: data.managementLevel }),
        status: 'in-register',
      };
    }
  }
};
