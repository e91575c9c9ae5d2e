import { Body, Controller, Get, Inject, Param, Put, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { TemplateEntry } from '#application/ports/templates.js';
import { fillTemplateOfSheet, uploadTemplate } from '#application/year-end/own-templates.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import { wordForms } from '../../documents/word-forms.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import type { FreshnessWatch } from '../queries/freshness.js';
import { readingOf } from '../queries/scope.js';
import { readAt } from '../sheets/read-sheets.js';
import { FRESHNESS, PLATFORM } from '../tokens.js';
import { answerFile } from '../web/office-files.js';
import { FilledQuery, TemplateFileQuery, TemplateParams, TemplatesQuery, UploadQuery } from './templates.dto.js';

/** Word forms that bureaus made themselves, kept after a check and filled from a sheet. */
@Controller('v1/templates')
export class TemplatesController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(FRESHNESS) private readonly freshness: FreshnessWatch,
  ) {}

  /** Every version of every form of the bureau. */
  @Get()
  @Permit('figures:read')
  @documentRead('templates')
  async list(
    @Query() asked: TemplatesQuery,
    @Caller() caller: Principal,
  ): Promise<{ readonly bureau: string; readonly templates: readonly TemplateEntry[] }> {
    const { offices, templates } = this.platform;
    const { bureau } = readingOf(offices, caller, asked);
    return { bureau, templates: await templates.list(bureau) };
  }

  /**
   * Keeps a form as the next version of its code.
   * @rejects unsupported-type the body is no docx
   */
  @Put(':code')
  @Permit('templates:write')
  @documentRead('upload')
  async upload(
    @Param() { code }: TemplateParams,
    @Query() { title, sheet, ...asked }: UploadQuery,
    @Body() bytes: unknown,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TemplateEntry> {
    if (!Buffer.isBuffer(bytes)) throw new Rejected(reject('unsupported-type'));
    const { bureau } = readingOf(this.platform.offices, principal, asked);
    const ports = { ...this.platform, forms: wordForms };
    const request = { principal, bureau, code, title, bytes, ...(sheet === undefined ? {} : { sheet }) };
    const { entry, kept } = await uploadTemplate(ports, request);
    void reply.code(kept ? 201 : 200);
    return entry;
  }

  /** The form as it was handed in; the newest version where none is named. */
  @Get(':code/file')
  @Permit('figures:read')
  @documentRead('templateFile')
  async file(
    @Param() { code }: TemplateParams,
    @Query() { version, ...asked }: TemplateFileQuery,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { offices, templates } = this.platform;
    const { bureau } = readingOf(offices, caller, asked);
    const found = await templates.find({ bureau, code, ...(version === undefined ? {} : { version }) });
    if (found === undefined) throw new Rejected(reject('not-found'));
    return answerFile(reply, found.bytes, `${code}-v${found.entry.version}`, 'docx');
  }

  /** The form of the sheet's bureau with the figures of the sheet, and the manifest of where each comes from. */
  @Get(':code/filled')
  @Permit('figures:read')
  @documentRead('filledTemplate')
  async filled(
    @Param() { code }: TemplateParams,
    @Query() { sheet, version, ...known }: FilledQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const ports = { ...this.platform, forms: wordForms };
    const request = { principal, code, sheet, ...(version === undefined ? {} : { version }) };
    const { value, position } = await readAt(this.platform, this.freshness, known, (asOf) =>
      fillTemplateOfSheet(ports, request, asOf),
    );
    void reply.header('x-position', position);
    return answerFile(reply, value.file, `${value.entry.title}-v${value.entry.version}`, 'docx');
  }
}
