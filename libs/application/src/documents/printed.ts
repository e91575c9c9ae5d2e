import type { LocalDate, Period } from '../kernel.js';
import type { PrintedAnchor } from './anchored.js';

/**
 * A document as it stands on paper, for any writer: text and numbers only, nothing left to look up. Every number that is
 * bound to a figure names it, so that a reader can hold the paper against the log.
 */
export interface PrintedDocument {
  /** Names the file: `ziyang-2022-department.self-evaluation`. */
  readonly code: string;
  readonly title: string;
  readonly issuer: string;
  /** The date the file itself bears; a block says it where the form wants it printed. */
  readonly date: LocalDate;
  readonly sections: readonly PrintedSection[];
  /** Every figure that stands somewhere in the sections, once each. */
  readonly figures: readonly PrintedFigure[];
  /** Hash of the seal the figures were taken from, of several that of them all; null for a draft, which says so on its face. */
  readonly seal: string | null;
  /** Where the figures come from several seals: the hash of each, sorted. */
  readonly seals?: readonly string[];
  /** Hash of the log at the position of the figures, as it also stands on paper. */
  readonly anchor?: PrintedAnchor;
}

/** Pages of one orientation; wide tables lie across. */
export interface PrintedSection {
  /** Name of its sheet in a workbook, at most 31 characters. */
  readonly name: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'title' | 'paragraph' | 'signature' | 'note'; readonly text: readonly Run[] }
  /** `level` 1: 一、, 2: (一), 3: 1. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: readonly Run[] }
  | { readonly kind: 'table'; readonly table: Table };

/** A stretch of text; `figure` where it is a number bound to one. A line break is `\n`. */
export interface Run {
  readonly text: string;
  /** Id of a figure of the document. */
  readonly figure?: string;
}

/** A grid as HTML understands it: a cell that another one covers is not written. */
export interface Table {
  /** Share of the width of each column; they add up to 1. */
  readonly widths: readonly number[];
  /** Rows at the top that are repeated on every page. */
  readonly headerRows: number;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly text: readonly Run[];
  /**
   * The number behind the text, exact, in the unit that is printed (percent points for %: a workbook stores the fraction);
   * absent where the cell holds words. The text is that number, with a word before or behind it at most: 「10分」.
   */
  readonly number?: { readonly value: string; readonly decimals: number; readonly unit: '%' | '' };
  /** Rows and columns it covers; 1 where it does not say. */
  readonly down?: number;
  readonly across?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** A caption of the form, not something filled in. */
  readonly caption?: boolean;
}

/** A printed number and where it comes from: one line of the evidence manifest. */
export interface PrintedFigure {
  /** Unique in the document, at most 64 characters, as Word allows a tag: `row-12.actual`. */
  readonly id: string;
  /** Exactly the text that stands on paper wherever the figure is printed. */
  readonly printed: string;
  /** Exact decimal before rounding; null where there is none. */
  readonly value: string | null;
  readonly unit: string;
  readonly source: FigureSource;
}

export type FigureSource =
  /** Computed from the log. `position`: what was known when it was computed. `definition`: start of the version in force. */
  | {
      readonly kind: 'indicator';
      readonly indicator: string;
      readonly definition: LocalDate;
      readonly office: string;
      readonly period: Period;
      readonly position: number;
      /** Where the events behind it are listed, relative to the API: `/v1/indicators/CC-02/evidence?…`. */
      readonly evidence: string;
    }
  /** Follows from other figures of the document: a score, a total. `rule` says how, in the words of the form. */
  | { readonly kind: 'derived'; readonly rule: string; readonly from: readonly string[] }
  /** Entered by a person: a target, a qualitative grade, a satisfaction rate. `event`: the event that records it, where there is one. */
  | { readonly kind: 'manual'; readonly event: string | null };
