import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import { date, instant, list, personRef, record, text } from '#kernel/schema.js';
import { mergeReason } from './enumerations.js';

/** Two records of one person: 档案合并. */
export const mergeEvents = eventTable(
  defineEvent({
    type: 'dossiers.PersonMerged',
    command: 'MergePerson',
    datedBy: 'mergedOn',
    derived: true,
    /** `into`: the reference that counts from now on, wherever `person` stands. */
    fields: { mergedOn: date(), person: personRef(), into: personRef(), reason: mergeReason },
  }),
  defineEvent({
    type: 'dossiers.PersonUnmerged',
    command: 'UnmergePerson',
    datedBy: 'unmergedOn',
    derived: true,
    fields: { unmergedOn: date(), person: personRef(), reason: mergeReason },
  }),
);

/** A minor's record, closed to everybody but who is charged with minors: 封存. */
export const sealEvents = eventTable(
  defineEvent({
    type: 'dossiers.IdentitySealed',
    command: 'SealIdentity',
    datedBy: 'sealedOn',
    derived: true,
    fields: { sealedOn: date(), person: personRef(), ground: text(200) },
  }),
  defineEvent({
    type: 'dossiers.IdentityUnsealed',
    command: 'UnsealIdentity',
    datedBy: 'unsealedOn',
    derived: true,
    fields: { unsealedOn: date(), person: personRef(), ground: text(200) },
  }),
);

/** Destroying what makes a person readable: 销毁. */
export const erasureEvents = eventTable(
  defineEvent({
    type: 'dossiers.ErasureRequested',
    command: 'RequestErasure',
    datedBy: 'requestedOn',
    derived: true,
    fields: { requestedOn: date(), person: personRef(), ground: text(200) },
  }),
  defineEvent({
    type: 'dossiers.ErasureRefused',
    command: 'RefuseErasure',
    datedBy: 'refusedOn',
    derived: true,
    /** `duties`: the records that must be kept, by kind of record, and the law that says so. */
    fields: {
      refusedOn: date(),
      person: personRef(),
      duties: list(record({ recordKind: text(64), ground: text(200) }), 1, 100),
    },
  }),
  defineEvent({
    type: 'dossiers.ErasureApproved',
    command: 'ApproveErasure',
    datedBy: 'approvedOn',
    derived: true,
    fields: { approvedOn: date(), person: personRef() },
  }),
);

/** One person looked at beyond one's own office, for a while and with a reason: 紧急调阅. */
export const glassEvents = eventTable(
  defineEvent({
    type: 'dossiers.GlassBroken',
    command: 'BreakGlass',
    datedBy: 'brokenOn',
    derived: true,
    fields: { brokenOn: date(), person: personRef(), by: text(200), reason: text(500), until: instant() },
  }),
);

export const events = { ...mergeEvents, ...sealEvents, ...erasureEvents, ...glassEvents };

export type MergeEvent = EventOf<typeof mergeEvents>;
export type SealEvent = EventOf<typeof sealEvents>;
export type ErasureEvent = EventOf<typeof erasureEvents>;
export type GlassEvent = EventOf<typeof glassEvents>;
export type DossierEvent = MergeEvent | SealEvent | ErasureEvent | GlassEvent;
