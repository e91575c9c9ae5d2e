/**
 * PostgreSQL's COPY text format: one row a line, columns between tabs, `\N` for null, backslash escapes.
 * @source PostgreSQL documentation, COPY, "Text Format"
 */
const read: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A column as COPY wrote it, back to its text. PostgreSQL writes no octal or hexadecimal escapes. */
export const readCopyText = (column: string): string =>
  column.includes('\\') ? column.replace(/\\(.)/gs, (_, escaped: string) => read[escaped] ?? escaped) : column;

const LINE_END = 10;

/** A stretch of bytes as its text. Each is decoded by itself: one without Chinese takes one byte a letter, and is read faster. */
const asText = (bytes: Buffer, from: number, to: number): string => bytes.toString('utf8', from, to);

/** The lines of COPY text as it arrives, without their ends. */
export const linesOf = (source: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> => takeLines(source, asText);

/** The same, each line as `take` makes of its bytes. */
export async function* takeLines<T>(
  source: AsyncIterable<Buffer>,
  take: (bytes: Buffer, from: number, to: number) => T,
): AsyncGenerator<readonly T[]> {
  let rest: Buffer | undefined;
  for await (const chunk of source) {
    const bytes = rest === undefined ? chunk : Buffer.concat([rest, chunk]);
    const lines: T[] = [];
    let from = 0;
    for (let to = bytes.indexOf(LINE_END); to !== -1; to = bytes.indexOf(LINE_END, from)) {
      lines.push(take(bytes, from, to));
      from = to + 1;
    }
    rest = from === bytes.length ? undefined : bytes.subarray(from);
    if (lines.length > 0) yield lines;
  }
}
