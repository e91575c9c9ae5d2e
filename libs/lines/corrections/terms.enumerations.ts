import type { EnumField } from '#kernel/schema.js';
import type { Terms } from '#kernel/term.js';
import * as tables from './domain/enumerations.js';
import type { AllTables, TableWords } from './terms.table-words.js';
import { intakeTables } from './terms.tables.intake.js';
import { supervisionTables } from './terms.tables.supervision.js';

const tableWords: AllTables = { ...intakeTables, ...supervisionTables };

const tablesByName: Readonly<Record<string, EnumField<string>>> = tables;

/** The Chinese of every code table (`corrections.category`) and of every value (`corrections.category.probation`). */
export const enumerationTerms: Terms = Object.fromEntries(
  Object.entries<TableWords<string>>(tableWords).flatMap(([key, { name, origin, source, values }]) => {
    const table = tablesByName[key]?.name ?? '';
    const rest = source === undefined ? { origin } : { origin, source };
    const spaced = (identifier: string): string => identifier.replaceAll('-', ' ');
    return [
      [table, { zh: name, en: spaced(table.slice(table.indexOf('.') + 1)), ...rest }],
      ...Object.entries(values).map(([value, zh]) => [`${table}.${value}`, { zh, en: spaced(value), ...rest }]),
    ];
  }),
);
