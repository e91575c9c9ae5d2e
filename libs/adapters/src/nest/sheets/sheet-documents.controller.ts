import { Controller, Get, Inject, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { frameOf } from '#application/evaluation/draft-sheet.js';
import { refuseUnresolved } from '#application/documents/check-printed.js';
import { redactDocument } from '#application/documents/redact.js';
import type { PrintedDocument } from '#application/documents/printed.js';
import { type FoundSheet, findSheet } from '#application/evaluation/read-sheets.js';
import type { RecordedSeal } from '#application/sealing/books.js';
import { sealsOfSheet } from '#application/year-end/seals-of-sheet.js';
import { VOLUME } from '#application/year-end/sheet-case.js';
import { anchored } from '#application/documents/anchored.js';
import { documentOfSheet } from '#application/year-end/sheet-document.js';
import { personsOfSheet } from '#application/year-end/sheet-persons.js';
import { volumeOfYear } from '#application/year-end/volume.js';
import type { Principal } from '#kernel/command.js';
import { documentWriters } from '../../documents/write-document.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import type { FreshnessWatch } from '../queries/freshness.js';
import { cutOffOf } from '../queries/scope.js';
import { FRESHNESS, PLATFORM } from '../tokens.js';
import { answerFile } from '../web/office-files.js';
import { SheetDocumentParams, SheetDocumentQuery } from './sheets.dto.js';

/** Documents of a sheet, drawn up when they are asked for: a draft of the log as it stands, or of the seals of its year. */
@Controller('v1/performance-sheets')
export class SheetDocumentsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(FRESHNESS) private readonly freshness: FreshnessWatch,
  ) {}

  /**
   * @rejects books-open     sealed, and a field of work it rests on is not closed for the year
   * @rejects nothing-sealed sealed, and drawn up before a year is closed
   * @rejects unresolved-placeholder a text of it has braces that nobody filled
   * @rejects not-found      a document that the sheet does not have
   */
  @Get(':streamId/documents/:document/:format')
  @Permit('figures:read')
  @documentRead('sheetDocument')
  async file(
    @Param() { streamId, document, format }: SheetDocumentParams,
    @Query() asked: SheetDocumentQuery,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    await this.platform.definitions.refresh();
    const cutOff = asked.asOf === undefined ? undefined : await cutOffOf(this.platform, asked.asOf);
    const reached = await this.freshness.reach(Math.max(asked['min-position'] ?? 0, cutOff ?? 0));
    const found = await findSheet(this.platform, caller, streamId, cutOff);
    frameOf(found.sheet.frame);
    const position = cutOff ?? reached.position;
    const seals = asked.sealed === 'true' ? await sealsOfSheet(this.platform, found) : undefined;
    const whole = await this.printed(found, document, position, seals);
    const shown = asked.redacted === 'true' ? redactDocument(whole, personsOfSheet(found.sheet)) : whole;
    refuseUnresolved(shown);
    // Sealed figures do not move, and neither may the hash beside them.
    const known = seals === undefined ? position : Math.max(...seals.map((seal) => seal.position));
    const printed = await anchored(shown, this.platform.chain, known);
    return answerFile(reply, await documentWriters[format](printed), printed.title, format);
  }

  private async printed(
    found: FoundSheet,
    document: SheetDocumentParams['document'],
    position: number,
    seals: readonly RecordedSeal[] | undefined,
  ): Promise<PrintedDocument> {
    const { today } = this.platform.clock.now();
    if (document === VOLUME)
      return volumeOfYear(this.platform, { found, position, today, sealed: seals !== undefined });
    return documentOfSheet(this.platform, { found, document, position, today, ...(seals !== undefined && { seals }) });
  }
}
