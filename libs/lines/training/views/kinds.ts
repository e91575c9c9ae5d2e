import { factTables } from '#application/fact-tables.js';

/** The rows that figures count. A field in `…On` dates a posting. */
export const factFields = {
  /** A plan counts from `planOn`: the day it was issued, not before its year. Done once as many sessions as planned are held. */
  'training.plan': [
    'status',
    'planYear',
    'subject',
    'targetGroup',
    'plannedSessions',
    'plannedPersons',
    'sessionsHeld',
    'plannedOn',
    'planOn',
    'planEndsOn',
    'fulfilledOn',
    'cancelledOn',
    'closedOn',
  ],
  /** `planOn`: of the plan it is held under, where there is one. */
  'training.session': [
    'heldOn',
    'sessionNo',
    'subject',
    'targetGroup',
    'form',
    'mode',
    'hours',
    'traineeCount',
    'planOn',
  ],
  /** A trainee known by name in one session. */
  'training.trainee': ['heldOn', 'targetGroup'],
  /** Results: of one trainee, or of a session as totals. */
  'training.assessment': ['assessedOn', 'targetGroup', 'assessed', 'qualified'],
  'training.officer': ['duty', 'postedOn', 'leftOn'],
  'training.exam': ['heldOn', 'kind', 'examinees', 'passed'],
  /** Counts on the day of the appraisal, but not after the year appraised: one made in January belongs to December. */
  'training.appraisal': ['countedOn', 'appraisedOn', 'appraisalYear', 'staffKind', 'grade', 'isQualified'],
  'training.competition': ['heldOn', 'title', 'subjectCount', 'participants'],
} as const;

export type FactKind = keyof typeof factFields;
export type FieldOf<Kind extends FactKind> = (typeof factFields)[Kind][number];

export const tables = factTables(factFields);
