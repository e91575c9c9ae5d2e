import { type Fact, type FactHandlers, type FactSheet, type FactValue } from '#application/facts.js';
import type { LegalAidEvent } from '../../domain/events/index.js';
import type { LegalAidSettings } from '../../settings.js';
import { type FactKind, type FieldOf, tables } from './kinds.js';

/** What the facts need of the line's settings. */
export type FactSettings = Pick<LegalAidSettings, 'satisfiedAnswers' | 'passingGrades'>;

export type Handlers = FactHandlers<LegalAidEvent, FactSettings>;
type FieldsOf<Kind extends FactKind> = { readonly [Name in FieldOf<Kind>]?: FactValue };

export const { put } = tables;

const CASE = 'case';

export const theCase = (sheet: FactSheet): Fact | undefined => sheet.get('legal-aid.case', CASE);

export const putCase = (sheet: FactSheet, fields: FieldsOf<'legal-aid.case'>, person?: string): void =>
  put(sheet, 'legal-aid.case', CASE, fields, person === undefined ? undefined : { person });

/** Puts a fact of the case, in the office that has it, so that stocks and flows agree in every office. */
export const putOfCase = <Kind extends FactKind>(
  sheet: FactSheet,
  kind: Kind,
  key: string,
  fields: FieldsOf<Kind>,
  of: { readonly person?: string | undefined } = {},
): void => {
  const known = theCase(sheet);
  const person = of.person ?? known?.person;
  put(sheet, kind, key, fields, {
    ...(known === undefined ? {} : { office: known.office }),
    ...(person === undefined ? {} : { person }),
  });
};

/** The newest fact of a kind, and fields put over it; nothing where there is none. */
export const newest = (sheet: FactSheet, kind: FactKind): Fact | undefined => sheet.all(kind).at(-1);

export const putNewest = <Kind extends FactKind>(sheet: FactSheet, kind: Kind, fields: FieldsOf<Kind>): void => {
  const found = newest(sheet, kind);
  if (found !== undefined) put(sheet, kind, found.key, fields);
};

/** Fields of the case that say which kind it is, for rows that are split like it. */
export const kindOfCase = (sheet: FactSheet): { nature: FactValue; closingGroup: FactValue } => {
  const fields = theCase(sheet)?.fields;
  return { nature: fields?.['nature'], closingGroup: fields?.['closingGroup'] };
};

export { keyOf } from '#application/fact-tables.js';
