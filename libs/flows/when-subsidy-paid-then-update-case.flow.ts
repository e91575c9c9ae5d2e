import { defineFlow } from '#application/flow.js';
import type { Uuid } from '#kernel/ids.js';

interface Paid {
  readonly paidOn: string;
  readonly paymentId: Uuid;
  readonly amount: string;
  readonly businessLine?: string;
  readonly businessRef?: Uuid;
}

type Update = (paid: Paid) => { readonly type: string; readonly data: object };

/** How each field of work records that a subsidy of one of its cases was paid. */
const updates: Readonly<Record<string, Update>> = {
  'legal-aid': ({ paidOn, amount, paymentId }) => ({
    type: 'legal-aid.PaySubsidy',
    data: { paidOn, amount, paymentRef: paymentId },
  }),
  mediation: ({ paidOn, amount, paymentId }) => ({
    type: 'mediation.PaySubsidy',
    data: { paidOn, amountPaid: amount, paymentRef: paymentId },
  }),
};

/** A payment in the books that names the case it pays for is recorded on the case, so that both say the same. */
export const whenSubsidyPaidThenUpdateCase = defineFlow({
  code: 'when-subsidy-paid-then-update-case',
  on: ['funds.PaymentMade'],
  then: ({ event, history }) => {
    const paid = event.data as Paid;
    // A payment that names no field of work is of its project's.
    const approved = history.findLast(({ type }) => type === 'funds.BudgetApproved');
    const line = paid.businessLine ?? (approved?.data as Pick<Paid, 'businessLine'> | undefined)?.businessLine;
    const update = updates[line ?? ''];
    return update === undefined || paid.businessRef === undefined
      ? []
      : [{ ...update(paid), streamId: paid.businessRef }];
  },
});
