import type { BureauCode, Instant, OfficeCode, Principal, Uuid } from '../kernel.js';

/** What somebody looks for. */
export const lookPurposes = [
  'search',
  'read',
  'duplicates',
  /** What is decided about a person names him back. */
  'decision',
  'registration',
  'case',
  'list',
  'evidence',
  'break-glass',
  'looks',
  'subject-export',
  'document',
  'event-export',
  /** Records older than they are kept for were dropped. */
  'expiry',
  'other',
] as const;
export type LookPurpose = (typeof lookPurposes)[number];

/** Who looks, from where and in which request. */
export interface Looker {
  readonly who: Principal;
  /** Undefined for whoever works on the machine itself. */
  readonly userId?: Uuid;
  /** Network address, or `console`. */
  readonly address: string;
  readonly requestId: Uuid;
  /** Name of the operation, as the published document has it. */
  readonly route: string;
  /** What was asked for: the path of the request, without its query. */
  readonly object: string;
  /** Persons that a record of this request names already. */
  readonly recorded: Set<Uuid>;
}

/** A look that is to be put on record: who, from where, what for, why, and at whom. Nothing of what was seen. */
export interface NewLook {
  readonly name: string;
  readonly userId?: Uuid;
  readonly roles: readonly string[];
  readonly offices: readonly OfficeCode[];
  readonly address: string;
  readonly requestId: Uuid;
  readonly purpose: LookPurpose;
  readonly route: string;
  readonly object: string;
  readonly reason?: string;
  /** Persons by reference; none for an export that names nobody. */
  readonly subjects: readonly Uuid[];
  /** Those of them who are minors, or whose record is sealed. */
  readonly minors: readonly Uuid[];
  /** Bureaus the subjects are of; those of the looker where there are none. */
  readonly bureaus: readonly BureauCode[];
}

/** A look on record. */
export interface Look extends NewLook {
  /** Place in the order they were stored in, from 1. */
  readonly position: number;
  readonly at: Instant;
}

/** The look of somebody; `whom` says at whom, and what for. */
export const lookOf = (
  { who, userId, address, requestId, route, object }: Looker,
  whom: Pick<NewLook, 'purpose' | 'reason' | 'subjects' | 'minors' | 'bureaus'>,
): NewLook => ({
  ...{ name: who.name, roles: who.roles, offices: who.offices, address, requestId, route, object },
  ...(userId === undefined ? {} : { userId }),
  ...whom,
});

/** Days a record is kept at least. @source 网络安全法 第二十三条（不少于六个月） */
export const LEAST_DAYS_KEPT = 180;
/** Days it is kept where nobody says otherwise: three years. @source 个人信息保护法 第五十六条 */
export const DAYS_KEPT = 1096;
