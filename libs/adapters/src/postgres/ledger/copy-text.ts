/**
 * PostgreSQL's COPY text format: one row a line, columns between tabs, `\N` for null, backslash escapes.
 * @source PostgreSQL documentation, COPY, "Text Format"
 */
const read: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A column as COPY wrote it, back to its text. PostgreSQL writes no octal or hexadecimal escapes. */
export const readCopyText = (column: string): string =>
  column.includes('\\') ? column.replace(/\\(.)/gs, (_, escaped: string) => read[escaped] ?? escaped) : column;

/** Cuts a stream of COPY text into lines: give it chunks, and it gives back what is whole. */
export class LineCutter {
  private rest = '';

  /** Calls back with each whole line as a stretch of one text. */
  cut(chunk: string, line: (text: string, from: number, to: number) => void): void {
    const text = this.rest + chunk;
    let from = 0;
    for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
      line(text, from, to);
      from = to + 1;
    }
    this.rest = text.slice(from);
  }
}
