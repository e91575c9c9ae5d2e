import { keyOf } from '#application/fact-tables.js';
import type { FactSheet } from '#application/facts.js';
import type { Handlers } from './handlers.js';
import { tables } from './kinds.js';

const ONLY = 'only';
const ASSET = 'institution.asset';

/** Pieces come with their installation where the lot was never acquired by itself. */
const comesInstalled = (sheet: FactSheet): boolean =>
  !sheet.all(ASSET).some(({ fields }) => fields['movement'] === 'in' && fields['origin'] !== 'installed');

/** Equipment as it comes, is installed and goes; units; rooms and their size. */
export const estateFacts: Handlers = {
  'institution.OpeningBalanceImported': (event, sheet) => {
    const { asOfDate: movedOn, kind, quantity, installedCount } = event.data;
    const origin = 'opening';
    tables.put(sheet, ASSET, keyOf(event), { movedOn, movement: 'in', kind, quantity, origin });
    const installed = { movedOn, movement: 'installed', kind, quantity: installedCount, origin };
    tables.put(sheet, ASSET, `${keyOf(event)} installed`, installed);
  },
  'institution.AssetAcquired': (event, sheet) => {
    const { acquiredOn: movedOn, kind, quantity } = event.data;
    tables.put(sheet, ASSET, keyOf(event), { movedOn, movement: 'in', kind, quantity, origin: 'acquired' });
  },
  'institution.AssetInstalled': (event, sheet) => {
    const { installedOn: movedOn, kind, quantity, place } = event.data;
    const origin = 'installed';
    if (comesInstalled(sheet))
      tables.put(sheet, ASSET, keyOf(event), { movedOn, movement: 'in', kind, quantity, origin });
    const installed = { movedOn, movement: 'installed', kind, quantity, origin, place };
    tables.put(sheet, ASSET, `${keyOf(event)} installed`, installed);
  },
  'institution.AssetRetired': (event, sheet) => {
    const { retiredOn: movedOn, quantity, wasInstalled, reason } = event.data;
    const kind = sheet.all(ASSET)[0]?.fields['kind'];
    tables.put(sheet, ASSET, keyOf(event), { movedOn, movement: 'out', kind, quantity, wasInstalled, reason });
  },

  'institution.UnitEstablished': ({ data: { docNo: _docNo, ...unit } }, sheet) =>
    tables.put(sheet, 'institution.unit', ONLY, unit),
  'institution.UnitRenamed': ({ data: { unitName } }, sheet) =>
    tables.put(sheet, 'institution.unit', ONLY, { unitName }),
  'institution.UnitAbolished': ({ data: { abolishedOn, successorCode } }, sheet) =>
    tables.put(sheet, 'institution.unit', ONLY, { abolishedOn, successorCode }),

  'institution.FacilityOpened': (event, sheet) => {
    tables.put(sheet, 'institution.facility', ONLY, { ...event.data });
    size(sheet, keyOf(event), event.data.openedOn);
  },
  'institution.FacilityAltered': (event, sheet) => {
    const { alteredOn, area } = event.data;
    tables.put(sheet, 'institution.facility', ONLY, { area });
    endSize(sheet, alteredOn);
    size(sheet, keyOf(event), alteredOn);
  },
  'institution.FacilityClosed': ({ data: { closedOn } }, sheet) => {
    tables.put(sheet, 'institution.facility', ONLY, { closedOn });
    endSize(sheet, closedOn);
  },
};

/** The room has from that day on the size it is known with. */
const size = (sheet: FactSheet, key: string, sizedOn: string): void => {
  const { kind, area } = sheet.get('institution.facility', ONLY)?.fields ?? {};
  tables.put(sheet, 'institution.space', key, { sizedOn, kind, area });
};

const endSize = (sheet: FactSheet, endedOn: string): void => {
  for (const { key, fields } of sheet.all('institution.space'))
    if (fields['endedOn'] === undefined) tables.put(sheet, 'institution.space', key, { endedOn });
};
