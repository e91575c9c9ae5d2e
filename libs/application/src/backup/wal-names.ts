/** A byte of the write-ahead log, as PostgreSQL writes it: `0/3000028`. */
export type Lsn = string;

const SEGMENT = /^[0-9A-F]{24}$/;
const HIGH = 0x1_0000_0000n;

const hex = (number: bigint): string => number.toString(16).toUpperCase().padStart(8, '0');

/** Whether a name is that of a segment of the write-ahead log; histories of timelines and labels of backups are not. */
export const isSegment = (name: string): boolean => SEGMENT.test(name);

/** Name of the segment that holds a byte. @throws RangeError when the text is no LSN */
export const segmentOf = (lsn: Lsn, timeline: number, segmentSize: number): string => {
  const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(lsn) ?? [];
  if (high === undefined || low === undefined) throw new RangeError(`${lsn} is no place in the write-ahead log`);
  return nameOf(timeline, (BigInt(`0x${high}`) * HIGH + BigInt(`0x${low}`)) / BigInt(segmentSize), segmentSize);
};

/** Name of the segment after one, on the same timeline. */
export const segmentAfter = (name: string, segmentSize: number): string => {
  const each = HIGH / BigInt(segmentSize);
  const number = BigInt(`0x${name.slice(8, 16)}`) * each + BigInt(`0x${name.slice(16)}`);
  return nameOf(Number.parseInt(name.slice(0, 8), 16), number + 1n, segmentSize);
};

const nameOf = (timeline: number, number: bigint, segmentSize: number): string => {
  const each = HIGH / BigInt(segmentSize);
  return `${hex(BigInt(timeline))}${hex(number / each)}${hex(number % each)}`;
};

/** What an archive holds from a segment on. */
export interface Run {
  /** The last segment of an unbroken run; undefined when not even the first is there. */
  readonly last?: string;
  /** The first that is missing though a later one is there. */
  readonly hole?: string;
}

/** How far segments follow each other without a gap, from one on, on its timeline. */
export const unbrokenFrom = (first: string, names: Iterable<string>, segmentSize: number): Run => {
  const timeline = first.slice(0, 8);
  const there = new Set([...names].filter((name) => isSegment(name) && name.startsWith(timeline) && name >= first));
  let last: string | undefined;
  let next = first;
  while (there.delete(next)) [last, next] = [next, segmentAfter(next, segmentSize)];
  return { ...(last === undefined ? {} : { last }), ...(there.size === 0 ? {} : { hole: next }) };
};
