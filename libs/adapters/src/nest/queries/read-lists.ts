import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { titleOf } from '#application/describe-lines.js';
import type { DutyRow, RegisterRow } from '#application/ports/ledger.js';
import type { Principal } from '#kernel/command.js';
import { addDays } from '#kernel/dates.js';
import type { Platform } from '../../platform/platform.js';
import { withoutHidden } from '../persons/desk.js';
import type { Freshness, FreshnessWatch } from './freshness.js';
import { pageAfter } from './page.js';
import type { DeadlinesQuery, RegisterPageQuery } from './query.dto.js';
import { cutOffOf, readingOf } from './scope.js';
import { readTogether } from './shared-reads.js';

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
    readonly asked: RegisterPageQuery,
    readonly filters: Readonly<Record<string, string>>,
  ) {
    super();
  }
}

/** A duty on the work list: whether its day has passed, and who last worked on its record. */
export interface WorkItem extends DutyRow {
  readonly title: string;
  readonly overdue: boolean;
  readonly responsible: string | null;
}

/** Asks for what is due. */
export class ReadDeadlines extends Query<ListPage<WorkItem>> {
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
    const scope = readingOf(platform.offices, caller, asked);
    const reading = asked.asOf === undefined ? scope : { ...scope, asOf: await cutOffOf(platform, asked.asOf) };
    const limit = asked.limit ?? PAGE;
    const known = await freshness.now();
    const page = await pageAfter(asked.after, (after) =>
      platform.ledger.registerRows(reading, { register: code, filters, limit, ...after }),
    );
    return { ...page, rows: await withoutHidden(platform, caller, page.rows), freshness: known };
  }
}

@QueryHandler(ReadDeadlines)
export class ReadDeadlinesHandler implements IQueryHandler<ReadDeadlines> {
  constructor(private readonly ports: Ports) {}

  async execute({ caller, asked }: ReadDeadlines): Promise<ListPage<WorkItem>> {
    const page = await readTogether(this.ports, caller, 'deadlines', asked, () => this.read(caller, asked));
    return { ...page, rows: await withoutHidden(this.ports.platform, caller, page.rows) };
  }

  private async read(caller: Principal, asked: DeadlinesQuery): Promise<ListPage<WorkItem>> {
    const { platform, freshness } = this.ports;
    const { registry, ledger, offices, clock } = platform;
    const reading = readingOf(offices, caller, asked);
    const { today } = clock.now();
    const standing = asked.standing ?? 'open';
    const yesterday = addDays(today, -1);
    const wanted = asked.dueBy ?? today;
    const dueBy = standing === 'overdue' && wanted > yesterday ? yesterday : wanted;
    const known = await freshness.now();
    const read = (after: { after?: string }) =>
      ledger.duties(reading, { dueBy, late: standing === 'late', limit: asked.limit ?? PAGE, ...after });
    const page = await pageAfter(asked.after, read);
    const responsible = await lastAtWork(platform, page.rows);
    const rows = page.rows.map((row) => ({
      ...row,
      title: titleOf(registry, row.deadline),
      overdue: row.metOn === null && row.dueOn < today,
      responsible: responsible.get(row.streamId) ?? null,
    }));
    const chosen = asked.responsible === undefined ? rows : rows.filter((row) => row.responsible === asked.responsible);
    return { ...page, rows: chosen, freshness: known };
  }
}

/** Who last recorded something on the records of duties; what the system records by itself makes nobody responsible. */
const lastAtWork = async ({ store }: Platform, rows: readonly DutyRow[]): Promise<ReadonlyMap<string, string>> => {
  const streams = await store.loadMany([...new Set(rows.map(({ streamId }) => streamId))]);
  return new Map(
    [...streams].flatMap(([id, { events }]) => {
      const last = events.findLast(({ source }) => source !== 'SYSTEM');
      return last === undefined ? [] : [[id, last.recordedBy] as const];
    }),
  );
};
