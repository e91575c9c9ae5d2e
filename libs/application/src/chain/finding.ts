/** What can be wrong with a chain. */
export const chainFaults = [
  /** The row is not the one that was chained. */
  'record-edited',
  'record-missing',
  /** A row stands where none was when the chain went over it. */
  'record-inserted',
  /** The chain itself was changed, not the table. */
  'block-edited',
  'block-missing',
  'segment-edited',
  /** The chain ends below a position that is anchored. */
  'truncated',
  /** The chain agrees with itself and not with an anchor. */
  'rewritten',
  /** A log restored to an earlier position: anchors above it are of records that are gone, and nobody answered for it. */
  'rewound',
  /** An anchor of a log this one does not go on from. */
  'other-log',
] as const;
export type ChainFault = (typeof chainFaults)[number];

export interface ChainFinding {
  readonly fault: ChainFault;
  /** The first position known to be wrong. */
  readonly position: number;
  /** The last one before it that holds: what is wrong begins after it. */
  readonly after: number;
  readonly detail: string;
}

/** Findings that are named one by one; more are counted. */
export const MOST_FINDINGS = 1000;
