const LINE_END = 10;

/**
 * The lines of PostgreSQL's COPY text format as it arrives, without their ends, each as `take` makes of its bytes.
 * @source PostgreSQL documentation, COPY, "Text Format": one row a line
 */
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
