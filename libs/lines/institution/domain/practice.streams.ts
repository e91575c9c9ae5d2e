import { allOf, defineProcedure, lastOf, type Progress } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import {
  type ContactEvent,
  type DataOfEvent,
  type DelegationEvent,
  type HonourEvent,
  type RegulationEvent,
  contactEvents,
  delegationEvents,
  honourEvents,
  regulationEvents,
} from './events/index.js';
import { refuse } from './rejections.js';

/** A meeting or visit (座谈、走访、学习考察): held, and that is all. The same one is entered once. */
export const contact = defineProcedure<ContactEvent, 'held'>({
  type: 'institution.contact',
  events: contactEvents,
  steps: { none: ['institution.MeetingHeld', 'institution.VisitMade'], held: [] },
  becomes: { 'institution.MeetingHeld': 'held', 'institution.VisitMade': 'held' },
  keys: (state) => [
    ...allOf(state, 'institution.MeetingHeld').map(
      ({ heldOn, kind, subject, place }) => `contact:${heldOn}:${kind}:${subject}:${place}`,
    ),
    ...allOf(state, 'institution.VisitMade').map(
      ({ visitedOn, kind, subject, counterpart }) => `contact:${visitedOn}:${kind}:${subject}:${counterpart}`,
    ),
  ],
  keyCodes: { contact: 'institution.contact-known' },
});

/**
 * A regulation or enforcement rule (制度、规范性文件): in force until repealed.
 * @rejects institution.effective-too-early  it would bind before it was adopted or amended
 */
export const regulation = defineProcedure<RegulationEvent, 'in-force' | 'repealed'>({
  type: 'institution.regulation',
  events: regulationEvents,
  steps: {
    none: ['institution.RegulationAdopted'],
    'in-force': ['institution.RegulationAmended', 'institution.RegulationRepealed'],
    repealed: [],
  },
  becomes: { 'institution.RegulationAdopted': 'in-force', 'institution.RegulationRepealed': 'repealed' },
  rules: {
    'institution.RegulationAdopted': ({ adoptedOn, effectiveOn }) => notBefore(effectiveOn, adoptedOn),
    'institution.RegulationAmended': ({ amendedOn, effectiveOn }) => notBefore(effectiveOn, amendedOn),
  },
  keys: (state) =>
    allOf(state, 'institution.RegulationAdopted').map(({ docNo, title }) => `regulation:${docNo}:${title}`),
  keyCodes: { regulation: 'institution.regulation-known' },
});

const notBefore = (effectiveOn: string, decidedOn: string) =>
  effectiveOn < decidedOn ? refuse('institution.effective-too-early', 'effectiveOn') : accept;

const itemsLeft = (state: Progress<DelegationEvent>): number =>
  allOf(state, 'institution.PowerDelegated').reduce((sum, { itemCount }) => sum + itemCount, 0) -
  allOf(state, 'institution.PowerWithdrawn').reduce((sum, { itemCount }) => sum + itemCount, 0);

/**
 * Powers handed down to a town (下放执法权限), by one document, until all of them are taken back.
 * @rejects institution.more-withdrawn-than-delegated
 * @source 行政处罚法 第二十四条
 */
export const delegation = defineProcedure<DelegationEvent, 'in-force' | 'withdrawn'>({
  type: 'institution.delegation',
  events: delegationEvents,
  steps: { none: ['institution.PowerDelegated'], 'in-force': ['institution.PowerWithdrawn'], withdrawn: [] },
  becomes: {
    'institution.PowerDelegated': 'in-force',
    'institution.PowerWithdrawn': ({ itemCount }, state) => (itemsLeft(state) > itemCount ? 'in-force' : 'withdrawn'),
  },
  rules: {
    'institution.PowerWithdrawn': ({ itemCount }, state) =>
      itemCount > itemsLeft(state) ? refuse('institution.more-withdrawn-than-delegated', 'itemCount') : accept,
  },
  keys: (state) => allOf(state, 'institution.PowerDelegated').map(({ docNo, town }) => `delegation:${docNo}:${town}`),
  keyCodes: { delegation: 'institution.delegation-known' },
});

type Honour = DataOfEvent<'institution.HonourAwarded'>;

/** A person for a person's honour, a village for a village's title, a unit for every other one. */
const fits = ({ kind, personRef, villageCode, recipientUnit }: Honour): boolean =>
  (kind === 'individual') === (personRef !== undefined) &&
  (kind === 'demonstration-village') === (villageCode !== undefined) &&
  (kind === 'individual' || recipientUnit !== undefined);

/**
 * An honour (荣誉), until it is taken back.
 * @rejects institution.recipient-not-fitting  the kind and the recipient do not go together
 */
export const honour = defineProcedure<HonourEvent, 'awarded' | 'revoked'>({
  type: 'institution.honour',
  events: honourEvents,
  steps: { none: ['institution.HonourAwarded'], awarded: ['institution.HonourRevoked'], revoked: [] },
  becomes: { 'institution.HonourAwarded': 'awarded', 'institution.HonourRevoked': 'revoked' },
  rules: {
    'institution.HonourAwarded': (data) =>
      fits(data)
        ? accept
        : refuse('institution.recipient-not-fitting', 'kind', 'recipientUnit', 'personRef', 'villageCode'),
  },
  keys: (state) => {
    const award = lastOf(state, 'institution.HonourAwarded');
    if (award === undefined || state.status === 'revoked') return [];
    const { docNo, title, personRef, villageCode, recipientUnit } = award;
    return [`honour:${docNo}:${title}:${personRef ?? villageCode ?? recipientUnit ?? ''}`];
  },
  keyCodes: { honour: 'institution.honour-known' },
});
