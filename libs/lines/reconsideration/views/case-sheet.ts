import type { FactHandlers, FactSheet, FactValue, Spell } from '#application/facts.js';
import type { ReconsiderationSettings } from '../settings.js';
import type { EventType, ReconsiderationEvent } from '../domain/events/index.js';
import { type factFields, tables } from './kinds.js';

export type FactSettings = Pick<ReconsiderationSettings, 'termRunsFrom'>;

/** Handlers of a phase. */
export type Handlers<Type extends EventType> = FactHandlers<
  Extract<ReconsiderationEvent, { type: Type }>,
  FactSettings
>;

type CaseField = (typeof factFields)['reconsideration.case'][number];

const CASE = 'case';

/** Puts fields of the one fact of the case itself. */
export const putCase = (
  sheet: FactSheet,
  fields: { readonly [Name in CaseField]?: FactValue },
  person?: string,
): void => tables.put(sheet, 'reconsideration.case', CASE, fields, person === undefined ? undefined : { person });

export const inCase = (sheet: FactSheet, field: CaseField): FactValue =>
  sheet.get('reconsideration.case', CASE)?.fields[field];

/** A field of the case that holds text: a date, a code. */
export const textOf = (sheet: FactSheet, field: CaseField): string | undefined => {
  const value = inCase(sheet, field);
  return typeof value === 'string' ? value : undefined;
};

export const clockOf = (sheet: FactSheet): readonly Spell[] => {
  const value = inCase(sheet, 'clock');
  return typeof value === 'object' ? value : [];
};
