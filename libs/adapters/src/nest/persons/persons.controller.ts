import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { titleOf } from '#application/describe-lines.js';
import { type CaseOfPerson, casesOfPerson } from '#application/persons/cases-of-person.js';
import { approveErasure, requestErasure } from '#application/persons/erase-person.js';
import { type SubjectExport, exportPerson } from '#application/persons/export-person.js';
import {
  type Asker,
  type DeskPorts,
  type Found,
  breakGlass,
  duplicatesIn,
  findPersons,
  mergePersons,
  peopleOf,
  seePerson,
  turnSeal,
  unmergePerson,
} from '#application/persons/people-desk.js';
import type { Looker } from '#application/looks/look.js';
import type { SeenPerson } from '#application/persons/reveal.js';
import type { Principal, Receipt } from '#kernel/command.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { Looking } from '../looks/looking.js';
import { documentRead } from '../openapi/read-routes.js';
import type { FreshnessWatch } from '../queries/freshness.js';
import { pageAfter } from '../queries/page.js';
import { readingOf } from '../queries/scope.js';
import { FRESHNESS, PLATFORM } from '../tokens.js';
import { deskOf, withoutHidden } from './desk.js';
import {
  BreakGlassRequest,
  ExportQuery,
  FindQuery,
  GlassesQuery,
  GroundRequest,
  LookQuery,
  MergeRequest,
  PeopleQuery,
  PersonParams,
  UnmergeRequest,
} from './persons.dto.js';

const PAGE = 20;

type Decided = Pick<Receipt, 'streamId' | 'position'>;
const decided = ({ streamId, position }: Receipt): Decided => ({ streamId, position });
const askerOf = (who: Principal, request: FastifyRequest): Asker => ({ who, correlationId: request.id });

/** Persons: who may see whom is decided in one place, `persons/reveal.ts`. */
@Controller('v1/persons')
export class PersonsController {
  private readonly desk: DeskPorts;

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {
    this.desk = deskOf(platform);
  }

  @Get()
  @Permit('persons:read')
  @documentRead('findPersons')
  find(@Query() { q, after, limit = PAGE, ...asked }: FindQuery, @Looking() looker: Looker): Promise<Found> {
    const { bureau } = readingOf(this.platform.offices, looker.who, asked);
    return findPersons(this.desk, looker, { bureau, asked: q, limit, ...(after === undefined ? {} : { after }) });
  }

  @Get('duplicates')
  @Permit('persons:manage')
  @documentRead('duplicates')
  async duplicates(@Query() { limit = PAGE, ...asked }: PeopleQuery, @Looking() looker: Looker): Promise<object> {
    const { bureau } = readingOf(this.platform.offices, looker.who, asked);
    const found = await duplicatesIn(this.desk, looker, bureau, limit);
    const { registry } = this.platform;
    return {
      duplicates: found.map(({ persons, reasons }) => ({
        persons,
        reasons: reasons.map((code) => ({ code, title: titleOf(registry, `match.${code}`) })),
      })),
    };
  }

  @Get(':ref')
  @Permit('persons:read')
  @documentRead('person')
  one(@Param() { ref }: PersonParams, @Query() { reason }: LookQuery, @Looking() looker: Looker): Promise<SeenPerson> {
    return seePerson(this.desk, looker, ref, reason);
  }

  /** What he takes part in, as far as the caller may open it. */
  @Get(':ref/cases')
  @Permit('persons:read')
  @documentRead('casesOfPerson')
  cases(
    @Param() { ref }: PersonParams,
    @Caller() caller: Principal,
  ): Promise<{ readonly person: string; readonly cases: readonly CaseOfPerson[] }> {
    return casesOfPerson(this.desk, caller, ref);
  }

  @Get(':ref/export')
  @Permit('persons:manage')
  @documentRead('exportPerson')
  export(
    @Param() { ref }: PersonParams,
    @Query() { reason }: ExportQuery,
    @Looking() looker: Looker,
  ): Promise<SubjectExport> {
    return exportPerson(this.desk, looker, ref, reason);
  }

  @Post(':ref/merge')
  @Permit('persons:manage')
  @documentRead('mergePersons')
  async merge(
    @Param() { ref }: PersonParams,
    @Body() { into, reason }: MergeRequest,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<Decided> {
    return decided(await mergePersons(this.desk, askerOf(caller, request), { person: ref, into, reason }));
  }

  @Post(':ref/unmerge')
  @Permit('persons:manage')
  @documentRead('unmergePerson')
  async unmerge(
    @Param() { ref }: PersonParams,
    @Body() { reason }: UnmergeRequest,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<Decided> {
    return decided(await unmergePerson(this.desk, askerOf(caller, request), { person: ref, reason }));
  }

  @Post(':ref/seal')
  @Permit('persons:minors')
  @documentRead('sealIdentity')
  async seal(
    @Param() { ref }: PersonParams,
    @Body() { ground }: GroundRequest,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<Decided> {
    return decided(await turnSeal(this.desk, askerOf(caller, request), { person: ref, sealed: true, ground }));
  }

  @Post(':ref/unseal')
  @Permit('persons:minors')
  @documentRead('unsealIdentity')
  async unseal(
    @Param() { ref }: PersonParams,
    @Body() { ground }: GroundRequest,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<Decided> {
    return decided(await turnSeal(this.desk, askerOf(caller, request), { person: ref, sealed: false, ground }));
  }

  @Post(':ref/erasure')
  @Permit('persons:manage')
  @documentRead('requestErasure')
  async erasure(
    @Param() { ref }: PersonParams,
    @Body() { ground }: GroundRequest,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<Decided> {
    return decided(await requestErasure(this.desk, askerOf(caller, request), { person: ref, ground }));
  }

  /** The second person's part. */
  @Post(':ref/erasure/approval')
  @HttpCode(200)
  @Permit('persons:manage')
  @documentRead('approveErasure')
  async approve(
    @Param() { ref }: PersonParams,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<{ readonly person: string }> {
    await approveErasure(this.desk, askerOf(caller, request), ref);
    return { person: ref };
  }

  @Post(':ref/break-glass')
  @Permit('persons:break-glass')
  @documentRead('breakGlass')
  async breakGlass(
    @Param() { ref }: PersonParams,
    @Body() { reason, minutes }: BreakGlassRequest,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<{ readonly until: string; readonly position: number }> {
    const { until, receipt } = await breakGlass(this.desk, askerOf(caller, request), { person: ref, reason, minutes });
    return { until, position: receipt.position };
  }
}

/** Looks beyond the own office, for the supervisor. */
@Controller('v1/break-glass')
export class BrokenGlassController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(FRESHNESS) private readonly freshness: FreshnessWatch,
  ) {}

  @Get()
  @Permit('persons:manage')
  @documentRead('brokenGlasses')
  async list(@Query() { limit = PAGE, after, ...asked }: GlassesQuery, @Caller() caller: Principal): Promise<object> {
    const { offices, ledger, registry } = this.platform;
    const register = peopleOf({ registry }).glasses;
    const reading = readingOf(offices, caller, asked);
    const freshness = await this.freshness.now();
    const page = await pageAfter(after, (from) =>
      ledger.registerRows(reading, { register, filters: {}, limit, ...from }),
    );
    const rows = page.rows.map(({ office, person, columns, position }) => ({ office, person, ...columns, position }));
    return { ...page, rows: await withoutHidden(this.platform, caller, rows), freshness };
  }
}
