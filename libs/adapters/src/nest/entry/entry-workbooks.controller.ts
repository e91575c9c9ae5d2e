import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { type EntryReport, enterWorkbook, marksOf } from '#application/entry/enter-workbook.js';
import type { EntryForm } from '#application/entry/entry-form.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import { entryWorkbooks } from '../../documents/entry-workbooks.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { mayDo } from '../callers/permissions.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM } from '../tokens.js';
import { answerFile, mediaTypes } from '../web/office-files.js';
import { entryPortsOf, formFor } from './entry-ports.js';
import { EnterQuery, EntryParams, EntryQuery } from './entry.dto.js';

/** Commands of any line as rows of a workbook: an empty one, and what becomes of a filled one. */
@Controller('v1/entry-workbooks')
export class EntryWorkbooksController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly bus: CommandBus,
  ) {}

  @Get(':command')
  @Permit('records:write', 'any')
  @documentRead('entryWorkbook')
  async template(
    @Param() { command }: EntryParams,
    @Query() asked: EntryQuery,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { clock, ids, offices } = this.platform;
    const form = formFor(this.platform, caller, command, asked);
    const author = offices.find(form.bureau)?.name ?? form.bureau;
    const file = await entryWorkbooks.write(form, ids.next(), { date: clock.now().today, author });
    return answerFile(reply, file, form.title, 'xlsx');
  }

  /**
   * Tries or records the rows of a filled workbook.
   * @rejects unsupported-type the body is no xlsx
   */
  @Post(':command')
  @HttpCode(200)
  @Permit('records:write', 'any')
  @documentRead('enterWorkbook')
  async enter(
    @Param() { command }: EntryParams,
    @Query() { mode, ...asked }: EnterQuery,
    @Body() bytes: unknown,
    @Headers('accept') accept: string | undefined,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EntryReport | StreamableFile> {
    if (!Buffer.isBuffer(bytes)) throw new Rejected(reject('unsupported-type'));
    const form = formFor(this.platform, principal, command, asked);
    const mayRegister = mayDo(principal.roles, 'persons:register');
    const report = await enterWorkbook(entryPortsOf(this.platform, this.bus), {
      ...{ principal, form, bytes, mode, mayRegister },
    });
    if (report.recorded > 0) void reply.code(201);
    else if (mode === 'all' && report.faulty > 0) void reply.code(409);
    if (report.position !== undefined) void reply.header('x-position', report.position);
    return accept?.includes(mediaTypes.xlsx) === true ? this.marked(reply, bytes, form, report) : report;
  }

  private async marked(
    reply: FastifyReply,
    bytes: Buffer,
    { title }: EntryForm,
    report: EntryReport,
  ): Promise<StreamableFile> {
    const file = await entryWorkbooks.mark(bytes, marksOf(report));
    if (!(file instanceof Uint8Array))
      throw new Rejected(
        reject('entry-workbook-refused', ...file.map(({ code, at, what }) => ({ at, code, message: what }))),
      );
    const { rows, good, faulty, known, recorded, batch } = report;
    const counts = { rows, good, faulty, known, recorded };
    for (const [name, count] of Object.entries(counts)) void reply.header(`x-entry-${name}`, count);
    if (batch !== undefined) void reply.header('x-entry-batch', batch);
    return answerFile(reply, file, title, 'xlsx');
  }
}
