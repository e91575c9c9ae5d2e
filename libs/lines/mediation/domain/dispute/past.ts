import type { LocalDate } from '#kernel/dates.js';
import type { Rule } from '#kernel/decider.js';
import { type Uuid, uuidV5 } from '#kernel/ids.js';
import { type Exact, exact } from '#kernel/money.js';
import { type Progress, allOf, lastOf, newestOf } from '#kernel/procedure.js';
import type { MediationSettings } from '../../settings.js';
import type { DataOfEvent, DisputeEvent } from '../events/index.js';

export type DisputeStatus =
  'discovered' | 'not-accepted' | 'accepted' | 'in-mediation' | 'succeeded' | 'failed' | 'withdrawn' | 'transferred';
export type Dispute = Progress<DisputeEvent, DisputeStatus>;

/** Rules of some of the events of a dispute. */
export type DisputeRules = {
  readonly [Type in DisputeEvent['type']]?: Rule<DataOfEvent<Type>, Dispute, MediationSettings>;
};

/** The case as it was taken on, here or before the system began. */
export const caseOf = (
  dispute: Dispute,
): DataOfEvent<'mediation.DisputeAccepted' | 'mediation.OpeningBalanceImported'> | undefined =>
  newestOf(dispute, 'mediation.DisputeAccepted', 'mediation.OpeningBalanceImported')?.data;

/** The agreement; `dueOn` is the day it is to be performed by, at once where it names none. */
export const agreementOf = (
  dispute: Dispute,
): (DataOfEvent<'mediation.MediationSucceeded'> & { readonly dueOn: LocalDate }) | undefined => {
  const agreement = lastOf(dispute, 'mediation.MediationSucceeded');
  return agreement && { ...agreement, dueOn: agreement.performDueOn ?? agreement.agreementEffectiveOn };
};

export const isMediator = (dispute: Dispute, person: Uuid): boolean =>
  caseOf(dispute)?.mediators.includes(person) ?? false;

export const performedInFull = (dispute: Dispute): boolean =>
  allOf(dispute, 'mediation.AgreementPerformed').some(({ degree }) => degree === 'full');

/** Σ of amounts in 元. */
export const totalOf = (...amounts: readonly string[]): Exact =>
  amounts.reduce((sum, amount) => sum.plus(amount), exact(0));

/** The same people, in whatever order. */
const hashOf = (people: readonly string[]): Uuid => uuidV5('mediation', 'parties', ...[...people].sort());

/** Natural keys: the case number, the case, the agreement's number; while the case is open also parties and subject. */
export const keysOf = (dispute: Dispute): readonly string[] => {
  const taken = caseOf(dispute);
  if (taken === undefined) return [];
  const { committeeCode, caseNo, parties, firmNames = [], subjectHash, acceptedOn } = taken;
  const matter = `${hashOf([...parties, ...firmNames])}:${subjectHash}`;
  const agreementNo = agreementOf(dispute)?.agreementNo;
  return [
    `case-no:${committeeCode}:${caseNo}`,
    `case:${committeeCode}:${matter}:${acceptedOn}`,
    ...(dispute.status === 'accepted' || dispute.status === 'in-mediation' ? [`open:${matter}`] : []),
    ...(agreementNo === undefined ? [] : [`agreement-no:${committeeCode}:${agreementNo}`]),
  ];
};
