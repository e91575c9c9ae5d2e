import type { CaseFile, CaseRow } from '#application/case-file.js';

/** A line of a narrative that is not blank: its number in the file, its mark, and the text after the mark. */
export interface NarrativeLine {
  readonly number: number;
  /** `#` to `####`, `>`, `=`, `---`, `@@`, `@=`; empty for a paragraph. */
  readonly mark: string;
  readonly text: string;
}

const MARKED = /^(#+|>|=|-{3,}|@@|@=)(?:\s+(.*))?$/;

export const linesOf = (text: string): readonly NarrativeLine[] =>
  text.split('\n').flatMap((line, at): readonly NarrativeLine[] => {
    const trimmed = line.trim();
    if (trimmed === '') return [];
    const [, mark = '', rest = ''] = MARKED.exec(trimmed) ?? ['', '', trimmed];
    return [{ number: at + 1, mark, text: rest }];
  });

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** What stands between braces, in reading order. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, inner]) => inner ?? '');

/** The words somebody typed: no placeholders, no white space. */
export const typedIn = (text: string): string => text.replaceAll(PLACEHOLDER, '\u0000').replaceAll(/\s/g, '');

/** A placeholder of a row: its id and, after the dot, which of its texts. */
export const rowPlaceholder = (inner: string): { readonly id: string; readonly part: string } => {
  const [id = '', ...part] = inner.split('.');
  return { id, part: part.join('.') };
};

/** Rows that say the result of the whole form in words: the form gives them. */
const SAID_BY_FORM: Readonly<Record<string, string>> = { 'total.score': 'self-score', 'total.grade': 'self-grade' };

/** How the annexes of the reports name the sections of their rows. */
const ANNEXES: Readonly<Record<string, string>> = {
  'self-evaluation project': '附件 / ',
  'self-evaluation department': '附件2 / ',
  'base-data': '附件1 / ',
};

const TARGET_TABLE = /^第二部分 \/ \d+、(.+)绩效目标表$/;

/** The rows a table prints, told by their section; none for a table that is not known or has none. */
export const rowsOfTable = ({ rows, funds }: CaseFile, directive: string): readonly CaseRow[] => {
  const annex = ANNEXES[directive];
  if (annex !== undefined) return rows.filter(({ section }) => section.startsWith(annex));
  const [, table, argument = ''] = /^(\S+)\s+(.*)$/.exec(directive) ?? [];
  if (table === 'results') return rows.filter(({ section }) => section === argument);
  const name = funds.lines.find(({ id }) => id === argument)?.name;
  if (table !== 'targets' || name === undefined) return [];
  return rows.filter(({ section }) => TARGET_TABLE.exec(section)?.[1] === name);
};

/** Rows that stand in a line, as placeholder or in its table. */
export const rowsOfLine = (file: CaseFile, { mark, text }: NarrativeLine): readonly CaseRow[] => {
  if (mark === '@@') return rowsOfTable(file, text);
  return placeholdersIn(text).flatMap((inner) => {
    const id = SAID_BY_FORM[inner] ?? rowPlaceholder(inner).id;
    return file.rows.filter((row) => row.id === id);
  });
};
