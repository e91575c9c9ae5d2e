import { factTables } from '#application/fact-tables.js';

/**
 * The rows that figures count, with their fields. A field in `…On` dates a posting. A state that follows from dates alone
 * (away, overdue, in the register) is a pair of dates, so that nothing needs a clock to say how things stood on a day.
 */
export const factFields = {
  /** Pre-sentence assessment. `endedOn`: concluded, returned or withdrawn; `lapsedOn`: the last two. `dueOn`: CC-D01. */
  'corrections.assessment': [
    'receivedOn',
    'orgKind',
    'subjectKind',
    'proposedCategory',
    'expedited',
    'assignedOn',
    'assignedTo',
    'extendedTo',
    'outcome',
    'concludedOn',
    'lapsedOn',
    'endedOn',
    'dueOn',
  ],
  /**
   * One subject's correction here. `origin`: sentenced here, transferred in, or imported with the opening balance. In the register from `inRegisterFrom` to the day before `closedOn`; of the intake dates
   * exactly one of `receivedOn`, `transferredInOn`, `importedOn` is set. `documentedIntakeOn`: received
   * and papers there. `workedOutFrom`: term for the plan over, group and plan there. `reportDueOn`: CC-D03, CC-D04; `reportDueGiven` where the record of a failure to report states it.
   */
  'corrections.case': [
    'status',
    'origin',
    'arrival',
    'subjectNo',
    'category',
    'ground',
    'sex',
    'ageBand',
    'minor',
    'offenceClass',
    'effectiveOn',
    'correctionFrom',
    'correctionTo',
    'docsReceivedOn',
    'docsIncompleteOn',
    'docsCompleteOn',
    'receiptSentOn',
    'reportDueGiven',
    'reportDueOn',
    'reportedOn',
    'receivedOn',
    'transferredInOn',
    'importedOn',
    'inRegisterFrom',
    'documentedIntakeOn',
    'announcedOn',
    'groupFormedOn',
    'planAdoptedOn',
    'planDueOn',
    'workedOutFrom',
    'level',
    'lostOn',
    'termEndEvaluatedOn',
    'aftercareHandedOverOn',
    'closedOn',
    'closing',
    'closingKind',
    'releasedOn',
    'terminatedOn',
    'transferredOutOn',
  ],
  /** A case moves between offices of the bureau: one row for the office it leaves, one for the office it joins. */
  'corrections.reassignment': ['movedOn', 'direction', 'category'],
  /** Leave of absence. Within leave from `departedOn` to before `awayTo`, overdue from `overdueFrom` until `returnedOn`. */
  'corrections.leave': [
    'status',
    'requestedOn',
    'approvedOn',
    'rejectedOn',
    'reason',
    'level',
    'plannedFrom',
    'plannedTo',
    'days',
    'departedOn',
    'assumed',
    'awayTo',
    'overdueFrom',
    'returnedOn',
    'late',
    'cancelledOn',
    'lapsedOn',
  ],
  'corrections.permit': ['grantedOn', 'validTo', 'placeCount', 'frequency'],
  'corrections.place-change': [
    'requestedOn',
    'consultedOn',
    'repliedOn',
    'agreed',
    'decidedOn',
    'decision',
    'notifiedOn',
    'transferredOutOn',
    'dateBasis',
    'docsHandedOverOn',
    'lapsedOn',
  ],
  'corrections.visit': ['visitedOn', 'kind'],
  /** A report made, or missed on its due day. `reportCount` adds up check-ins entered together. */
  'corrections.report': ['on', 'kind', 'made', 'ok', 'reportCount'],
  'corrections.attendance': ['heldOn', 'kind', 'hours', 'result'],
  'corrections.skill-training': ['startedOn', 'completedOn', 'courseName', 'result'],
  'corrections.assistance': ['givenOn', 'kind', 'beneficiaryCount', 'amount'],
  'corrections.condition-review': ['examinedOn', 'period'],
  /** One month's report or one quarter's re-examination a subject outside prison owes; `dueOn` is the stretch's last day. */
  'corrections.condition-duty': ['period', 'opensOn', 'dueOn', 'metOn'],
  'corrections.evaluation': ['evaluatedOn', 'period', 'result'],
  /** On the list of key persons from `listedOn` until taken off it or out of the register, `endedOn`. */
  'corrections.key-person': ['listedOn', 'reason', 'unlistedOn', 'endedOn'],
  'corrections.procuratorial-opinion': ['receivedOn', 'kind', 'docNo', 'answeredOn'],
  'corrections.violation': ['violatedOn', 'kind', 'source'],
  'corrections.punishment': ['decidedOn', 'kind', 'docNo', 'penalty', 'detentionDays'],
  'corrections.commendation': ['decidedOn', 'docNo'],
  /** Out of supervision: contact lost after intake, or never reported before it. */
  'corrections.lapse': ['kind', 'beganOn', 'endedOn', 'warnedOn', 'revocationProposedOn'],
  'corrections.monitoring': ['appliedOn', 'ground', 'beganOn', 'endsOn', 'settledOn', 'lapsedOn'],
  'corrections.custody': ['takenOn', 'kind', 'endedOn'],
  'corrections.reoffence': ['convictionEffectiveOn', 'offenceCommittedOn', 'measureOn', 'offenceClass'],
  'corrections.sentence-reduction': ['proposedOn', 'docNo', 'grantedOn', 'lapsedOn'],
  'corrections.revocation': [
    'proposedOn',
    'kind',
    'docNo',
    'arrestRequested',
    'arrestedOn',
    'ruledOn',
    'outcome',
    'courtInitiated',
    'lapsedOn',
  ],
  'corrections.exit-report': ['reportedOn', 'controlFrom', 'controlTo'],
  'corrections.border-control': ['imposedOn', 'docNo', 'controlTo', 'liftedOn'],
  /** Papers taken into custody together; `returnedOn` once all of them are back. */
  'corrections.travel-document': ['seizedOn', 'docKind', 'count', 'returnedCount', 'returnedOn'],
  'corrections.screening': ['heldOn', 'scope', 'screenedCount', 'keyPersonsFound'],
  'corrections.session': ['heldOn', 'kind', 'place', 'hours', 'attendance'],
  /** Licences bought together, usable to before `endsOn`. */
  'corrections.device-lot': ['purchasedOn', 'kind', 'quantity', 'endsOn'],
  'corrections.device-pool': ['kind'],
  'corrections.device-assignment': ['assignedOn', 'kind', 'releasedOn'],
  'corrections.baseline': ['standsOn', 'indicator', 'value'],
} as const;

export type FactKind = keyof typeof factFields;
export type FieldOf<Kind extends FactKind> = (typeof factFields)[Kind][number];

/** The line's words for its facts: put them, measure, list and date them. */
export const tables = factTables(factFields);
