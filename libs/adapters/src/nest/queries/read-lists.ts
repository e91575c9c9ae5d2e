import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { titleOf } from '#application/describe-lines.js';
import type { DutyRow, RegisterRow } from '#application/ports/ledger.js';
import type { Principal } from '#kernel/command.js';
import type { Platform } from '../../platform/platform.js';
import type { Freshness, FreshnessWatch } from './freshness.js';
import { pageAfter } from './page.js';
import type { DeadlinesQuery, PageQuery } from './query.dto.js';
import { readingOf } from './scope.js';

const PAGE = 50;

export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
  readonly freshness: Freshness;
}

/** Asks for a page of a clerk's list. */
export class ReadRegister extends Query<ListPage<RegisterRow>> {
  constructor(
    readonly caller: Principal,
    readonly code: string,
    readonly asked: PageQuery,
    readonly filters: Readonly<Record<string, string>>,
  ) {
    super();
  }
}

/** Asks for what is due. */
export class ReadDeadlines extends Query<ListPage<DutyRow & { readonly title: string }>> {
  constructor(
    readonly caller: Principal,
    readonly asked: DeadlinesQuery,
  ) {
    super();
  }
}

interface Ports {
  readonly platform: Platform;
  readonly freshness: FreshnessWatch;
}

@QueryHandler(ReadRegister)
export class ReadRegisterHandler implements IQueryHandler<ReadRegister> {
  constructor(private readonly ports: Ports) {}

  async execute({ caller, code, asked, filters }: ReadRegister): Promise<ListPage<RegisterRow>> {
    const { platform, freshness } = this.ports;
    const reading = readingOf(platform.offices, caller, asked);
    const limit = asked.limit ?? PAGE;
    const known = await freshness.now();
    const page = await pageAfter(asked.after, (after) =>
      platform.ledger.registerRows(reading, { register: code, filters, limit, ...after }),
    );
    return { ...page, freshness: known };
  }
}

@QueryHandler(ReadDeadlines)
export class ReadDeadlinesHandler implements IQueryHandler<ReadDeadlines> {
  constructor(private readonly ports: Ports) {}

  async execute({ caller, asked }: ReadDeadlines): Promise<ListPage<DutyRow & { readonly title: string }>> {
    const { platform, freshness } = this.ports;
    const { registry, ledger, offices, clock } = platform;
    const reading = readingOf(offices, caller, asked);
    const dueBy = asked.dueBy ?? clock.now().today;
    const known = await freshness.now();
    const page = await pageAfter(asked.after, (after) =>
      ledger.duties(reading, { dueBy, limit: asked.limit ?? PAGE, ...after }),
    );
    return {
      ...page,
      rows: page.rows.map((row) => ({ ...row, title: titleOf(registry, row.deadline) })),
      freshness: known,
    };
  }
}
