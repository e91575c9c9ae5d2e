import { type Uuid, uuidV5 } from '#kernel/ids.js';
import type { DataOfEvent, EventType } from './events/index.js';

/** A made-up id that is the same in every run. */
export const id = (...name: readonly string[]): Uuid => uuidV5('legal-aid', 'example', ...name);

const worker = { personRef: id('worker'), categories: ['migrant-worker'] } as const;
const lawyer = { agentRef: id('lawyer'), agentKind: 'private-lawyer', firmName: '某律师事务所' } as const;
const payment = { amount: '1200.00', paymentRef: id('payment') };

/**
 * One believable payload of every event: wages owed to a migrant worker, applied for on 1 February 2023, won in court on
 * 20 April; beside it a notice to defend, a shift, a complaint, an offer.
 */
export const examples: { readonly [Type in EventType]: DataOfEvent<Type> } = {
  'legal-aid.AidApplied': {
    receivedOn: '2023-02-01',
    applicants: [worker],
    nature: 'civil',
    form: 'litigation',
    matter: 'labour-relation-and-pay',
    stage: 'first-instance',
    entry: 'direct',
    meansExempt: 'migrant-wages-or-injury',
  },
  'legal-aid.DefenceNotified': {
    receivedOn: '2023-02-01',
    organ: 'court',
    noticeNo: '桃法援通〔2023〕1号',
    ground: 'full-coverage',
    stage: 'first-instance',
    suspectRef: id('suspect'),
    categories: ['farmer'],
  },
  'legal-aid.OpeningBalanceImported': {
    asOfDate: '2022-12-31',
    applicants: [worker],
    nature: 'civil',
    form: 'litigation',
    matter: 'labour-relation-and-pay',
    stage: 'first-instance',
    state: 'assigned',
    receivedOn: '2022-10-10',
    agentRef: lawyer.agentRef,
    agentKind: lawyer.agentKind,
    sourceSystem: '法律援助信息管理系统',
  },
  'legal-aid.SupplementRequested': { requestedOn: '2023-02-02', items: ['劳动合同复印件'], dueOn: '2023-02-10' },
  'legal-aid.SupplementSupplied': { suppliedOn: '2023-02-06' },
  'legal-aid.ApplicationDeemedWithdrawn': { withdrawnOn: '2023-02-11' },
  'legal-aid.AidGranted': { decidedOn: '2023-02-06', decisionDocNo: '援决〔2023〕1号' },
  'legal-aid.AidRefused': { decidedOn: '2023-02-06', decisionDocNo: '援不〔2023〕1号', reason: 'out-of-scope' },
  'legal-aid.ObjectionRaised': { raisedOn: '2023-05-10' },
  'legal-aid.ObjectionDecided': { decidedOn: '2023-05-15', outcome: 'ordered-to-correct' },
  'legal-aid.AgentAssigned': { assignedOn: '2023-02-08', ...lawyer, letterNo: '援指〔2023〕1号', practiceYears: 5 },
  'legal-aid.AgentReassigned': {
    assignedOn: '2023-03-01',
    agentRef: id('second lawyer'),
    agentKind: 'private-lawyer',
    letterNo: '援指〔2023〕2号',
    practiceYears: 8,
    reason: 'recipient-request',
  },
  'legal-aid.AidConcluded': {
    concludedOn: '2023-04-20',
    basis: 'judgment',
    result: 'won',
    resultDocNo: '民初〔2023〕88号',
    resultDocReceivedOn: '2023-04-20',
    amountClaimed: '36000.00',
    amountRecovered: '32500.50',
    amountWages: '32500.50',
  },
  'legal-aid.AidTerminated': { decidedOn: '2023-04-20', reason: 'own-lawyer', decisionDocNo: '援终〔2023〕1号' },
  'legal-aid.DossierSubmitted': { submittedOn: '2023-05-08', complete: true },
  'legal-aid.DossierReviewed': { reviewedOn: '2023-05-18', outcome: 'accepted' },
  'legal-aid.CaseArchived': { archivedOn: '2023-06-20', archiveNo: '2023-民-1' },
  'legal-aid.SubsidyApproved': { approvedOn: '2023-05-22', amount: '1200.00', payeeRef: lawyer.agentRef },
  'legal-aid.SubsidyPaid': { paidOn: '2023-06-05', ...payment },
  'legal-aid.CaseQualityAssessed': { assessedOn: '2023-06-15', grade: 'good', method: 'peer-review' },
  'legal-aid.RecipientRevisited': { visitedOn: '2023-06-01', satisfaction: 'satisfied' },

  'legal-aid.ConsultationAnswered': {
    answeredOn: '2023-01-30',
    channel: 'visit',
    topicClass: 'civil',
    topic: 'labour-relation-and-pay',
    categories: ['migrant-worker'],
  },
  'legal-aid.DocumentDrafted': { draftedOn: '2023-01-30', kind: 'claim', personRef: worker.personRef },
  'legal-aid.DutyShiftServed': {
    servedOn: '2023-03-07',
    half: 'morning',
    place: 'detention-centre',
    agentRef: lawyer.agentRef,
    agentKind: lawyer.agentKind,
  },
  'legal-aid.DutyHelpGiven': { givenOn: '2023-03-07', personRef: id('detained'), kind: 'plea-witnessed' },
  'legal-aid.DutySubsidyPaid': { paidOn: '2023-04-10', amount: '200.00', paymentRef: id('duty payment') },
  'legal-aid.ComplaintReceived': { receivedOn: '2023-03-20', against: 'agent', subject: '未按时出庭' },
  'legal-aid.ComplaintHandled': { handledOn: '2023-04-03', outcome: 'unfounded' },
  'legal-aid.AidOffered': {
    offeredOn: '2023-03-15',
    personRefs: [worker.personRef],
    sourceRef: id('mediation'),
  },
  'legal-aid.AidOfferAnswered': { answeredOn: '2023-03-22', answer: 'applies' },
  'legal-aid.AgentRegistered': { registeredOn: '2022-01-04', ...lawyer, practisingSince: '2018-03-01' },
  'legal-aid.AgentSuspended': { suspendedOn: '2023-05-01', cause: '停止执业三个月' },
  'legal-aid.AgentReinstated': { reinstatedOn: '2023-08-01' },
};
