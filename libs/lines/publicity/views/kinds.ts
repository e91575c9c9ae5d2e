import { factTables } from '#application/fact-tables.js';

/** The rows that figures count. A field in `…On` dates a posting. */
export const factFields = {
  /** A plan counts from `planOn`: the day it was issued, not before its year. Done once its quota of sessions is held. */
  'publicity.plan': [
    'status',
    'planYear',
    'theme',
    'kind',
    'quotaSessions',
    'sessionsHeld',
    'plannedOn',
    'planOn',
    'planEndsOn',
    'fulfilledOn',
    'cancelledOn',
  ],
  /** `planOn`: of the plan it is held under, where there is one. */
  'publicity.session': [
    'heldOn',
    'theme',
    'kind',
    'place',
    'organiser',
    'attendance',
    'unitsCovered',
    'materialsHandedOut',
    'planOn',
  ],
  /** One unit reached by one session; `unit` is its kind and code, the same whoever reached it. */
  'publicity.coverage': ['heldOn', 'theme', 'unitKind', 'unit'],
  'publicity.test': ['testedOn', 'theme', 'tested', 'passed'],
  'publicity.printing': ['printedOn', 'kind', 'title', 'copies'],
  'publicity.distribution': ['distributedOn', 'kind', 'copies'],
  'publicity.release': ['publishedOn', 'channel', 'theme', 'title', 'readCount'],
  'publicity.culture-place': ['status', 'acceptedOn', 'openedOn', 'closedOn', 'placeName', 'scenes', 'area'],
  'publicity.unit': ['unitKind', 'unitCode', 'unit', 'listedOn', 'dissolvedOn'],
  /** A title held from `awardedOn` until it is taken back or the village is no more, `endedOn`. */
  'publicity.demo-title': ['awardedOn', 'level', 'unit', 'docNo', 'endedOn'],
  /** A term of a counsel, in post to before `endsOn`. */
  'publicity.counsel-term': ['villageCode', 'appointedOn', 'termTo', 'endsOn'],
  /** One month a counsel answers for: duties owed by its last day, and how many kinds of them were done in it. */
  'publicity.counsel-month': ['dueOn', 'owed', 'fulfilled', 'kindsDone', 'completeOn'],
  'publicity.counsel-duty': ['doneOn', 'duty'],
} as const;

export const tables = factTables(factFields);
