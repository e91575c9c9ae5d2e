import { canonicalJson } from '#kernel/canonical.js';
import { inForce } from '#kernel/dated.js';
import { type Verdict, accept, nothing } from '#kernel/reject.js';
import type { FundsSettings } from '../../settings.js';
import type { DataOfEvent } from '../events/index.js';
import { acceptUnless, refuse } from '../rejections.js';
import { type ProjectLine, availableOf, isInYear, unrefunded } from './state.js';

type Payment = DataOfEvent<'funds.PaymentMade'>;
type Step = Payment['approvals'][number];

const same = (a: object, b: object): boolean => canonicalJson(a) === canonicalJson(b);

/** What a role said last: the opinion that counts. Of two signed on one day it is the one further down. */
const lastOpinion = (approvals: readonly Step[], role: Step['role']): Step | undefined =>
  approvals
    .filter((step) => step.role === role)
    .reduce<Step | undefined>(
      (last, step) => (last !== undefined && last.signedOn > step.signedOn ? last : step),
      undefined,
    );

/** What the approvals lack: a step of the county's chain, or their order. */
const faultInApprovals = ({ approvals, paidOn }: Payment, { paymentChain }: FundsSettings): Verdict | undefined => {
  const steps = inForce(paymentChain, paidOn).map((role) => lastOpinion(approvals, role));
  const signed = steps.filter((step) => step?.opinion === 'pass').map((step) => step?.signedOn ?? paidOn);
  if (signed.length < steps.length) return refuse('funds.approval-missing', 'approvals');
  const inOrder = signed.every((day, at) => day <= (signed[at + 1] ?? paidOn));
  return inOrder ? undefined : refuse('funds.approval-order', 'approvals');
};

/**
 * Pays money of the line; cash basis, dated by the day of payment (收付实现制).
 * @rejects funds.payment-exists        the id stands for another payment, or for a refund
 * @rejects funds.own-earmark           a line is no earmark of itself
 * @rejects funds.outside-fiscal-year
 * @rejects funds.approval-missing, approval-order  the county's chain, signed in order up to the day of payment
 * @rejects funds.beyond-budget         more than is available; in an emergency a second person may approve
 * @source 预算法 第十三条、第五十八条
 */
export const pay = (payment: Payment, line: ProjectLine, settings: FundsSettings): Verdict => {
  const known = line.payments.find(({ paymentId }) => paymentId === payment.paymentId);
  if (known !== undefined) return same(known, payment) ? nothing : refuse('funds.payment-exists', 'paymentId');
  if (line.refunds.some(({ refundId }) => refundId === payment.paymentId))
    return refuse('funds.payment-exists', 'paymentId');
  if (payment.earmark?.projectCode === line.projectCode) return refuse('funds.own-earmark', 'earmark');
  if (!isInYear(payment.paidOn, line)) return refuse('funds.outside-fiscal-year', 'paidOn');
  const fault = faultInApprovals(payment, settings);
  if (fault !== undefined) return fault;
  if (availableOf(line).greaterThanOrEqualTo(payment.amount)) return accept;
  return payment.emergency === true ? acceptUnless('funds.emergency-payment') : refuse('funds.beyond-budget', 'amount');
};

/**
 * Takes back money paid, within the year it was paid in: later it is income of that later year.
 * @rejects funds.refund-exists           the id stands for another refund, or for a payment
 * @rejects funds.payment-unknown, outside-fiscal-year
 * @rejects funds.refund-exceeds-payment  with the refunds before it
 */
export const refund = (data: DataOfEvent<'funds.PaymentRefunded'>, line: ProjectLine): Verdict => {
  const known = line.refunds.find(({ refundId }) => refundId === data.refundId);
  if (known !== undefined) return same(known, data) ? nothing : refuse('funds.refund-exists', 'refundId');
  if (line.payments.some(({ paymentId }) => paymentId === data.refundId))
    return refuse('funds.refund-exists', 'refundId');
  const payment = line.payments.find(({ paymentId }) => paymentId === data.paymentId);
  if (payment === undefined) return refuse('funds.payment-unknown', 'paymentId');
  if (!isInYear(data.refundedOn, line)) return refuse('funds.outside-fiscal-year', 'refundedOn');
  return unrefunded(payment, data.paymentId, line).greaterThanOrEqualTo(data.amount)
    ? accept
    : refuse('funds.refund-exceeds-payment', 'amount');
};
