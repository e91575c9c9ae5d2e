/**
 * The policy as it is written for people, typed in by hand: who may ask what (DOMAIN §17 of the requirements: the roles of a county
 * bureau), and whom an answer may reach (RELIABILITY S-5). Nothing here is taken from the code it judges. A route or a role that is
 * not here fails the matrix.
 */
export const roles = [
  'office-clerk',
  'office-head',
  'correction-officer',
  'aid-acceptor',
  'aid-approver',
  'mediator',
  'section-head',
  'deputy-director',
  'finance-officer',
  'director',
  'auditor',
  'minors-officer',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type Role = (typeof roles)[number];
export type Who = readonly Role[] | 'anybody' | 'a person signed in';

/** Where what is asked for lies, seen from the office of the caller. */
export const places = ['own', 'sibling', 'parent', 'child', 'other county'] as const;
export type Place = (typeof places)[number];
export const standings = ['open', 'closed', 'sealed', 'minor'] as const;
export type Standing = (typeof standings)[number];

/**
 * How far a route reaches.
 * `case`: a case of one's own office or of one below. `person`: anybody of the bureau, whole or masked; nobody who is sealed, but for
 * those charged with minors. `office`: an office of one's own, or below, named in the query. `bureau`: something of the whole bureau
 * one belongs to. `head`: only for who answers for the whole bureau. `none`: it holds nothing of any office.
 */
export type Reach = 'case' | 'person' | 'office' | 'bureau' | 'head' | 'none';

const RECORDERS: readonly Role[] = ['office-clerk', 'office-head', 'section-head', 'deputy-director'];
const HEADS: readonly Role[] = ['section-head', 'deputy-director'];
const APPROVERS: readonly Role[] = ['office-head', ...HEADS];
const CENTRES: readonly Role[] = ['correction-officer', 'aid-acceptor', 'aid-approver'];
const LOOKERS: readonly Role[] = [...RECORDERS, ...CENTRES, 'director', 'auditor', 'minors-officer'];
const FIGURES: readonly Role[] = [...LOOKERS, 'finance-officer'];
const PERSONS: readonly Role[] = [...RECORDERS, ...CENTRES];
const SIGNING: readonly Role[] = ['deputy-director', 'director'];

/** Routes that are not of one line. */
export const platformRoutes: Readonly<Record<string, readonly [Who, Reach]>> = {
  'GET /health/live': ['anybody', 'none'],
  'GET /health/ready': ['anybody', 'none'],
  'GET /metrics': ['anybody', 'none'],
  'GET /openapi.json': ['anybody', 'none'],
  'POST /v1/sign-in': ['anybody', 'none'],
  'POST /v1/sign-in/second-factor': ['anybody', 'none'],
  'GET /v1/sign-in/oidc': ['anybody', 'none'],
  'GET /v1/sign-in/oidc/callback': ['anybody', 'none'],
  'POST /v1/password-reset': ['anybody', 'none'],
  'POST /v1/setup': ['anybody', 'none'],
  'POST /v1/machine-tokens': ['anybody', 'none'],
  'POST /v1/sign-out': ['a person signed in', 'none'],
  'GET /v1/sessions': ['a person signed in', 'none'],
  'DELETE /v1/sessions/{sessionId}': ['a person signed in', 'none'],
  'POST /v1/password': ['a person signed in', 'none'],
  'POST /v1/second-factor/enrol': ['a person signed in', 'none'],
  'POST /v1/second-factor/confirm': ['a person signed in', 'none'],

  'GET /v1/form-drafts/{form}': ['a person signed in', 'none'],
  'PUT /v1/form-drafts/{form}': ['a person signed in', 'none'],
  'DELETE /v1/form-drafts/{form}': ['a person signed in', 'none'],

  'GET /v1/saved-views': ['a person signed in', 'none'],
  'PUT /v1/saved-views/{viewId}': ['a person signed in', 'none'],
  'DELETE /v1/saved-views/{viewId}': ['a person signed in', 'none'],

  'GET /v1/users': [['security-admin'], 'none'],
  'POST /v1/users': [['security-admin'], 'none'],
  'PATCH /v1/users/{userId}': [['security-admin'], 'none'],
  'POST /v1/users/{userId}/reset': [['security-admin'], 'none'],
  'GET /v1/offices': [[...FIGURES, 'system-admin', 'security-admin'], 'none'],
  'PUT /v1/offices': [['system-admin'], 'none'],
  'GET /v1/definitions': [[...FIGURES, 'system-admin'], 'none'],
  'POST /v1/definitions': [['system-admin'], 'head'],
  'GET /v1/code-tables': [[...FIGURES, 'system-admin'], 'none'],
  'GET /v1/deadline-rules': [[...FIGURES, 'system-admin'], 'none'],
  'GET /v1/calendars': [[...FIGURES, 'system-admin'], 'none'],
  // Everybody's calendar: only who keeps every bureau there is, which nobody of the matrix does.
  'PUT /v1/calendars/{year}': [[], 'none'],
  'GET /v1/feeds': [['system-admin'], 'none'],
  'GET /v1/parked': [['system-admin'], 'none'],
  'POST /v1/parked/{streamId}/retry': [['system-admin'], 'none'],
  'GET /v1/backups': [['system-admin'], 'none'],
  'POST /v1/backups/{work}': [['system-admin'], 'none'],
  'GET /v1/demo': ['a person signed in', 'none'],
  'POST /v1/demo/removal': [['system-admin'], 'none'],
  'GET /v1/definitions/vocabulary': [['system-admin'], 'none'],
  'POST /v1/definitions/preview': [['system-admin'], 'head'],

  'GET /v1/persons': [[...PERSONS, 'minors-officer'], 'bureau'],
  'POST /v1/persons': [[...PERSONS, 'mediator'], 'bureau'],
  'GET /v1/persons/duplicates': [HEADS, 'bureau'],
  'GET /v1/persons/{ref}': [[...PERSONS, 'minors-officer'], 'person'],
  'GET /v1/persons/{ref}/cases': [[...PERSONS, 'minors-officer'], 'person'],
  'GET /v1/persons/{ref}/export': [HEADS, 'head'],
  'POST /v1/persons/{ref}/merge': [HEADS, 'head'],
  'POST /v1/persons/{ref}/unmerge': [HEADS, 'head'],
  'POST /v1/persons/{ref}/erasure': [HEADS, 'head'],
  'POST /v1/persons/{ref}/erasure/approval': [HEADS, 'head'],
  'POST /v1/persons/{ref}/seal': [['minors-officer'], 'head'],
  'POST /v1/persons/{ref}/unseal': [['minors-officer'], 'head'],
  'POST /v1/persons/{ref}/break-glass': [PERSONS, 'bureau'],
  'GET /v1/break-glass': [HEADS, 'bureau'],
  'GET /v1/looks': [['audit-admin'], 'none'],
  'GET /v1/looks/odd': [HEADS, 'head'],

  'GET /v1/lines': [[...FIGURES, 'mediator'], 'none'],
  'GET /v1/alerts': [LOOKERS, 'office'],
  'GET /v1/deadlines': [LOOKERS, 'office'],
  'GET /v1/completeness': [FIGURES, 'office'],
  'GET /v1/drafts': [FIGURES, 'office'],
  'GET /v1/drafts/{year}/{bureau}/{subject}/{document}/{format}': [FIGURES, 'bureau'],
  'GET /v1/findings': [FIGURES, 'office'],
  'POST /v1/findings/{finding}/answer': [SIGNING, 'head'],
  'GET /v1/indicators': [FIGURES, 'office'],
  'GET /v1/indicators/{code}/evidence': [FIGURES, 'office'],
  'GET /v1/indicators/{code}/offices': [FIGURES, 'office'],
  'GET /v1/live': [FIGURES, 'office'],
  'POST /v1/commands': [[...RECORDERS, ...CENTRES, 'mediator', 'finance-officer'], 'none'],
  'POST /v1/commands/impact': [[...RECORDERS, 'finance-officer'], 'case'],
  // Which command it is of decides beside it; what a batch holds nobody of the matrix has sent.
  'GET /v1/entry-workbooks/{command}': [[...RECORDERS, ...CENTRES, 'mediator', 'finance-officer'], 'none'],
  'POST /v1/entry-workbooks/{command}': [[...RECORDERS, ...CENTRES, 'mediator', 'finance-officer'], 'none'],
  'GET /v1/entry-batches': [[...LOOKERS, 'mediator', 'finance-officer'], 'bureau'],
  'GET /v1/entry-batches/{batchId}': [[...LOOKERS, 'mediator', 'finance-officer'], 'bureau'],
  'POST /v1/entry-batches/{batchId}/reversal': [[...RECORDERS, ...CENTRES, 'mediator', 'finance-officer'], 'bureau'],
  'POST /v1/entry-batches/{batchId}/reversal/approval': [[...APPROVERS, 'aid-approver', 'director'], 'bureau'],
  'GET /v1/events/{position}/impact': [FIGURES, 'case'],
  'GET /v1/streams/{streamId}/requests/{requestId}/impact': [[...APPROVERS, 'aid-approver', 'director'], 'case'],

  'GET /v1/periods': [FIGURES, 'office'],
  'POST /v1/periods/close': [[...HEADS, 'director'], 'head'],
  'GET /v1/periods/{streamId}/late': [FIGURES, 'bureau'],
  'GET /v1/periods/{streamId}/restatement': [FIGURES, 'office'],
  'GET /v1/periods/{streamId}/restatement/{format}': [FIGURES, 'office'],
  'GET /v1/periods/{streamId}/seals/{number}': [FIGURES, 'bureau'],
  'GET /v1/seals/{hash}': [FIGURES, 'bureau'],

  'GET /v1/performance-sheets': [FIGURES, 'office'],
  'GET /v1/performance-sheets/{streamId}/draft': [FIGURES, 'head'],
  'GET /v1/performance-sheets/{streamId}/monitoring': [FIGURES, 'head'],
  'GET /v1/performance-sheets/{streamId}/comparison': [FIGURES, 'head'],
  'GET /v1/performance-sheets/{streamId}/documents/{document}/{format}': [FIGURES, 'head'],
  'POST /v1/performance-sheets/{streamId}/what-if': [FIGURES, 'head'],
  'POST /v1/performance-sheets/{streamId}/evaluate': [[...RECORDERS, 'finance-officer'], 'head'],
  'POST /v1/performance-sheets/{streamId}/last-year': [[...RECORDERS, 'finance-officer'], 'head'],
  'GET /v1/scoring-frames': [[...FIGURES, 'system-admin'], 'none'],
  'GET /v1/scoring-frames/{code}': [[...FIGURES, 'system-admin'], 'none'],
  'GET /v1/performance-sheets/{streamId}/narrative': [FIGURES, 'head'],
  'POST /v1/performance-sheets/{streamId}/narrative': [[...RECORDERS, 'finance-officer'], 'head'],
  'GET /v1/templates': [FIGURES, 'bureau'],
  'PUT /v1/templates/{code}': [[...HEADS, 'finance-officer'], 'head'],
  'GET /v1/templates/{code}/file': [FIGURES, 'bureau'],
  'GET /v1/templates/{code}/filled': [FIGURES, 'case'],
};

/** Lines of business: whose work it is beside that of all who record. Legal aid is done by its centre, money by the finance section. */
interface LinePolicy {
  readonly looks?: readonly Role[];
  readonly records?: readonly Role[];
  readonly approves?: readonly Role[];
}
export const lines: Readonly<Record<string, LinePolicy>> = {
  corrections: { records: ['correction-officer'] },
  aftercare: {},
  'legal-aid': { records: ['aid-acceptor', 'aid-approver'], approves: ['aid-approver'] },
  mediation: { looks: ['mediator'], records: ['mediator'] },
  reconsideration: {},
  litigation: {},
  publicity: {},
  training: {},
  funds: { looks: ['finance-officer'], records: ['finance-officer'], approves: ['director'] },
  surveys: {},
  institution: {},
  performance: { looks: ['finance-officer'], records: ['finance-officer'], approves: ['director'] },
  reporting: {},
};

const MONEY: readonly Role[] = ['finance-officer', 'director'];
const AID: readonly Role[] = ['aid-approver', 'deputy-director'];

/** Commands that not everybody who records in their line may send. */
const narrower: Readonly<Record<string, readonly Role[]>> = {
  // 法 29: electronic monitoring, and punishments, are decided in the bureau.
  'corrections/case/impose-punishment': ['deputy-director'],
  'corrections/case/propose-public-security-punishment': ['deputy-director'],
  'corrections/case/apply-electronic-monitoring': ['deputy-director'],
  'corrections/case/extend-electronic-monitoring': ['deputy-director'],
  'corrections/case/propose-revocation': ['deputy-director'],
  // 受理人 → 审批人.
  'legal-aid/case/grant-aid': AID,
  'legal-aid/case/refuse-aid': AID,
  'legal-aid/case/terminate-aid': AID,
  'legal-aid/case/decide-objection': AID,
  'legal-aid/case/approve-subsidy': AID,
  'mediation/dispute/confirm-difficulty': HEADS,
  'mediation/dispute/approve-subsidy': APPROVERS,
  'mediation/dispute/refuse-subsidy': APPROVERS,
  'funds/project/approve-budget': MONEY,
  'funds/project/adjust-budget': MONEY,
  'funds/project/set-expenditure-plan': MONEY,
  'funds/project/receive-funds': MONEY,
  'funds/project/make-payment': MONEY,
  'funds/project/refund-payment': MONEY,
  'funds/project/carry-over-funds': MONEY,
  'funds/project/recover-funds': MONEY,
  'funds/project/close-year': MONEY,
  'funds/procurement/contract-procurement': MONEY,
  'funds/procurement/accept-procurement': MONEY,
  'funds/disclosure/approve-accounts': MONEY,
  'funds/disclosure/disclose-accounts': MONEY,
  'performance/sheet/review-sheet': [...APPROVERS, 'director'],
  'performance/sheet/return-sheet': [...APPROVERS, 'director'],
  'performance/sheet/approve-sheet': [...APPROVERS, 'director'],
  'performance/sheet/publish-sheet': [...APPROVERS, 'director'],
  'reporting/period/soft-close-period': [...HEADS, 'director'],
  // Only the deputy director reopens, and never what he closed himself.
  'reporting/period/reopen-period': ['deputy-director'],
};

/** The same on every kind of stream: whoever approves or declines is an approver, whoever asks records. */
const DECIDES_ON_CORRECTIONS: readonly string[] = ['approve-correction', 'decline-correction'];

/** Whether a route asks more than others of its line. */
export const isNarrower = (route: string): boolean =>
  Object.keys(narrower).some((path) => route === `POST /v1/${path.replace(/\/(?=[^/]+$)/, '/{streamId}/')}`) ||
  DECIDES_ON_CORRECTIONS.some((command) => route.endsWith(`/${command}`));

/** Who may ask a route, and how far it reaches; undefined for a route the policy does not know. */
export const policyOf = (route: string): readonly [Who, Reach] | undefined => {
  const fixed = platformRoutes[route];
  if (fixed !== undefined) return fixed;
  // A register is carried away by whoever may read it, no further than he may.
  const [, register] = /^GET \/v1\/registers\/([a-z-]+)\.[a-z-]+(?:\/workbook)?$/.exec(route) ?? [];
  const registered = register === undefined ? undefined : lines[register];
  if (registered !== undefined) return [[...LOOKERS, ...(registered.looks ?? [])], 'office'];
  const [, verb, line = '', stream, command] =
    /^(GET|POST) \/v1\/([a-z-]+)\/([a-z-]+)\/\{streamId\}(?:\/([a-z-]+))?$/.exec(route) ?? [];
  const policy = lines[line];
  if (policy === undefined) return undefined;
  if (verb === 'GET') return command === undefined ? [[...LOOKERS, ...(policy.looks ?? [])], 'case'] : undefined;
  if (command === undefined) return undefined;
  const path = `${line}/${stream}/${command}`;
  if (DECIDES_ON_CORRECTIONS.includes(command)) return [[...APPROVERS, ...(policy.approves ?? [])], 'case'];
  return [narrower[path] ?? [...RECORDERS, ...(policy.records ?? [])], 'case'];
};

/** Whether an answer may say anything of what lies there, to somebody of an office who may ask. */
export const mayReach = (reach: Reach, place: Place, standing: Standing, role: Role): boolean => {
  const inBureau = place !== 'other county';
  switch (reach) {
    case 'none':
      return true;
    case 'case':
    case 'office':
      return place === 'own' || place === 'child';
    case 'person':
      return inBureau && (standing !== 'sealed' || role === 'minors-officer');
    case 'bureau':
      return inBureau;
    case 'head':
      return inBureau;
  }
};

/** Commands by which a case begins: they are let in where there is none yet, with an id the caller made up himself. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  'aftercare/case': [
    'notify-pre-release',
    'record-release',
    'take-over-from-correction',
    'move-in',
    'import-opening-balance',
  ],
  'aftercare/statistics': ['submit-statistics'],
  'corrections/assessment': ['commission-assessment'],
  'corrections/case': [
    'receive-legal-documents',
    'report-subject',
    'record-non-report',
    'receive-subject',
    'transfer-in-subject',
    'import-opening-balance',
  ],
  'corrections/screening': ['hold-safety-screening'],
  'corrections/session': ['hold-program-session'],
  'corrections/device-pool': ['purchase-device-licence'],
  'corrections/baseline': ['set-cumulative-baseline'],
  'funds/project': ['approve-budget'],
  'funds/procurement': ['contract-procurement'],
  'funds/disclosure': ['approve-accounts'],
  'funds/facility': ['measure-facility'],
  'funds/establishment': ['set-establishment'],
  'funds/staff': ['import-opening-balance', 'join-staff', 'second-staff-in'],
  'institution/legal-review': ['request-review', 'record-major-decision'],
  'institution/contact': ['hold-meeting', 'make-visit'],
  'institution/regulation': ['adopt-regulation'],
  'institution/delegation': ['delegate-power'],
  'institution/honour': ['award-honour'],
  'institution/disclosure': ['owe-disclosure'],
  'institution/asset': ['import-opening-balance', 'acquire-asset', 'install-asset'],
  'institution/unit': ['establish-unit'],
  'institution/facility': ['open-facility'],
  'institution/manual': ['enter-manual-indicator-value'],
  'legal-aid/case': ['apply-for-aid', 'notify-defence', 'import-opening-balance'],
  'legal-aid/consultation': ['answer-consultation'],
  'legal-aid/drafting': ['draft-document'],
  'legal-aid/duty-shift': ['serve-duty-shift'],
  'legal-aid/complaint': ['receive-complaint'],
  'legal-aid/offer': ['offer-aid'],
  'legal-aid/agent': ['register-agent'],
  'litigation/case': ['receive-response-notice', 'import-opening-balance'],
  'mediation/dispute': ['import-opening-balance', 'discover-dispute', 'accept-dispute', 'refuse-dispute'],
  'mediation/screening': ['plan-screening', 'hold-screening'],
  'mediation/committee': ['file-committee'],
  'mediation/mediator': ['appoint-mediator'],
  'performance/sheet': ['set-targets'],
  'publicity/activity': ['plan-activity', 'hold-activity'],
  'publicity/material': ['print-material'],
  'publicity/media': ['publish-media'],
  'publicity/place': ['record-culture-place-built'],
  'publicity/unit': ['list-unit'],
  'publicity/counsel': ['appoint-counsel'],
  'reconsideration/case': ['receive-application', 'import-opening-balance'],
  'reporting/month': ['declare-nil'],
  'reporting/period': ['soft-close-period'],
  'surveys/survey': ['open-survey'],
  'training/program': ['plan-training', 'hold-training'],
  'training/officer': ['post-officer'],
  'training/exam': ['record-licence-exam'],
  'training/appraisal': ['record-annual-appraisal'],
  'training/competition': ['hold-competition'],
};
export const begins = (route: string): boolean => {
  const [, stream = '', command = ''] = /^POST \/v1\/([a-z-]+\/[a-z-]+)\/\{streamId\}\/([a-z-]+)$/.exec(route) ?? [];
  return BEGINNINGS[stream]?.includes(command) === true;
};

/** Routes that name no office: they answer of the bureau of who asks. */
export const asksOfOwn: readonly string[] = ['GET /v1/looks/odd'];

/** Routes that ask for something no bureau of the matrix has: whoever may ask is told so. */
export const emptyHere: readonly string[] = [
  'GET /v1/entry-batches/{batchId}',
  'POST /v1/entry-batches/{batchId}/reversal',
  'POST /v1/entry-batches/{batchId}/reversal/approval',
  'GET /v1/drafts/{year}/{bureau}/{subject}/{document}/{format}',
  'POST /v1/findings/{finding}/answer',
  'POST /v1/persons/{ref}/unmerge',
  'GET /v1/templates/{code}/file',
  'GET /v1/templates/{code}/filled',
  'PATCH /v1/users/{userId}',
  'POST /v1/parked/{streamId}/retry',
  'POST /v1/backups/{work}',
  'POST /v1/users/{userId}/reset',
];
