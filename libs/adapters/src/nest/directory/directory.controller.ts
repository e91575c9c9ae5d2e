import { constants, gzipSync } from 'node:zlib';
import { Body, Controller, Get, Headers, Inject, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { describeLines } from '#application/describe-lines.js';
import { inScope, officesInScope } from '#application/office-scope.js';
import type { Office } from '#application/ports/office-directory.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Uuid } from '#kernel/ids.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM } from '../tokens.js';
import { OfficesRequest, PersonRequest } from './directory.dto.js';
import { outOfScope } from './office-tree.js';

/** The lines as they are sent. */
interface Catalogue {
  readonly plain: Buffer;
  readonly packed: Buffer;
}

/** What the records refer to: offices, persons, and the lines of business themselves. */
@Controller('v1')
export class DirectoryController {
  private catalogue: Catalogue | undefined;

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get('offices')
  @Permit('offices:read')
  @documentRead('offices')
  offices(@Caller() caller: Principal): { readonly offices: readonly Office[] } {
    const { offices } = this.platform;
    return { offices: offices.all().filter(({ code }) => inScope(offices, caller, code)) };
  }

  /** Adds offices, or gives known ones a new name, place or end. None is ever taken away. */
  @Put('offices')
  @Permit('offices:write')
  @documentRead('saveOffices')
  async saveOffices(
    @Body() asked: OfficesRequest,
    @Caller() caller: Principal,
  ): Promise<{ readonly offices: readonly Office[] }> {
    const faults = outOfScope(this.platform.offices, caller, asked.offices);
    if (faults.length > 0) throw new Rejected(reject('invalid-data', ...faults));
    await this.platform.offices.save(asked.offices.map(({ ...office }) => office));
    return this.offices(caller);
  }

  /** Registers a person and gives the reference that stands in events. Answers nothing of the person. */
  @Post('persons')
  @Permit('persons:register')
  @documentRead('persons')
  async register(
    @Body() { bureau, ...person }: PersonRequest,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly personRef: Uuid; readonly known: boolean }> {
    const { offices, persons } = this.platform;
    if (officesInScope(offices, caller, bureau).length === 0)
      throw new Rejected(reject('not-found', { at: 'bureau', code: 'not-found' }));
    const { personRef, known } = await persons.register(bureau, person);
    void reply.code(known ? 200 : 201);
    return { personRef, known };
  }

  /** Everything a page needs to build its forms, lists and tables: much text, packed for whoever takes it so. */
  @Get('lines')
  @Permit('records:read', 'any')
  @documentRead('lines')
  lines(@Headers('accept-encoding') accepted: string | undefined, @Res() reply: FastifyReply): void {
    const { plain, packed } = (this.catalogue ??= this.describe());
    void reply.headers({ 'content-type': 'application/json; charset=utf-8', vary: 'accept-encoding' });
    if (accepted !== undefined && /\bgzip\b(?!;q=0)/i.test(accepted))
      void reply.header('content-encoding', 'gzip').send(packed);
    else void reply.send(plain);
  }

  private describe(): Catalogue {
    const plain = Buffer.from(JSON.stringify({ lines: describeLines(this.platform.registry) }));
    return { plain, packed: gzipSync(plain, { level: constants.Z_BEST_COMPRESSION }) };
  }
}
