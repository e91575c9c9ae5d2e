import { type Uuid, uuidV5 } from '#kernel/ids.js';
import type { DataOfEvent, EventType } from './events/index.js';

/** A made-up id that is the same in every run. */
export const id = (...name: readonly string[]): Uuid => uuidV5('funds', 'example', ...name);

const signed = (role: DataOfEvent<'funds.PaymentMade'>['approvals'][number]['role'], signedOn: string) => ({
  role,
  opinion: 'pass' as const,
  signedOn,
});

/** One believable payload of every event of the line. */
export const examples: { readonly [Type in EventType]: DataOfEvent<Type> } = {
  'funds.BudgetApproved': {
    approvedOn: '2023-01-10',
    projectCode: 'corrections-project',
    fiscalYear: 2023,
    projectName: '社区矫正项目',
    fund: '部门整体支出',
    class: 'project',
    level: 'level-2',
    businessLine: 'corrections',
    sources: [
      { sourceCode: 'county', amount: '650000.00' },
      { sourceCode: 'central-transfer', amount: '60000.00' },
    ],
  },
  'funds.ExpenditurePlanSet': {
    setOn: '2023-01-12',
    percentByMarch: '15',
    percentByJune: '40',
    percentByOctober: '70',
    percentByDecember: '100',
  },
  'funds.BudgetAdjusted': {
    adjustedOn: '2023-08-10',
    sourceCode: 'county',
    delta: '50000.00',
    reason: '年中追加',
    docNo: '桃财预〔2023〕88号',
  },
  'funds.FundsReceived': { receivedOn: '2023-02-01', sourceCode: 'county', amount: '650000.00' },
  'funds.PaymentMade': {
    paidOn: '2023-03-20',
    paymentId: id('payment'),
    amount: '100000.00',
    dueOn: '2023-03-31',
    sourceCode: 'county',
    economicClass: 'goods-and-services',
    approvals: [
      signed('joint-review', '2023-03-15'),
      signed('finance-deputy', '2023-03-16'),
      signed('funds-supervisor', '2023-03-17'),
      signed('finance-office', '2023-03-20'),
    ],
  },
  'funds.PaymentRefunded': {
    refundedOn: '2023-04-10',
    paymentId: id('payment'),
    refundId: id('refund'),
    amount: '20000.00',
    reason: '多付退回',
  },
  'funds.FundsCarriedOver': { carriedOn: '2023-12-31', amount: '10000.00' },
  'funds.FundsRecovered': { recoveredOn: '2023-12-31', amount: '5000.00' },
  'funds.YearClosed': { closedOn: '2024-01-05' },
  'funds.ProcurementContracted': {
    contractedOn: '2023-05-08',
    contractNo: '桃采2023-017',
    projectCode: 'corrections-project',
    method: 'open-tender',
    firmName: '某科技有限公司',
    items: '电子定位装置',
    amount: '162200.00',
  },
  'funds.ProcurementAccepted': { acceptedOn: '2023-07-03', qualified: true },
  'funds.AccountsApproved': { approvedOn: '2023-02-06', fiscalYear: 2023, accountsKind: 'budget' },
  'funds.AccountsDisclosed': { publishedOn: '2023-02-20', platform: '县人民政府门户网站' },
  'funds.FacilityMeasured': {
    measuredOn: '2023-11-05',
    facility: 'heated-area',
    quantity: '1860.50',
    basis: '供热合同',
  },
  'funds.EstablishmentSet': { setOn: '2019-04-01', kind: 'political-legal', posts: 81 },
  'funds.OpeningBalanceImported': {
    asOfDate: '2022-12-31',
    staffRef: id('staff'),
    standing: 'in-post',
    kind: 'administrative',
  },
  'funds.StaffJoined': {
    joinedOn: '2023-07-01',
    staffRef: id('staff'),
    kind: 'administrative',
    orgUnit: '社区矫正股',
  },
  'funds.StaffSecondedIn': {
    secondedOn: '2023-03-01',
    staffRef: id('police'),
    fromOrg: '某监狱',
    orgUnit: '智慧矫正中心',
  },
  'funds.StaffLeft': { leftOn: '2023-09-01', leavingReason: 'transferred-out' },
  'funds.StaffRetired': { retiredOn: '2023-10-01' },
  'funds.DutyAssigned': { assignedOn: '2023-08-01', duty: 'corrections' },
  'funds.DutyEnded': { endedOn: '2023-08-31', duty: 'corrections' },
};
