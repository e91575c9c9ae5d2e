import { type WordsOf, tableTerms } from '#kernel/term-tables.js';
import * as tables from './domain/enumerations.js';
import { applicationTables } from './terms.tables.application.js';
import { handlingTables } from './terms.tables.handling.js';

/** The Chinese of every value of the code tables. */
export const tableWords = { ...applicationTables, ...handlingTables } satisfies WordsOf<typeof tables>;

/** Terms of every code table (`legal-aid.nature`) and of every value (`legal-aid.nature.civil`). */
export const enumerationTerms = tableTerms(tables, tableWords);
