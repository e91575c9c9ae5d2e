import { factTables } from '#application/fact-tables.js';

/**
 * The rows that figures count, with their fields. A field in `…On` dates a posting. A state that follows from dates alone
 * (still open, not yet due) is a pair of dates, so that nothing needs a clock to say how things stood on a day.
 */
const factFields = {
  /**
   * One dispute. Open from `openFrom` to the day before `closedOn`; of `acceptedOn` and `importedOn` at most one is set.
   * `undecidedTo`: the day a discovered dispute was taken on or refused. `takenOn`: acceptance, here or before the system.
   * `grade` is the confirmed one, `ungraded` until then; `dueOn`: PM-D01.
   */
  'mediation.dispute': [
    'status',
    'discoveredOn',
    'severity',
    'groupEvent',
    'notAcceptedOn',
    'undecidedTo',
    'acceptedOn',
    'importedOn',
    'takenOn',
    'openFrom',
    'caseNo',
    'committeeCode',
    'committeeKind',
    'source',
    'kind',
    'otherKind',
    'peopleInvolved',
    'sessionCount',
    'extendedTo',
    'dueOn',
    'closedOn',
    'outcome',
    'succeededOn',
    'form',
    'amountAgreed',
    'grade',
    'archivedOn',
  ],
  /**
   * One agreement. `dueOn`: the day performance is due, at once where none is named. Not yet due to before `notDueTo`,
   * unperformed from `unperformedFrom`, in part from `partFrom`, in full from `fullOn`; each state ends where the next
   * begins. `fulfilledOn`: performed in full and due.
   */
  'mediation.agreement': [
    'effectiveOn',
    'agreementNo',
    'form',
    'amountAgreed',
    'dueOn',
    'notDueTo',
    'unperformedFrom',
    'unperformedTo',
    'partFrom',
    'amountPerformed',
    'fullOn',
    'fulfilledOn',
    'breachedOn',
    'confirmationWanted',
    'appliedOn',
    'ruledOn',
    'confirmation',
  ],
  'mediation.performance': ['performedOn', 'degree', 'amountPerformed'],
  'mediation.prevention': ['preventedOn', 'harm', 'peopleCount'],
  'mediation.revisit': ['revisitedOn', 'satisfaction'],
  'mediation.review': ['reviewedOn', 'result', 'score'],
  /** What is claimed for one case. `settledOn`: paid in full. */
  'mediation.claim': [
    'claimedOn',
    'amountClaimed',
    'grade',
    'tariff',
    'approvedOn',
    'amountApproved',
    'fundLevel',
    'projectCode',
    'refusedOn',
    'amountPaid',
    'settledOn',
  ],
  'mediation.payment': ['paidOn', 'approvedOn', 'grade', 'amountPaid'],
  /** A round of screening, planned (`plannedFor`) or held as it came. */
  'mediation.screening': [
    'plannedOn',
    'plannedFor',
    'kind',
    'area',
    'areaCount',
    'heldOn',
    'areasScreened',
    'foundCount',
  ],
  'mediation.committee': [
    'committeeCode',
    'committeeName',
    'kind',
    'filedOn',
    'electedOn',
    'memberCount',
    'womanCount',
    'dissolvedOn',
  ],
  /** A filing or change the basic court is told of. */
  'mediation.committee-change': ['changedOn', 'reportedOn'],
  /** A term of office from `electedOn` until the next election, or the end of the committee. */
  'mediation.committee-term': ['electedOn', 'renewedOn', 'endedOn'],
  'mediation.room': ['kind', 'openedOn', 'closedOn'],
  'mediation.mediator': [
    'appointedOn',
    'employment',
    'committeeCode',
    'committeeKind',
    'workplace',
    'elected',
    'dismissedOn',
  ],
  'mediation.mediator-training': ['trainedOn', 'hours'],
} as const;

export type FactKind = keyof typeof factFields;
export type FieldOf<Kind extends FactKind> = (typeof factFields)[Kind][number];

/** The line's words for its facts: put them, measure, list and date them. */
export const tables = factTables(factFields);
