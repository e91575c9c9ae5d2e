/** Whether the long campaign runs (`npm run security`), or its short form in the tests. */
export const LONG = process.env['SECURITY'] === 'long';

/** Says a figure of the campaign in one line. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

export const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};
