import { enumeration } from '#kernel/schema.js';

/** 预算支出类别. `earmark` is a view of money booked on other lines; it is never part of a total. */
export const lineClass = enumeration('funds.class', ['basic-personnel', 'basic-operating', 'project', 'earmark']);
export const level = enumeration('funds.level', ['level-1', 'level-2', 'county', 'other']);
/** 部门预算支出经济分类, first level: 301, 302, 303, 310, 399. */
export const economicClass = enumeration('funds.economic-class', [
  'wages-and-welfare',
  'goods-and-services',
  'personal-subsidies',
  'capital',
  'other',
]);
export const threePublic = enumeration('funds.three-public-kind', [
  'vehicle-purchase',
  'vehicle-running',
  'reception',
  'travel-abroad',
]);
export const approverRole = enumeration('funds.approver-role', [
  'section-head',
  'joint-review',
  'finance-deputy',
  'funds-supervisor',
  'finance-office',
  'director',
  'party-group',
]);
export const opinion = enumeration('funds.opinion', ['pass', 'reject']);
export const procurementMethod = enumeration('funds.procurement-method', [
  'open-tender',
  'competitive-negotiation',
  'competitive-consultation',
  'inquiry',
  'single-source',
  'framework-agreement',
  'online-mall',
]);
export const accountsKind = enumeration('funds.accounts-kind', [
  'budget',
  'final-accounts',
  'three-public-budget',
  'three-public-accounts',
  'performance',
]);
/** 编制类型: of posts, and of the staff who hold them. */
export const postKind = enumeration('funds.post-kind', [
  'administrative',
  'political-legal',
  'institution',
  'worker',
  'self-funded',
]);
export const staffStanding = enumeration('funds.staff-standing', ['in-post', 'retired']);
export const leavingReason = enumeration('funds.leaving-reason', [
  'transferred-out',
  'resigned',
  'dismissed',
  'deceased',
  'secondment-ended',
]);
export const duty = enumeration('funds.duty', [
  'corrections',
  'corrections-county',
  'smart-centre',
  'smart-centre-police',
  'aftercare',
  'mediation',
  'legal-aid',
  'publicity',
  'reconsideration',
  'finance',
  'other',
]);
export const facility = enumeration('funds.facility', [
  'heated-area',
  'heating-months',
  'office-temperature',
  'floor-area',
]);
