import { tables } from './views/kinds.js';

/** Lists a clerk works with. */
export const registers = tables.registers({
  'publicity.plan-list': {
    fact: 'publicity.plan',
    columns: ['planYear', 'theme', 'kind', 'quotaSessions', 'sessionsHeld', 'plannedOn', 'fulfilledOn', 'status'],
    filters: ['planYear', 'theme', 'kind', 'status'],
    orderBy: 'plannedOn',
  },
  'publicity.activity-list': {
    fact: 'publicity.session',
    columns: ['heldOn', 'theme', 'kind', 'place', 'organiser', 'attendance', 'unitsCovered', 'materialsHandedOut'],
    filters: ['theme', 'kind'],
    orderBy: 'heldOn',
  },
  'publicity.printing-list': {
    fact: 'publicity.printing',
    columns: ['printedOn', 'kind', 'title', 'copies'],
    filters: ['kind'],
    orderBy: 'printedOn',
  },
  'publicity.release-list': {
    fact: 'publicity.release',
    columns: ['publishedOn', 'channel', 'theme', 'title', 'readCount'],
    filters: ['channel', 'theme'],
    orderBy: 'publishedOn',
  },
  'publicity.place-list': {
    fact: 'publicity.culture-place',
    columns: ['placeName', 'scenes', 'area', 'acceptedOn', 'openedOn', 'closedOn', 'status'],
    filters: ['status'],
    orderBy: 'acceptedOn',
  },
  'publicity.unit-list': {
    fact: 'publicity.unit',
    columns: ['unitKind', 'unitCode', 'listedOn', 'dissolvedOn'],
    filters: ['unitKind'],
    orderBy: 'listedOn',
  },
  'publicity.title-list': {
    fact: 'publicity.demo-title',
    columns: ['level', 'unit', 'awardedOn', 'docNo', 'endedOn'],
    filters: ['level'],
    orderBy: 'awardedOn',
  },
  'publicity.counsel-list': {
    fact: 'publicity.counsel-term',
    columns: ['villageCode', 'appointedOn', 'termTo'],
    filters: ['villageCode'],
    orderBy: 'appointedOn',
  },
});

export type RegisterCode = keyof typeof registers;
