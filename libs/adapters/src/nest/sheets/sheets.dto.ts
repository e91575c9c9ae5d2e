import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import type { Entries } from '#application/evaluation/entries.js';
import { type NarrativePart, narrativeParts } from '#application/evaluation/performance-sheet.js';
import type { Supposed } from '#application/evaluation/what-if.js';
import { type DraftFormat, draftFormats } from '#application/ports/drafts.js';
import { type SheetDocument, VOLUME, sheetDocuments } from '#application/year-end/sheet-case.js';
import { ExplanationItem } from '../periods/periods.dto.js';
import { KnownQuery, ScopeQuery } from '../queries/query.dto.js';
import { Day, Id, Line, ListOf, Maybe, OneOf, Payload, TextsOf, Whole } from '../web/field-checks.js';

export class SheetParams {
  @Id()
  readonly streamId!: string;
}

export class SheetsQuery extends ScopeQuery {
  @Type(() => Number)
  @Whole(1949, 2999)
  readonly year!: number;
}

/** One document of a sheet, as a file. */
export class SheetDocumentParams extends SheetParams {
  @OneOf([...sheetDocuments, VOLUME])
  readonly document!: SheetDocument | typeof VOLUME;

  @OneOf(draftFormats)
  readonly format!: DraftFormat;
}

export class SheetDocumentQuery extends KnownQuery {
  /** From the seals of the year in the place of the log as it stands. */
  @Maybe()
  @OneOf(['true', 'false'])
  readonly sealed?: string;

  /** Without names, telephones and identity numbers, for publication. */
  @Maybe()
  @OneOf(['true', 'false'])
  readonly redacted?: string;
}

export class MonitoringQuery extends KnownQuery {
  @Day()
  readonly monthEnd!: string;
}

/** What is in entries and suppositions is checked where they are used. */
export class SupposeRequest {
  static readonly lists = {};

  @Maybe()
  @Payload()
  readonly entries?: Partial<Entries>;

  @Payload()
  readonly suppose!: Partial<Supposed>;
}

export class EvaluateRequest {
  static readonly lists = { explanations: ExplanationItem };

  @Maybe()
  @Payload()
  readonly entries?: Partial<Entries>;

  @Maybe()
  @Day()
  readonly evaluatedOn?: string;

  @Maybe()
  @Line(200)
  readonly approvedBy?: string;

  @Maybe()
  @ListOf(1, 200)
  @ValidateNested({ each: true })
  readonly explanations?: readonly ExplanationItem[];
}

/** One paragraph, on one line. */
const PARAGRAPH = /^(?=.*\S)[^\u0000-\u001f\u007f\ud800-\udfff]{1,2000}$/u; // eslint-disable-line no-control-regex

export class NarrativeRequest {
  static readonly lists = {};

  @OneOf(narrativeParts)
  readonly part!: NarrativePart;

  @TextsOf(PARAGRAPH, 0, 50)
  readonly paragraphs!: readonly string[];
}
