import { inForce } from '#kernel/dated.js';
import { type LocalDate, addMonths } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { type Procedure, type Progress, newestOf } from '#kernel/procedure.js';
import type { AftercareSettings } from '../../settings.js';
import type { KeyClass, SettlementNeed } from '../enumerations.js';
import type { CaseEvent, DataOfEvent } from '../events/index.js';

export type CaseStatus = 'forecast' | 'released' | 'in-support' | 'ended' | 'moved-out';
export type Case = Progress<CaseEvent, CaseStatus>;
export type CaseProcedure = Procedure<CaseEvent, CaseStatus, AftercareSettings>;
export type CaseRules = NonNullable<CaseProcedure['rules']>;

type Past = Pick<Case, 'past'>;

const NOBODY: Uuid = '';

/** Whom the case is about; whatever opened it says so. */
export const personOf = ({ past }: Past): Uuid => {
  for (const { data } of past) if ('personRef' in data) return data.personRef;
  return NOBODY;
};

/** The release the support rests on. */
export const releaseOf = (state: Past) =>
  newestOf(
    state,
    'aftercare.PrisonerReleased',
    'aftercare.HandedOverFromCorrection',
    'aftercare.MovedIn',
    'aftercare.OpeningBalanceImported',
  )?.data;

/** First day on which support may end because its time is over. Provincial; five years is common. */
export const supportUntil = (releasedOn: LocalDate, { supportYears }: Pick<AftercareSettings, 'supportYears'>) =>
  addMonths(releasedOn, 12 * inForce(supportYears, releasedOn));

export const keyClassOf = (state: Past): KeyClass | undefined => {
  const newest = newestOf(
    state,
    'aftercare.KeyStatusSet',
    'aftercare.KeyStatusCleared',
    'aftercare.OpeningBalanceImported',
  );
  return newest === undefined || newest.type === 'aftercare.KeyStatusCleared' ? undefined : newest.data.keyClass;
};

/** How the person is settled, or undefined. */
export const settlementOf = (state: Past): Partial<DataOfEvent<'aftercare.SettlementArranged'>> | undefined => {
  const newest = newestOf(
    state,
    'aftercare.SettlementArranged',
    'aftercare.SettlementLost',
    'aftercare.OpeningBalanceImported',
  );
  if (newest?.type === 'aftercare.SettlementArranged') return newest.data;
  const mode = newest?.type === 'aftercare.OpeningBalanceImported' ? newest.data.settlementMode : undefined;
  return mode === undefined ? undefined : { mode };
};

export const settlementNeedOf = (state: Past): SettlementNeed => {
  const newest = newestOf(state, 'aftercare.SettlementNeedAssessed', 'aftercare.OpeningBalanceImported');
  if (newest?.type === 'aftercare.SettlementNeedAssessed') return newest.data.need;
  return newest?.data.settlementNeed ?? 'needed';
};

export const isMissing = (state: Past): boolean =>
  newestOf(state, 'aftercare.WentMissing', 'aftercare.Found')?.type === 'aftercare.WentMissing';

export const dualListingOf = (state: Past): DataOfEvent<'aftercare.DualListingSet'> | undefined => {
  const newest = newestOf(state, 'aftercare.DualListingSet', 'aftercare.DualListingLifted');
  return newest?.type === 'aftercare.DualListingSet' ? newest.data : undefined;
};

export const officeOf = (state: Past) =>
  newestOf(
    state,
    'aftercare.AftercareLinked',
    'aftercare.MovedIn',
    'aftercare.OpeningBalanceImported',
    'aftercare.OfficeReassigned',
  )?.data.officeCode;
