import { keyOf } from '#application/fact-tables.js';
import type { FactSheet } from '#application/facts.js';
import type { LocalDate } from '#kernel/dates.js';
import type { DataOfEvent } from '../domain/events/index.js';
import { settlePerformance } from './agreement.facts.js';
import { type Handlers, fieldOf, put, putOne } from './sheet.js';

const DISPUTE = 'mediation.dispute';
type Taken = DataOfEvent<'mediation.DisputeAccepted' | 'mediation.OpeningBalanceImported'>;

const taken = (data: Taken) => ({
  status: 'accepted',
  takenOn: data.acceptedOn,
  caseNo: data.caseNo,
  committeeCode: data.committeeCode,
  committeeKind: data.committeeKind,
  source: data.source,
  kind: data.kind,
  otherKind: data.otherKind,
  peopleInvolved: data.peopleInvolved,
  sessionCount: 0,
  grade: 'ungraded',
});

const close = (sheet: FactSheet, outcome: string, closedOn: LocalDate): void =>
  putOne(sheet, DISPUTE, { status: outcome, outcome, closedOn });

/** Disputes from discovery to their end, and the visits after it. */
export const disputeFacts: Handlers = {
  'mediation.OpeningBalanceImported': ({ data }, sheet) =>
    putOne(sheet, DISPUTE, { ...taken(data), importedOn: data.asOfDate, openFrom: data.asOfDate }),
  'mediation.DisputeDiscovered': ({ data: { discoveredOn, kind, severity, groupEvent } }, sheet) =>
    putOne(sheet, DISPUTE, { status: 'discovered', discoveredOn, kind, severity, groupEvent }),
  'mediation.DisputeAccepted': ({ data }, sheet) => {
    const { acceptedOn } = data;
    putOne(sheet, DISPUTE, { ...taken(data), acceptedOn, openFrom: acceptedOn, undecidedTo: acceptedOn });
  },
  'mediation.DisputeNotAccepted': ({ data: { decidedOn } }, sheet) =>
    putOne(sheet, DISPUTE, { status: 'not-accepted', notAcceptedOn: decidedOn, undecidedTo: decidedOn }),
  'mediation.MediationSessionHeld': (_event, sheet) =>
    putOne(sheet, DISPUTE, {
      status: 'in-mediation',
      sessionCount: (fieldOf<number>(sheet, DISPUTE, 'sessionCount') ?? 0) + 1,
    }),
  'mediation.MediationExtended': ({ data }, sheet) => putOne(sheet, DISPUTE, { extendedTo: data.newDueOn }),
  'mediation.MediationFailed': ({ data }, sheet) => close(sheet, 'failed', data.endedOn),
  'mediation.MediationWithdrawn': ({ data }, sheet) => close(sheet, 'withdrawn', data.withdrawnOn),
  'mediation.MediationTransferred': ({ data }, sheet) => close(sheet, 'transferred', data.transferredOn),
  'mediation.MediationSucceeded': (event, sheet) => {
    const { agreementEffectiveOn: on, form, amountAgreed, agreementNo, performDueOn = on, prevented = [] } = event.data;
    close(sheet, 'succeeded', on);
    putOne(sheet, DISPUTE, { succeededOn: on, form, amountAgreed });
    const { confirmationWanted = false } = event.data;
    putOne(sheet, 'mediation.agreement', {
      ...{ effectiveOn: on, agreementNo, form, amountAgreed, dueOn: performDueOn, confirmationWanted },
    });
    settlePerformance(sheet);
    for (const { harm, peopleCount } of prevented)
      put(sheet, 'mediation.prevention', harm, { preventedOn: on, harm, peopleCount });
  },
  'mediation.DisputeRevisited': (event, sheet) => {
    const { revisitedOn, satisfaction } = event.data;
    put(sheet, 'mediation.revisit', keyOf(event), { revisitedOn, satisfaction });
  },
  'mediation.DisputeArchived': ({ data }, sheet) => putOne(sheet, DISPUTE, { archivedOn: data.archivedOn }),
};
