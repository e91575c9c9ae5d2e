import type { FactHandlers, FactSheet, FactValue } from '#application/facts.js';
import type { MediationEvent } from '../domain/events/index.js';
import type { MediationSettings } from '../settings.js';
import { type FactKind, type FieldOf, tables } from './kinds.js';

export type Handlers = FactHandlers<MediationEvent, MediationSettings>;
type FieldsOf<Kind extends FactKind> = { readonly [Name in FieldOf<Kind>]?: FactValue };

/** The key of the one fact of its kind that a stream has. */
export const ONE = 'one';

const DISPUTE: FactKind = 'mediation.dispute';

/** Puts fields into a fact. What becomes of a dispute counts for the office whose it is, whoever records it. */
export const put = <Kind extends FactKind>(sheet: FactSheet, kind: Kind, key: string, fields: FieldsOf<Kind>): void => {
  const dispute = sheet.get(DISPUTE, ONE);
  tables.put(sheet, kind, key, fields, dispute === undefined ? {} : { office: dispute.office });
};

/** Puts fields into the one fact of a kind that the stream has. */
export const putOne = <Kind extends FactKind>(sheet: FactSheet, kind: Kind, fields: FieldsOf<Kind>): void =>
  put(sheet, kind, ONE, fields);

/** A field of the one fact of a kind. */
export const fieldOf = <Value extends FactValue>(sheet: FactSheet, kind: FactKind, name: string): Value | undefined =>
  sheet.get(kind, ONE)?.fields[name] as Value | undefined;
