import type { LocalDate } from '../kernel.js';
import type { PrintedAnchor } from './anchored.js';
import type { PrintedFigure } from './printed.js';

/** What a file says of its own numbers: which they are, where they stand and what stands behind them. */
export interface EvidenceManifest {
  /** Code of the document. */
  readonly document: string;
  readonly issuer: string;
  readonly date: LocalDate;
  readonly seal: string | null;
  /** Hashes of the seals `seal` stands for, where they are several. */
  readonly seals?: readonly string[];
  /** Hash of the log at the position of the figures. */
  readonly anchor?: PrintedAnchor;
  readonly figures: readonly ListedFigure[];
}

export interface ListedFigure extends PrintedFigure {
  /**
   * Each place it stands at: in Word the number of a content control that bears its id, in a workbook a defined name with,
   * where the cell holds more than the figure, the stretch of text it is: `figure_12`, `figure_12#1`.
   */
  readonly places: readonly string[];
}

/** A figure as it really stands in a file, whatever the manifest says. */
export interface PaperFigure {
  /** Id of the figure, in Word; in a workbook the place says which one it is. */
  readonly id?: string;
  readonly place: string;
  /** Where a reader finds it: `paragraph 12 of word/document.xml`, `附件2!D7`. */
  readonly at: string;
  readonly text: string;
  /** Number of a cell that holds one, in the unit that is printed. */
  readonly number?: string;
}

/** What can be read of a file before anybody is asked. */
export interface PaperEvidence {
  readonly manifest: EvidenceManifest;
  /** Whether the manifest is what was written: its digest holds. */
  readonly intact: boolean;
  readonly paper: readonly PaperFigure[];
}
