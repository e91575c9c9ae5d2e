import type { Instant } from '../kernel.js';

/** A running hash as it was at a position, kept where the database cannot reach it. */
export interface Anchor {
  readonly chain: string;
  readonly logId: string;
  readonly position: number;
  /** 64 hex digits. */
  readonly hash: string;
}

/** A line of the file of anchors. */
export type AnchorEntry =
  | (Anchor & { readonly at: Instant })
  /** Somebody answers for a log that was restored to an earlier position: its anchors above are given up. */
  | {
      readonly chain: string;
      readonly logId: string;
      readonly rewoundTo: number;
      readonly reason: string;
      readonly at: Instant;
    };

export type Rewinding = Extract<AnchorEntry, { readonly rewoundTo: number }>;

export const isRewinding = (entry: AnchorEntry): entry is Rewinding => 'rewoundTo' in entry;

export const anchorText = (entry: AnchorEntry): string => `${JSON.stringify(entry)}\n`;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isPlace = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const entryOf = (line: string): AnchorEntry | undefined => {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const { chain, logId, position, hash, at, rewoundTo, reason } = read as Readonly<Record<string, unknown>>;
  if (![chain, logId, at].every(isText)) return undefined;
  const anchors = isPlace(position) && isText(hash) && /^[0-9a-f]{64}$/.test(hash);
  const rewinds = isPlace(rewoundTo) && isText(reason);
  return anchors !== rewinds ? (read as AnchorEntry) : undefined;
};

/**
 * The entries of a file of anchors, one JSON object a line. A line without its end was being written when the power went, and
 * says nothing.
 * @throws Error naming the line that is none
 */
export const readAnchors = (text: string): readonly AnchorEntry[] => {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const entry = entryOf(line);
    if (entry !== undefined) return [entry];
    if (!line.trimEnd().endsWith('}')) return [];
    throw new Error(`line ${at + 1} is no anchor: ${line.slice(0, 60)}`);
  });
};
