import { enumeration } from '#kernel/schema.js';

/** The code tables of the line. Identifiers are permanent; their Chinese stands in terms under `<name>.<value>`. */

export const theme = enumeration('publicity.theme', [
  'constitution',
  'civil-code',
  'legal-aid',
  'anti-fraud',
  'corrections',
  'mediation',
  'minors',
  'other',
]);
export const activityKind = enumeration('publicity.activity-kind', [
  'campaign',
  'lecture',
  'checkup',
  'performance',
  'new-media',
  'into-organs',
  'into-villages',
  'into-communities',
  'into-schools',
  'into-enterprises',
  'into-units',
]);
/** What coverage is counted by. A village is a village or a residents' community (村、社区). */
export const unitKind = enumeration('publicity.unit-kind', ['village', 'town', 'school', 'organisation']);
export const materialKind = enumeration('publicity.material-kind', ['booklet', 'leaflet', 'poster', 'book', 'gift']);
export const channel = enumeration('publicity.channel', ['television', 'press', 'website', 'wechat', 'short-video']);
/** The four of a village counsel's month (四个一). */
export const duty = enumeration('publicity.duty', ['on-call', 'visit', 'lecture', 'article']);
export const demoLevel = enumeration('publicity.demo-level', ['national', 'provincial', 'city', 'county']);
