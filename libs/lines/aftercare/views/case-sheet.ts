import {
  type Fact,
  type FactHandlers,
  type FactSheet,
  type FactValue,
  type Spell,
  type ViewedEvent,
  addSpell,
  valueOn,
} from '#application/facts.js';
import type { LocalDate } from '#kernel/dates.js';
import type { OfficeCode } from '#kernel/event.js';
import type { AftercareEvent } from '../domain/events/index.js';
import type { AftercareSettings } from '../settings.js';
import { type FactKind, type FieldOf, tables } from './kinds.js';

export type Handlers = FactHandlers<AftercareEvent, AftercareSettings>;
export type FieldsOf<Kind extends FactKind> = { readonly [Name in FieldOf<Kind>]?: FactValue };
export type CaseFields = FieldsOf<'aftercare.case'>;

const CASE = 'case';

export const { put } = tables;

export const theCase = (sheet: FactSheet): Fact | undefined => sheet.get('aftercare.case', CASE);

export const putCase = (
  sheet: FactSheet,
  fields: CaseFields,
  more?: { office?: Fact['office']; person?: string },
): void => put(sheet, 'aftercare.case', CASE, fields, more);

export const caseDate = (sheet: FactSheet, field: FieldOf<'aftercare.case'>): LocalDate | undefined => {
  const value = theCase(sheet)?.fields[field];
  return typeof value === 'string' ? value : undefined;
};

const isSpells = (value: FactValue): value is readonly Spell[] => typeof value === 'object';

export const spellsIn = (sheet: FactSheet, field: FieldOf<'aftercare.case'>): readonly Spell[] => {
  const value = theCase(sheet)?.fields[field];
  return isSpells(value) ? value : [];
};

/** A value of the case holds from a date on. */
export const putSpell = (
  sheet: FactSheet,
  field: FieldOf<'aftercare.case'>,
  from: LocalDate,
  value: string | undefined,
): void => {
  if (value !== undefined) putCase(sheet, { [field]: addSpell(spellsIn(sheet, field), from, value) });
};

/** The class of key persons somebody is in on a day, or undefined. */
export const keyClassOn = (sheet: FactSheet, on: LocalDate): string | undefined => {
  const value = valueOn(spellsIn(sheet, 'keyClass'), on);
  return value === NOT_KEY ? undefined : value;
};
export const NOT_KEY = 'none';

/** The office in charge on a day; the one that did the business while nobody is in charge yet. */
const officeInCharge = (sheet: FactSheet, on: LocalDate): { readonly office?: OfficeCode } => {
  const office = theCase(sheet)?.office;
  if (office === undefined) return {};
  const found = typeof office === 'string' ? office : (valueOn(office, on) ?? office[0]?.value);
  return found === undefined ? {} : { office: found };
};

/** Puts a fact about the person of this case, in the office in charge on that day. */
export const putOfPerson = <Kind extends Exclude<FactKind, 'aftercare.case' | 'aftercare.statistics-duty'>>(
  sheet: FactSheet,
  { occurredOn }: Pick<ViewedEvent, 'occurredOn'>,
  kind: Kind,
  key: string,
  fields: FieldsOf<Kind>,
): void => {
  const known = theCase(sheet);
  put(sheet, kind, key, { counted: known?.fields['counted'], ...fields } as FieldsOf<Kind>, {
    ...officeInCharge(sheet, occurredOn),
    ...(known?.person !== undefined && { person: known.person }),
  });
};
