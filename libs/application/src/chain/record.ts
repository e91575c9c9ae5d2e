/** A row of a chained table as it is stored: the text of every column, null where there is none. */
export interface ChainRecord {
  readonly position: number;
  /** One line of COPY text without its end: what the hash covers. */
  readonly bytes: Uint8Array;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/**
 * The columns of a row as one line, as PostgreSQL's COPY text writes them: a tab between two columns, `\N` for null, a
 * backslash before what would be mistaken. Two rows that differ never give the same line.
 */
export const lineOf = (columns: readonly (string | null)[]): string =>
  columns
    .map((column) =>
      column === null ? '\\N' : column.replace(/[\\\b\f\n\r\t\v]/g, (found) => ESCAPES[found] ?? found),
    )
    .join('\t');
