import type { Term } from '#kernel/term.js';
import type { ConfirmationCode, RejectionCode } from './domain/rejections.js';
import { house } from './terms.words.js';

/** Why a command is refused, as the clerk reads it. */
export const rejectionTerms = {
  'funds.accounts-on-file': house('该年度该项预决算批复已登记', 'these accounts are on file'),
  'funds.adjustment-exists': house('该文号已登记其他调整金额', 'the document stands for another change'),
  'funds.approval-missing': house('审批环节不齐全', 'a step of the approval chain is missing'),
  'funds.approval-order': house('审批签批顺序或日期不符', 'the approvals are out of order'),
  'funds.beyond-budget': house('超过项目可用预算', 'more than the budget available', '预算法 第十三条'),
  'funds.booked-elsewhere': house('专项只是口径，支出应列支在预算项目上', 'an earmark books nothing itself'),
  'funds.budget-below-paid': house('调减后预算低于已支付金额', 'the budget would fall below what was paid'),
  'funds.contract-exists': house('合同编号已登记', 'the contract is on file'),
  'funds.duty-not-held': house('该人员未在此岗位', 'the person does not hold this duty'),
  'funds.facility-on-file': house('该项设施数据已有台账', 'this number has a record'),
  'funds.kind-on-file': house('该类编制已有台账', 'this kind of post has a record'),
  'funds.no-change': house('调整金额不能为零', 'a change of nothing'),
  'funds.other-facility': house('台账属于另一项设施数据', 'the record is of another number'),
  'funds.other-kind': house('台账属于另一类编制', 'the record is of another kind of post'),
  'funds.outside-fiscal-year': house('日期不在项目预算年度内', 'outside the fiscal year', '预算法 第十八条'),
  'funds.own-earmark': house('项目不能是自己的专项', 'a line is no earmark of itself'),
  'funds.own-parent': house('项目不能是自己的上级', 'a line is no heading of itself'),
  'funds.payment-exists': house('支出编号已登记', 'the payment is on file'),
  'funds.payment-unknown': house('没有该笔支出', 'no such payment'),
  'funds.plan-not-rising': house('累计支出进度不能下降', 'the plan falls'),
  'funds.plan-not-whole': house('12月底累计支出进度应为100%', 'the plan does not end with 100'),
  'funds.project-exists': house('该年度项目编码已登记', 'the line is on file'),
  'funds.refund-exceeds-payment': house('退回金额超过已支付金额', 'more refunded than paid'),
  'funds.refund-exists': house('退回编号已登记', 'the refund is on file'),
  'funds.settled-beyond-balance': house('结转、收回金额超过结余', 'more than the balance'),
  'funds.source-twice': house('资金来源重复', 'a source is named twice'),
  'funds.staff-on-file': house('该人员已有在册记录', 'the person is on file'),
  'funds.year-running': house('预算年度尚未结束', 'the fiscal year is not over'),
} satisfies Record<RejectionCode, Term>;

/** What a second person is asked to approve. */
export const confirmationTerms = {
  'funds.balance-unsettled': house('尚有结余未结转或收回', 'a balance is neither carried over nor recovered'),
  'funds.emergency-payment': house('应急支付超过可用预算', 'an emergency payment beyond the budget'),
} satisfies Record<ConfirmationCode, Term>;
