import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Principal } from '#kernel/command.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { DeadlinesQuery } from './query.dto.js';
import { ReadDeadlines } from './read-lists.js';

/** What has to be done by when. */
@Controller('v1/deadlines')
export class DeadlinesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @Permit('records:read')
  @documentRead('deadlines')
  due(@Query() asked: DeadlinesQuery, @Caller() caller: Principal) {
    return this.queries.execute(new ReadDeadlines(caller, asked));
  }
}
