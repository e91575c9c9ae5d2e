import { defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, decimal, flag, optional, text } from '#kernel/schema.js';
import { assetKind, facilityKind, retirementReason, unitKind } from '../enumerations.js';

const quantity = count(1, 100_000);

/** One lot of equipment of one kind (装备). */
export const assetEvents = eventTable(
  defineEvent({
    type: 'institution.OpeningBalanceImported',
    command: 'ImportOpeningBalance',
    datedBy: 'asOfDate',
    fields: { asOfDate: date(), kind: assetKind, quantity, installedCount: count(0, 100_000) },
  }),
  defineEvent({
    type: 'institution.AssetAcquired',
    command: 'AcquireAsset',
    datedBy: 'acquiredOn',
    fields: { acquiredOn: date(), kind: assetKind, quantity, contractNo: optional(code()) },
  }),
  defineEvent({
    type: 'institution.AssetInstalled',
    command: 'InstallAsset',
    datedBy: 'installedOn',
    fields: { installedOn: date(), kind: assetKind, quantity, place: text(200) },
  }),
  defineEvent({
    type: 'institution.AssetRetired',
    command: 'RetireAsset',
    datedBy: 'retiredOn',
    fields: { retiredOn: date(), quantity, wasInstalled: flag(), reason: retirementReason },
  }),
);

/** An organisational unit (机构): a section, a justice office, an institution in the bureau's charge. */
export const unitEvents = eventTable(
  defineEvent({
    type: 'institution.UnitEstablished',
    command: 'EstablishUnit',
    datedBy: 'establishedOn',
    fields: { establishedOn: date(), kind: unitKind, unitCode: code(), unitName: text(100), docNo: optional(code()) },
  }),
  defineEvent({
    type: 'institution.UnitRenamed',
    command: 'RenameUnit',
    datedBy: 'renamedOn',
    fields: { renamedOn: date(), unitName: text(100) },
  }),
  defineEvent({
    type: 'institution.UnitAbolished',
    command: 'AbolishUnit',
    datedBy: 'abolishedOn',
    fields: { abolishedOn: date(), successorCode: optional(code()) },
  }),
);

/** A room, centre or station (功能室、用房). */
export const facilityEvents = eventTable(
  defineEvent({
    type: 'institution.FacilityOpened',
    command: 'OpenFacility',
    datedBy: 'openedOn',
    fields: {
      openedOn: date(),
      kind: facilityKind,
      title: text(100),
      place: text(200),
      /** ㎡ */
      area: decimal(2, 0, 1_000_000),
    },
  }),
  defineEvent({
    type: 'institution.FacilityAltered',
    command: 'AlterFacility',
    datedBy: 'alteredOn',
    fields: { alteredOn: date(), area: decimal(2, 0, 1_000_000) },
  }),
  defineEvent({
    type: 'institution.FacilityClosed',
    command: 'CloseFacility',
    datedBy: 'closedOn',
    fields: { closedOn: date(), reason: text() },
  }),
);
