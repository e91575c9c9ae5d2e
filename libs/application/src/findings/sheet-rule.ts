import type { Finding } from '../identity.js';
import type { SheetPage } from './sheet-page.js';
import { type SheetFindingCode, sheetFindingTerms } from './terms.js';

/** What breaks a rule: the rows it concerns, what is to be said of it, and its numbers. */
export interface Broken {
  readonly rows: readonly string[];
  readonly about: string;
  readonly numbers?: Readonly<Record<string, string>>;
}

/** A check of a live sheet and of those that stand beside it, as data. */
export interface SheetRule {
  readonly code: SheetFindingCode;
  readonly severity: Finding['severity'];
  readonly broken: (page: SheetPage, others: readonly SheetPage['found'][]) => readonly Broken[];
}

/** What a rule finds on a page. */
export const applied = (
  { code, severity, broken }: SheetRule,
  page: SheetPage,
  others: readonly SheetPage['found'][],
): readonly Finding[] =>
  broken(page, others).map(({ rows, about, numbers = {} }) => ({
    ...{ code, severity, rule: code, rows, records: [], numbers },
    message: `${sheetFindingTerms[code].zh}（${about}）`,
  }));
