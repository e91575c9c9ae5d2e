import {
  type Fact,
  type FactHandlers,
  type FactSheet,
  type FactValue,
  type ViewedEvent,
  valueOn,
} from '#application/facts.js';
import type { LocalDate } from '#kernel/dates.js';
import type { OfficeCode } from '#kernel/event.js';
import type { CorrectionsEvent } from '../../domain/events/index.js';
import type { CorrectionsSettings } from '../../settings.js';
import { type FactKind, type FieldOf, tables } from './kinds.js';

/** What the facts need of the line's settings: the term for announcement, group and plan (CC-D06, CC-18). */
export type FactSettings = Pick<CorrectionsSettings, 'planDays'>;

export type Handlers = FactHandlers<CorrectionsEvent, FactSettings>;
export type FieldsOf<Kind extends FactKind> = { readonly [Name in FieldOf<Kind>]?: FactValue };

type Seen = Pick<ViewedEvent, 'version' | 'office' | 'occurredOn'>;

export const { put } = tables;

const CASE = 'case';

/** The one fact of the case itself. */
export const theCase = (sheet: FactSheet): Fact | undefined => sheet.get('corrections.case', CASE);

export const putCase = (
  sheet: FactSheet,
  fields: FieldsOf<'corrections.case'>,
  more?: { office?: Fact['office']; person?: string },
): void => put(sheet, 'corrections.case', CASE, fields, more);

export const caseDate = (sheet: FactSheet, field: FieldOf<'corrections.case'>): LocalDate | undefined => {
  const value = theCase(sheet)?.fields[field];
  return typeof value === 'string' ? value : undefined;
};

/** The office in charge of the case on a day; the office that did the business while nobody is in charge yet. */
export const officeInCharge = (sheet: FactSheet, { office, occurredOn }: Seen): OfficeCode => {
  const spells = theCase(sheet)?.office ?? office;
  return typeof spells === 'string' ? spells : (valueOn(spells, occurredOn) ?? spells[0]?.value ?? office);
};

/**
 * Puts a fact about the subject of this case: it belongs to the person, and to the office in charge on the day it
 * happened, so that rates divide like by like in every office.
 */
export const putOfSubject = <Kind extends FactKind>(
  sheet: FactSheet,
  event: Seen,
  kind: Kind,
  key: string,
  fields: FieldsOf<Kind>,
): void => {
  const person = theCase(sheet)?.person;
  put(sheet, kind, key, fields, { office: officeInCharge(sheet, event), ...(person === undefined ? {} : { person }) });
};

export { keyOf } from '#application/fact-tables.js';

/** Facts of a kind that lack a field, as the open ones do; oldest first. For rare events: it looks at every fact. */
export const without = <Kind extends FactKind>(sheet: FactSheet, kind: Kind, field: FieldOf<Kind>): readonly Fact[] =>
  sheet.all(kind).filter((fact) => fact.fields[field] === undefined);
