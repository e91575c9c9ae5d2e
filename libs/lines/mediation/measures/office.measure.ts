import { tables } from '../views/kinds.js';

const screening = 'mediation.screening';
const planned = { fact: screening, kind: 'cohort', cohort: 'plannedFor', from: 'heldOn' } as const;

/** Screenings, committees and mediators; the office that recorded them. */
export const officeMeasures = tables.measures({
  'mediation.screenings-planned': { fact: screening, unit: '次', kind: 'flow', on: 'plannedFor', splits: ['kind'] },
  'mediation.screenings-held': { fact: screening, unit: '次', kind: 'flow', on: 'heldOn', splits: ['kind'] },
  /** Of the screenings planned for a period, those held by its end. */
  'mediation.planned-screenings-held': { ...planned, unit: '次' },
  /** Villages and communities to be covered, and covered, by planned screenings. */
  'mediation.areas-due': { fact: screening, unit: '个', kind: 'flow', on: 'plannedFor', sum: 'areaCount' },
  'mediation.areas-screened': { ...planned, unit: '个', sum: 'areasScreened' },
  'mediation.committees': {
    fact: 'mediation.committee',
    unit: '个',
    kind: 'stock',
    from: 'filedOn',
    to: 'dissolvedOn',
    splits: ['kind'],
  },
  'mediation.rooms': {
    fact: 'mediation.room',
    unit: '个',
    kind: 'stock',
    from: 'openedOn',
    to: 'closedOn',
    splits: ['kind'],
  },
  'mediation.mediators': {
    fact: 'mediation.mediator',
    unit: '人',
    kind: 'stock',
    from: 'appointedOn',
    to: 'dismissedOn',
    splits: ['employment', 'committeeKind', 'workplace'],
  },
  'mediation.mediators-trained': {
    fact: 'mediation.mediator-training',
    unit: '人',
    kind: 'flow',
    on: 'trainedOn',
  },
});
