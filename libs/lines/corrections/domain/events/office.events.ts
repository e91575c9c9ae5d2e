import { defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, decimal, list, optional, personRef, plannedDate, ref, text } from '#kernel/schema.js';
import { deviceKind, screeningScope, sessionKind } from '../enumerations.js';

/** A search for hidden dangers (安全隐患排查); the stream id is the screening id. Local practice. */
export const screeningEvents = eventTable(
  defineEvent({
    type: 'corrections.SafetyScreeningHeld',
    command: 'HoldSafetyScreening',
    datedBy: 'heldOn',
    fields: {
      heldOn: date(),
      scope: screeningScope,
      screenedCount: count(0, 100_000),
      keyPersonsFound: list(personRef(), 0, 1000),
    },
  }),
);

/** A class, a public-welfare activity or a course for many (集中教育、公益活动、培训); attendance refers to the stream id. */
export const sessionEvents = eventTable(
  defineEvent({
    type: 'corrections.ProgramSessionHeld',
    command: 'HoldProgramSession',
    datedBy: 'heldOn',
    fields: {
      heldOn: date(),
      kind: sessionKind,
      place: text(100),
      hours: decimal(1, 0.1, 24),
      attendance: count(0, 100_000),
    },
  }),
);

/** A stock of one kind of device or licence (定位装置、在矫通、矫务通), bought in lots and given to persons one by one. */
export const devicePoolEvents = eventTable(
  defineEvent({
    type: 'corrections.DeviceLicencePurchased',
    command: 'PurchaseDeviceLicence',
    datedBy: 'purchasedOn',
    fields: {
      purchasedOn: date(),
      lotId: ref(),
      kind: deviceKind,
      quantity: count(1, 100_000),
      /** Last day the lot may be used; absent means without end. */
      validTo: optional(plannedDate()),
      contractNo: optional(code()),
    },
  }),
  defineEvent({
    type: 'corrections.DeviceLicenceAssigned',
    command: 'AssignDeviceLicence',
    datedBy: 'assignedOn',
    fields: { assignedOn: date(), personRef: personRef() },
  }),
  defineEvent({
    type: 'corrections.DeviceLicenceReleased',
    command: 'ReleaseDeviceLicence',
    datedBy: 'releasedOn',
    fields: { releasedOn: date(), personRef: personRef() },
  }),
);
