import { allOf, defineProcedure, lastOf, type Progress } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import {
  type AssetEvent,
  type FacilityEvent,
  type UnitEvent,
  assetEvents,
  facilityEvents,
  unitEvents,
} from './events/index.js';
import { refuse } from './rejections.js';

type Lot = Progress<AssetEvent>;

const sumOf = (items: readonly { readonly quantity: number }[]): number =>
  items.reduce((sum, { quantity }) => sum + quantity, 0);

/** Pieces of a lot that stand at their place, and pieces in store; a lot first seen at its place has none in store. */
const piecesOf = (lot: Lot): { readonly installed: number; readonly stored: number } => {
  const opening = allOf(lot, 'institution.OpeningBalanceImported');
  const retired = allOf(lot, 'institution.AssetRetired');
  const everInstalled =
    sumOf(allOf(lot, 'institution.AssetInstalled')) +
    opening.reduce((sum, { installedCount }) => sum + installedCount, 0);
  const acquired = beganInstalled(lot)
    ? everInstalled
    : sumOf([...opening, ...allOf(lot, 'institution.AssetAcquired')]);
  return {
    installed: everInstalled - sumOf(retired.filter(({ wasInstalled }) => wasInstalled)),
    stored: acquired - everInstalled - sumOf(retired.filter(({ wasInstalled }) => !wasInstalled)),
  };
};

const beganInstalled = ({ past }: Lot): boolean => past[0]?.type === 'institution.AssetInstalled';

const kindOf = ({ past }: Lot): string | undefined => {
  const [first] = past;
  return first === undefined || first.type === 'institution.AssetRetired' ? undefined : first.data.kind;
};

/**
 * One lot of equipment (装备): acquired, installed in parts, retired in parts. Equipment fitted by its supplier may begin with
 * the installation.
 * @rejects institution.other-asset-kind          a lot is of one kind
 * @rejects institution.more-installed-than-held  more than the store holds
 * @rejects institution.more-retired-than-held    more than stand there, or than the store holds
 */
export const asset = defineProcedure<AssetEvent, 'held' | 'retired'>({
  type: 'institution.asset',
  events: assetEvents,
  steps: {
    none: ['institution.OpeningBalanceImported', 'institution.AssetAcquired', 'institution.AssetInstalled'],
    held: ['institution.AssetInstalled', 'institution.AssetRetired'],
    retired: [],
  },
  becomes: {
    'institution.OpeningBalanceImported': 'held',
    'institution.AssetAcquired': 'held',
    'institution.AssetInstalled': 'held',
    'institution.AssetRetired': ({ quantity }, lot) => {
      const { installed, stored } = piecesOf(lot);
      return installed + stored > quantity ? 'held' : 'retired';
    },
  },
  rules: {
    'institution.OpeningBalanceImported': ({ quantity, installedCount }) =>
      installedCount > quantity ? refuse('institution.more-installed-than-held', 'installedCount') : accept,
    'institution.AssetInstalled': ({ kind, quantity }, lot) => {
      const known = kindOf(lot);
      if (known === undefined) return accept;
      if (known !== kind) return refuse('institution.other-asset-kind', 'kind');
      return beganInstalled(lot) || quantity <= piecesOf(lot).stored
        ? accept
        : refuse('institution.more-installed-than-held', 'quantity');
    },
    'institution.AssetRetired': ({ quantity, wasInstalled }, lot) => {
      const { installed, stored } = piecesOf(lot);
      return quantity <= (wasInstalled ? installed : stored)
        ? accept
        : refuse('institution.more-retired-than-held', 'quantity');
    },
  },
});

/** A unit (机构), by its code, until it is abolished. */
export const unit = defineProcedure<UnitEvent, 'active' | 'abolished'>({
  type: 'institution.unit',
  events: unitEvents,
  steps: {
    none: ['institution.UnitEstablished'],
    active: ['institution.UnitRenamed', 'institution.UnitAbolished'],
    abolished: [],
  },
  becomes: { 'institution.UnitEstablished': 'active', 'institution.UnitAbolished': 'abolished' },
  keys: (state) => {
    const established = lastOf(state, 'institution.UnitEstablished');
    return established === undefined || state.status === 'abolished' ? [] : [`unit:${established.unitCode}`];
  },
  keyCodes: { unit: 'institution.unit-known' },
});

/** A room, centre or station (功能室、用房), until it is closed. */
export const facility = defineProcedure<FacilityEvent, 'open' | 'closed'>({
  type: 'institution.facility',
  events: facilityEvents,
  steps: {
    none: ['institution.FacilityOpened'],
    open: ['institution.FacilityAltered', 'institution.FacilityClosed'],
    closed: [],
  },
  becomes: { 'institution.FacilityOpened': 'open', 'institution.FacilityClosed': 'closed' },
  keys: (state) => {
    const opened = lastOf(state, 'institution.FacilityOpened');
    return opened === undefined || state.status === 'closed' ? [] : [`facility:${opened.place}:${opened.title}`];
  },
  keyCodes: { facility: 'institution.facility-known' },
});
