import { factTables } from '#application/fact-tables.js';

/** The rows that figures count, with their fields. A field in `…On` dates a posting. */
export const factFields = {
  /**
   * One application and the case it became. Of an application that came in here `appliedOn`, of a case accepted here
   * `acceptedOn`, of an open case taken over `importedOn`; accepted cases are open from `openFrom` to the day before
   * `concludedOn`. `answer` and `answeredOn`: how and when it was settled whether to take the application up. `law`: in
   * force on receipt. The term for the decision runs from `termFrom`, is longer by `moreDays`, stands still while `clock`
   * is stopped and ends on `dueOn` (AR-D05). `ending`: decision, mediated, withdrawn, or ended otherwise; `decidedOn` of
   * decisions only. `contestedOn`: first suit or petition.
   */
  'reconsideration.case': [
    'status',
    'law',
    'channel',
    'respondentKind',
    'actKind',
    'field',
    'actDocNo',
    'enterpriseRelated',
    'remedy',
    'longest',
    'actKnownOn',
    'actMadeOn',
    'agencyReceivedOn',
    'madeOn',
    'receivedOn',
    'appliedOn',
    'importedOn',
    'correctionRequestedOn',
    'correctionDueOn',
    'suppliedOn',
    'reviewFrom',
    'answer',
    'answeredOn',
    'acceptedOn',
    'acceptanceNo',
    'procedure',
    'openFrom',
    'termFrom',
    'moreDays',
    'clock',
    'dueOn',
    'copySentOn',
    'copyReceivedOn',
    'repliedOn',
    'concludedOn',
    'docNo',
    'outcome',
    'ending',
    'correctedAct',
    'decidedOn',
    'servedOn',
    'performBy',
    'performedOn',
    'litigatedOn',
    'petitionedOn',
    'contestedOn',
  ],
  'reconsideration.hearing': ['heldOn', 'noticedOn', 'respondentHeadPresent'],
  'reconsideration.norm-review': [
    'normDocNo',
    'normTrigger',
    'competence',
    'openedOn',
    'makerNotifiedOn',
    'makerRepliedOn',
    'referredOn',
    'normAnsweredOn',
    'handledOn',
  ],
  /** A letter of opinion or of suggestion; `dueGiven` where it sets a day itself. */
  'reconsideration.letter': ['kind', 'docNo', 'toOrgan', 'issuedOn', 'dueGiven', 'replyOn'],
} as const;

/** The line's words for its facts: put them, measure, list and date them. */
export const tables = factTables(factFields);
