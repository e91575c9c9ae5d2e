import { uuidV5 } from '#kernel/ids.js';
import type { DataOfEvent, EventType } from './events/index.js';

/** A made-up person that is the same in every run. */
export const person = (...name: readonly string[]): string => uuidV5('reconsideration', 'example', ...name);

const matter = {
  applicants: [{ kind: 'citizen', personRef: person('applicant') }],
  applicantCount: 1,
  respondentKind: 'county-department',
  respondentCode: '430922-gongan',
  actKind: 'penalty',
  field: 'police',
  actDocNo: '公(治)行罚决字〔2024〕31号',
  actKnownOn: '2024-02-05',
} as const;

/** An application of 2024-03-01 under the revised law: accepted on the 6th, so the decision is due on Monday 2024-05-06. */
export const examples: { readonly [Type in EventType]: DataOfEvent<Type> } = {
  'reconsideration.OpeningBalanceImported': {
    asOfDate: '2024-01-01',
    state: 'in-review',
    ...matter,
    actKnownOn: '2023-11-20',
    receivedOn: '2023-12-01',
    acceptedOn: '2023-12-05',
    procedure: 'ordinary',
    sourceSystem: '行政复议工作平台',
  },
  'reconsideration.ReconsiderationApplied': {
    receivedOn: '2024-03-01',
    channel: 'in-person',
    ...matter,
    actMadeOn: '2024-02-01',
    remedyInformed: true,
    immovables: false,
    requests: ['撤销行政处罚决定'],
    compensationClaimed: false,
    normReview: false,
    enterpriseRelated: false,
    mandatoryPrior: false,
  },
  'reconsideration.SupplementRequested': {
    requestedOn: '2024-03-04',
    items: ['身份证明'],
    dueOn: '2024-03-18',
    docNo: '县政复补〔2024〕1号',
  },
  'reconsideration.CorrectionTermExtended': { extendedOn: '2024-03-15', newDueOn: '2024-03-29', reason: '申请人住院' },
  'reconsideration.CorrectionSupplied': { suppliedOn: '2024-03-12' },
  'reconsideration.SettledBeforeAcceptance': { settledOn: '2024-03-05', mode: 'reconciled' },
  'reconsideration.ReconsiderationAccepted': {
    acceptedOn: '2024-03-06',
    procedure: 'ordinary',
    acceptanceNo: '〔2024〕县政复字第1号',
  },
  'reconsideration.DeemedAccepted': { deemedOn: '2024-03-09' },
  'reconsideration.ReconsiderationNotAccepted': {
    decidedOn: '2024-03-07',
    reason: 'out-of-scope',
    docNo: '县政复不〔2024〕1号',
  },
  'reconsideration.ReconsiderationReferred': { decidedOn: '2024-03-07', mode: 'informed', toOrgan: '市人民政府' },
  'reconsideration.DeemedAbandoned': { decidedOn: '2024-03-19' },
  'reconsideration.CopySent': { sentOn: '2024-03-08', respondentReceivedOn: '2024-03-11' },
  'reconsideration.ReplyReceived': { receivedOn: '2024-03-20' },
  'reconsideration.OpinionsHeard': { heldOn: '2024-03-27', mode: 'in-person' },
  'reconsideration.HearingHeld': { heldOn: '2024-04-10', noticedOn: '2024-04-01', respondentHeadPresent: true },
  'reconsideration.CommitteeConsulted': { heldOn: '2024-04-12', reason: '案情重大、疑难' },
  'reconsideration.MediationHeld': {
    heldOn: '2024-04-15',
    applicantConsents: true,
    respondentConsents: true,
    result: 'agreement',
  },
  'reconsideration.ProceedingsSuspended': {
    suspendedOn: '2024-03-25',
    ground: 'applicant-died',
    docNo: '县政复中〔2024〕1号',
  },
  'reconsideration.ProceedingsResumed': { resumedOn: '2024-04-14', docNo: '县政复恢〔2024〕1号' },
  'reconsideration.ProcedureSwitched': { switchedOn: '2024-03-22', approver: 'agency-head' },
  'reconsideration.TermExtended': {
    extendedOn: '2024-04-29',
    newDueOn: '2024-06-05',
    approver: 'agency-head',
    docNo: '县政复延〔2024〕1号',
  },
  'reconsideration.NormReviewOpened': {
    openedOn: '2024-03-25',
    normDocNo: '县政发〔2019〕8号',
    trigger: 'applicant',
    competence: 'own',
  },
  'reconsideration.NormReviewStepTaken': {
    takenOn: '2024-03-26',
    normDocNo: '县政发〔2019〕8号',
    step: 'maker-notified',
  },
  'reconsideration.ReconsiderationConcluded': {
    decidedOn: '2024-04-26',
    outcome: 'revoked-remade',
    docNo: '县政复决〔2024〕1号',
    correctedAct: false,
    withdrawnAfterSettlement: false,
    performBy: '2024-05-31',
  },
  'reconsideration.DecisionServed': { servedOn: '2024-04-28', mode: 'direct' },
  'reconsideration.DecisionPerformed': { performedOn: '2024-05-20' },
  'reconsideration.LitigationFiledAgainstDecision': {
    filedOn: '2024-05-10',
    courtCaseNo: '(2024)湘0922行初5号',
    defendantMode: 'alone',
  },
  'reconsideration.PetitionedAfterDecision': { petitionedOn: '2024-06-03', petitionNo: '县信〔2024〕77号' },
  'reconsideration.OpinionLetterIssued': {
    issuedOn: '2024-04-26',
    docNo: '县政复意〔2024〕1号',
    toOrgan: '县公安局',
    dueOn: '2024-06-25',
  },
  'reconsideration.SuggestionIssued': { issuedOn: '2024-04-26', docNo: '县政复建〔2024〕1号', toOrgan: '县公安局' },
  'reconsideration.OpinionAnswered': { answeredOn: '2024-06-11', docNo: '县政复意〔2024〕1号' },
};
