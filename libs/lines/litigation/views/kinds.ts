import { factTables } from '#application/fact-tables.js';

/** The rows that figures count, with their fields. A field in `…On` dates a posting. */
export const factFields = {
  /**
   * A suit through all its instances; a retrial is another. Of one that began here `openedOn`, of one taken over
   * `importedOn`; open from `openFrom` to the day before `finalOn`. `suitNo`: the instance under way.
   * `appealBy`: defendant where nobody else appealed.
   */
  'litigation.suit': [
    'status',
    'suitNo',
    'courtCaseNo',
    'courtName',
    'subject',
    'afterReconsideration',
    'appealBy',
    'openedOn',
    'importedOn',
    'openFrom',
    'finalOn',
    'finalOutcome',
    'performBy',
    'performedOn',
  ],
  /**
   * One instance. `answerOwed`: not to an appeal of our own. `answerDueOn`: AL-D01, also once it was judged without one;
   * `excusedOn`: the suit or appeal was withdrawn or given up. `appeal`: what it can be appealed as.
   */
  'litigation.instance': [
    'courtCaseNo',
    'instance',
    'procedure',
    'afterReconsideration',
    'noticedOn',
    'courtFiledOn',
    'answerOwed',
    'answerDueOn',
    'submittedOn',
    'excusedOn',
    'judgedOn',
    'outcome',
    'docNo',
    'appeal',
    'filedOn',
    'finalOn',
  ],
  'litigation.hearing': ['heldOn', 'instance', 'headRequired', 'headPresent'],
  /** A judicial suggestion; `dueGiven` where it sets a day itself. */
  'litigation.advice': ['receivedOn', 'docNo', 'courtName', 'dueGiven', 'answeredOn'],
} as const;

/** The line's words for its facts: put them, measure, list and date them. */
export const tables = factTables(factFields);
