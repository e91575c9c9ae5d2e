import { factTables } from '#application/fact-tables.js';

/** The rows that figures count, with their fields; a field in `…On` dates a posting. */
export const tables = factTables({
  /** One round of review. Due `dueOn` by IN-D01; `withdrawnOn`: asked for and taken back. */
  'institution.review': ['requestedOn', 'kind', 'agency', 'completedOn', 'opinion', 'withdrawnOn', 'dueOn'],
  /** A major decision; `reviewedOn`: the first review that was answered, be it before or after the decision. */
  'institution.decision': ['decidedOn', 'kind', 'agency', 'decisionDocNo', 'reviewedOn'],
  /** `form`: a meeting, a visit, or a study visit. */
  'institution.contact': ['heldOn', 'form', 'kind', 'subject', 'counterpart', 'attendance'],
  /** In force from `effectiveOn` to the day before `repealedOn`. */
  'institution.regulation': ['adoptedOn', 'kind', 'title', 'docNo', 'effectiveOn', 'amendedOn', 'repealedOn'],
  'institution.delegation': ['delegatedOn', 'itemCount', 'field', 'town', 'docNo'],
  'institution.withdrawal': ['withdrawnOn', 'itemCount'],
  'institution.honour': ['awardedOn', 'kind', 'level', 'title', 'awardingBody', 'recipientUnit', 'docNo', 'revokedOn'],
  /** Due `dueOn`: the day given, else by IN-D02 to IN-D06; `publishedOn` is the first day on any platform. */
  'institution.disclosure': [
    'arisenOn',
    'kind',
    'title',
    'fiscalYear',
    'dueGiven',
    'dueOn',
    'publishedOn',
    'platform',
    'waivedOn',
  ],
  /** Pieces of a lot that came, were installed, or went. `origin` of what came: acquired, or there at the beginning. */
  'institution.asset': ['movedOn', 'movement', 'kind', 'quantity', 'origin', 'wasInstalled', 'place', 'reason'],
  'institution.unit': ['establishedOn', 'kind', 'unitCode', 'unitName', 'abolishedOn', 'successorCode'],
  'institution.facility': ['openedOn', 'kind', 'title', 'place', 'area', 'closedOn'],
  /** A stretch of days on which a room has one size. */
  'institution.space': ['sizedOn', 'kind', 'area', 'endedOn'],
  /** A value typed or graded; `base` is 100 for a value in %, else 1. It counts in the period that holds `periodTo`. */
  'institution.manual': [
    'item',
    'itemName',
    'periodFrom',
    'periodTo',
    'value',
    'base',
    'unit',
    'grade',
    'basis',
    'docNo',
    'standsBeside',
  ],
});
