import { keyOf } from '#application/fact-tables.js';
import type { FactSheet } from '#application/facts.js';
import { type LocalDate, addDays, earliest, latest } from '#kernel/dates.js';
import { exact } from '#kernel/money.js';
import { type Handlers, fieldOf, put, putOne } from './sheet.js';

const AGREEMENT = 'mediation.agreement';

/**
 * The dates between which an agreement stood in each state of performance: not yet due, unperformed, in part, in full.
 */
export const settlePerformance = (sheet: FactSheet): void => {
  const on = (name: string) => fieldOf<LocalDate>(sheet, AGREEMENT, name);
  const dueOn = on('dueOn');
  if (dueOn === undefined) return;
  const [partFrom, fullOn] = [on('partFrom'), on('fullOn')];
  const begun = earliest(partFrom, fullOn);
  const overdueFrom = addDays(dueOn, 1);
  putOne(sheet, AGREEMENT, {
    notDueTo: earliest(begun, overdueFrom),
    unperformedFrom: begun !== undefined && begun <= overdueFrom ? undefined : overdueFrom,
    unperformedTo: begun,
    fulfilledOn: fullOn && latest(fullOn, dueOn),
  });
};

/** What became of an agreement: its performance, and what the court made of it. */
export const agreementFacts: Handlers = {
  'mediation.AgreementPerformed': (event, sheet) => {
    const { performedOn, degree, amountPerformed } = event.data;
    put(sheet, 'mediation.performance', keyOf(event), { performedOn, degree, amountPerformed });
    const before = fieldOf<string>(sheet, AGREEMENT, 'amountPerformed') ?? '0';
    putOne(sheet, AGREEMENT, {
      amountPerformed: exact(before).plus(amountPerformed).toFixed(),
      ...(degree === 'full'
        ? { fullOn: performedOn }
        : { partFrom: fieldOf<LocalDate>(sheet, AGREEMENT, 'partFrom') ?? performedOn }),
    });
    settlePerformance(sheet);
  },
  'mediation.AgreementBreached': ({ data }, sheet) =>
    putOne(sheet, AGREEMENT, { breachedOn: fieldOf<LocalDate>(sheet, AGREEMENT, 'breachedOn') ?? data.breachedOn }),
  'mediation.JudicialConfirmationApplied': ({ data }, sheet) => putOne(sheet, AGREEMENT, { appliedOn: data.appliedOn }),
  'mediation.JudicialConfirmationRuled': ({ data: { ruledOn, outcome } }, sheet) =>
    putOne(sheet, AGREEMENT, { ruledOn, confirmation: outcome }),
};
