import { type FieldIn, type KindOf, factTables } from '#application/fact-tables.js';

/** Fields by kind of fact. Dates are business dates; what begins or ends a stock is named for it. */
const factFields = {
  /**
   * One case. `handledOn`: the grant, or the receipt of a notice; `formRow` its column in the ministry's monthly form;
   * `resumesAs` the status before a termination, taken up again when that is set aside.
   */
  'legal-aid.case': [
    'status',
    'resumesAs',
    'origin',
    'caseNo',
    'nature',
    'form',
    'formRow',
    'closingGroup',
    'matter',
    'stage',
    'entry',
    'recipients',
    'receivedOn',
    'forwardTakenOn',
    'forwardedIn24Hours',
    'handledOn',
    'emergency',
    'assignedOn',
    'agentKind',
    'concludedOn',
    'basis',
    'result',
    'amountRecovered',
    'amountWages',
    'endedOn',
  ],
  /**
   * One examination: of an application, again after an objection, or of a notice, which answers itself. The term runs from
   * `termFrom`, and stands still while `clock` says `stopped`: a supplement is awaited.
   */
  'legal-aid.examination': [
    'receivedOn',
    'startsOn',
    'termFrom',
    'clock',
    'decidedOn',
    'decision',
    'answeredOn',
    'supersededOn',
    'refusalReason',
    'decisionDueOn',
    'grantedOn',
    'notifiedOn',
    'assignedOn',
    'assignDueOn',
    'lapsedOn',
  ],
  /** A spell in which the case is in hand: open from the grant, notice, import or reopening. */
  'legal-aid.open-case': ['openFrom', 'openTo', 'origin', 'nature'],
  'legal-aid.recipient': ['handledOn', 'nature'],
  'legal-aid.recipient-category': ['handledOn', 'category'],
  'legal-aid.termination': ['terminatedOn', 'reason', 'nature', 'closingGroup'],
  'legal-aid.objection': ['raisedOn', 'against', 'decidedOn', 'outcome'],
  /** The file, one row a hand-in; the first one is due from `closedOn`. */
  'legal-aid.dossier': ['closedOn', 'submittedOn', 'complete', 'reviewedOn', 'outcome', 'archiveNo', 'lapsedOn'],
  /** `settledOn`: the day what is paid reaches what was approved. */
  'legal-aid.subsidy': ['approvedOn', 'amountApproved', 'paidOn', 'amountPaid', 'settledOn', 'nature', 'agentKind'],
  'legal-aid.assessment': ['assessedOn', 'grade', 'method', 'passed', 'nature'],
  'legal-aid.revisit': ['visitedOn', 'satisfaction', 'answered', 'satisfied'],
  'legal-aid.consultation': ['answeredOn', 'channel', 'topicClass', 'topic'],
  'legal-aid.drafting': ['draftedOn', 'paperKind'],
  'legal-aid.duty-shift': ['servedOn', 'half', 'place', 'agentKind', 'paidOn', 'amountPaid'],
  'legal-aid.duty-help': ['givenOn', 'place', 'helpKind'],
  'legal-aid.complaint': ['receivedOn', 'against', 'handledOn', 'outcome'],
  'legal-aid.offer': ['offeredOn', 'recipients', 'answeredOn', 'answer'],
  'legal-aid.agent': ['status', 'registeredOn', 'agentKind', 'firmName', 'practisingSince', 'suspendedOn'],
} as const;

export const tables = factTables(factFields);

export type FactKind = KindOf<typeof factFields>;
export type FieldOf<Kind extends FactKind> = FieldIn<typeof factFields, Kind>;
