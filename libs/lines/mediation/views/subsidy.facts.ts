import { keyOf } from '#application/fact-tables.js';
import { exact } from '#kernel/money.js';
import { type Handlers, fieldOf, put, putOne } from './sheet.js';

const CLAIM = 'mediation.claim';

/** Grades, dossiers and what is paid for a case. */
export const subsidyFacts: Handlers = {
  'mediation.DifficultyConfirmed': ({ data }, sheet) => putOne(sheet, 'mediation.dispute', { grade: data.grade }),
  'mediation.DossierReviewed': (event, sheet) => {
    const { reviewedOn, result, score } = event.data;
    put(sheet, 'mediation.review', keyOf(event), { reviewedOn, result, score });
  },
  'mediation.SubsidyClaimed': ({ data: { claimedOn, amountClaimed } }, sheet) =>
    putOne(sheet, CLAIM, { claimedOn, amountClaimed }),
  'mediation.SubsidyApproved': ({ data }, sheet) => {
    const { approvedOn, grade, tariff, amountApproved, fundLevel, projectCode } = data;
    putOne(sheet, CLAIM, { approvedOn, grade, tariff, amountApproved, fundLevel, projectCode });
  },
  'mediation.SubsidyRefused': ({ data }, sheet) => putOne(sheet, CLAIM, { refusedOn: data.refusedOn }),
  'mediation.SubsidyPaid': (event, sheet) => {
    const { paidOn, amountPaid } = event.data;
    const claim = (name: string) => fieldOf<string>(sheet, CLAIM, name);
    const paid = exact(claim('amountPaid') ?? '0').plus(amountPaid);
    const inFull = paid.greaterThanOrEqualTo(claim('amountApproved') ?? '0');
    putOne(sheet, CLAIM, { amountPaid: paid.toFixed(), ...(inFull && { settledOn: paidOn }) });
    const [approvedOn, grade] = [claim('approvedOn'), claim('grade')];
    put(sheet, 'mediation.payment', keyOf(event), { paidOn, approvedOn, grade, amountPaid });
  },
};
