import { tableTerms } from '#kernel/term-tables.js';
import * as tables from './domain/enumerations.js';
import { intakeTables } from './terms.tables.intake.js';
import { supervisionTables } from './terms.tables.supervision.js';

/** The Chinese of every code table (`corrections.category`) and of every value (`corrections.category.probation`). */
export const enumerationTerms = tableTerms(tables, { ...intakeTables, ...supervisionTables });
