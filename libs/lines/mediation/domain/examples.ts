import type { DomainEvent } from '#kernel/event.js';
import { type Uuid, uuidV5 } from '#kernel/ids.js';
import type { MediationEvent } from './events/index.js';

type Examples<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: Extract<Event, { type: Type }>['data'];
};

/** A made-up id that is the same in every run: `id('mediator')`. */
export const id = (...name: readonly string[]): Uuid => uuidV5('mediation', 'example', ...name);

const taken = {
  acceptedOn: '2023-03-02',
  caseNo: '2023-017',
  committeeCode: '430922001T1',
  committeeKind: 'township',
  source: 'application',
  kind: 'neighbours',
  parties: [id('party', '1'), id('party', '2')],
  peopleInvolved: 5,
  amountInDispute: '12000',
  subjectHash: 'a7c1',
  mediators: [id('mediator')],
} as const;

/** Two neighbours quarrel about a wall in March, agree after two sessions, and the mediator is paid for it in May. */
export const examples: Examples<MediationEvent> = {
  'mediation.OpeningBalanceImported': {
    ...taken,
    asOfDate: '2022-12-31',
    acceptedOn: '2022-12-20',
    caseNo: '2022-231',
    sourceSystem: '纸质台账',
  },
  'mediation.DisputeDiscovered': {
    discoveredOn: '2023-03-01',
    kind: 'neighbours',
    area: '桃花社区',
    severity: 'ordinary',
    groupEvent: false,
  },
  'mediation.DisputeAccepted': { ...taken, refusedInWriting: false, proceedings: 'none' },
  'mediation.DisputeNotAccepted': { decidedOn: '2023-03-02', ground: 'party-refused' },
  'mediation.MediationSessionHeld': { heldOn: '2023-03-06', place: '桃花社区调解室' },
  'mediation.MediationExtended': { agreedOn: '2023-03-20', newDueOn: '2023-04-20', bothAgree: true },
  'mediation.MediationSucceeded': {
    agreementEffectiveOn: '2023-03-10',
    form: 'written',
    agreementNo: '人调2023-017',
    amountAgreed: '8000',
    performDueOn: '2023-04-10',
  },
  'mediation.MediationFailed': {
    endedOn: '2023-03-10',
    reason: 'no-agreement',
    advisedOf: ['judicial'],
    parties: taken.parties,
  },
  'mediation.MediationWithdrawn': { withdrawnOn: '2023-03-10', reason: 'applicant-withdrew' },
  'mediation.MediationTransferred': { transferredOn: '2023-03-10', to: 'court' },
  'mediation.DisputeRevisited': { revisitedOn: '2023-05-10', satisfaction: 'satisfied' },
  'mediation.AgreementPerformed': { performedOn: '2023-04-03', degree: 'full', amountPerformed: '8000' },
  'mediation.AgreementBreached': { breachedOn: '2023-04-11' },
  'mediation.JudicialConfirmationApplied': { appliedOn: '2023-03-20', courtName: '县人民法院', jointly: true },
  'mediation.JudicialConfirmationRuled': { ruledOn: '2023-04-04', outcome: 'confirmed', docNo: '民特3号' },
  'mediation.DifficultyProposed': {
    proposedOn: '2023-03-11',
    grade: 'difficult',
    factors: { peopleCount: 5, amount: '12000', deathOrInjury: false, groupRisk: false, sessionCount: 2 },
    proposer: id('clerk'),
  },
  'mediation.DifficultyConfirmed': { confirmedOn: '2023-03-15', grade: 'difficult', reviewer: id('reviewer') },
  'mediation.DossierReviewed': { reviewedOn: '2023-04-01', reviewer: id('reviewer'), result: 'passed', score: '92.5' },
  'mediation.DisputeArchived': { archivedOn: '2023-04-20', archiveNo: '2023-民调-017' },
  'mediation.SubsidyClaimed': {
    claimedOn: '2023-04-05',
    amountClaimed: '200',
    payee: id('mediator'),
    onPublicPayroll: false,
  },
  'mediation.SubsidyApproved': {
    approvedOn: '2023-05-04',
    grade: 'difficult',
    tariff: '200',
    amountApproved: '200',
    fundLevel: 'province',
  },
  'mediation.SubsidyRefused': { refusedOn: '2023-05-04', reason: '卷宗不全' },
  'mediation.SubsidyPaid': { paidOn: '2023-05-20', amountPaid: '200', paymentRef: id('payment') },
  'mediation.ScreeningPlanned': {
    plannedOn: '2023-01-10',
    plannedFor: '2023-03-31',
    kind: 'routine',
    area: '全镇',
    areaCount: 10,
  },
  'mediation.ScreeningHeld': {
    heldOn: '2023-03-15',
    kind: 'routine',
    area: '全镇',
    areaCount: 9,
    foundCount: 4,
  },
  'mediation.CommitteeFiled': {
    filedOn: '2023-01-05',
    committeeCode: '430922001T1',
    committeeName: '桃花江镇人民调解委员会',
    kind: 'township',
    electedOn: '2022-12-20',
    memberCount: 5,
    womanCount: 2,
  },
  'mediation.CommitteeChanged': { changedOn: '2023-06-01', memberCount: 7, womanCount: 2 },
  'mediation.CommitteeReportedToCourt': { reportedOn: '2023-01-20', courtName: '县人民法院' },
  'mediation.CommitteeDissolved': { dissolvedOn: '2023-11-01', reason: '行政区划调整' },
  'mediation.RoomOpened': { openedOn: '2023-02-01', roomCode: 'R1', kind: 'stationed', place: '派出所' },
  'mediation.RoomClosed': { closedOn: '2023-10-01', roomCode: 'R1' },
  'mediation.MediatorAppointed': {
    appointedOn: '2023-01-06',
    mediatorRef: id('mediator'),
    employment: 'full-time',
    committeeCode: '430922001T1',
    committeeKind: 'township',
    workplace: 'committee',
    elected: false,
  },
  'mediation.MediatorTrained': { trainedOn: '2023-05-18', courseName: '人民调解员年度培训', hours: '16' },
  'mediation.MediatorDismissed': { dismissedOn: '2023-12-01', reason: 'resigned' },
};
