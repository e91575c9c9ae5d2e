import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { titleOf } from '#application/describe-lines.js';
import { type ExplainedTerm, explainIndicator } from '#application/evaluate-indicators.js';
import type { Narrowing } from '#application/indicator.js';
import type { EvidenceRow, Reading } from '#application/ports/ledger.js';
import { LEDGER_VIEW } from '#application/run-view.js';
import { canBeNarrowed } from '#application/sealing/definition-of-figure.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import { withoutHidden } from '../persons/desk.js';
import { pageAfter } from './page.js';
import type { FreshnessWatch } from './freshness.js';
import type { EvidenceQuery } from './query.dto.js';
import type { FigureHead } from './read-figures.js';
import { cutOffOf, periodOf, readingOf } from './scope.js';

/** One page of the records behind one of the sums a figure is made of. */
export interface EvidencePage extends FigureHead {
  readonly code: string;
  readonly title: string;
  /** The sums of the figure; with their signs they add up to it. */
  readonly terms: readonly (ExplainedTerm['term'] & Omit<ExplainedTerm, 'term'> & { readonly total: string })[];
  /** Which of them the rows belong to. */
  readonly term: number;
  readonly rows: readonly ExplainedRow[];
  readonly next?: string;
}

interface ExplainedRow extends Omit<EvidenceRow, 'positions'> {
  readonly fact?: { readonly kind: string; readonly fields: object };
  readonly case?: string;
  readonly events: readonly object[];
}

/** Asks for the records behind a figure. */
export class ReadEvidence extends Query<EvidencePage> {
  constructor(
    readonly caller: Principal,
    readonly code: string,
    readonly asked: EvidenceQuery,
  ) {
    super();
  }
}

@QueryHandler(ReadEvidence)
export class ReadEvidenceHandler implements IQueryHandler<ReadEvidence> {
  constructor(private readonly ports: { readonly platform: Platform; readonly freshness: FreshnessWatch }) {}

  /** @rejects not-found no such indicator; @rejects invalid-data no such term or split, or a cursor of something else */
  async execute({ caller, code, asked }: ReadEvidence): Promise<EvidencePage> {
    const { platform, freshness } = this.ports;
    const { registry, ledger } = platform;
    const definition = registry.indicators.get(code);
    if (definition === undefined) throw new Rejected(reject('not-found'));
    const where = narrowed(asked.where);
    if (!Object.keys(where).every((split) => canBeNarrowed(registry, definition, split)))
      throw new Rejected(reject('invalid-data', { at: 'where', code: 'unknown-field' }));
    const scope = readingOf(platform.offices, caller, asked);
    const period = periodOf(asked.period);
    const cutOff = asked.asOf === undefined ? undefined : await cutOffOf(platform, asked.asOf);
    const reached = await freshness.reach(Math.max(asked['min-position'] ?? 0, cutOff ?? 0));
    const position = cutOff ?? reached.position;
    const reading: Reading = { ...scope, asOf: position };
    const explained = await explainIndicator(ledger, registry, reading, period, code, where);
    const index = asked.term ?? 0;
    const chosen = explained[index];
    if (chosen === undefined && index > 0)
      throw new Rejected(reject('invalid-data', { at: 'term', code: 'too-large' }));
    const limit = asked.limit ?? 100;
    const [totals, page] = await Promise.all([
      ledger.sums(
        reading,
        explained.map(({ term }) => term),
      ),
      chosen === undefined
        ? { rows: [] }
        : pageAfter(asked.after, (after) => ledger.evidence(reading, chosen.term, { ...after, limit })),
    ]);
    return {
      code,
      title: titleOf(registry, code),
      bureau: scope.bureau,
      ...(asked.office === undefined ? {} : { office: asked.office }),
      period,
      position,
      freshness: reached,
      terms: explained.map(({ term, ...rest }, at) => ({ ...term, ...rest, total: totals[at] ?? '0' })),
      term: index,
      rows: await withoutHidden(platform, caller, await explainRows(platform, chosen?.term.measure, page.rows)),
      ...('next' in page && page.next !== undefined ? { next: page.next } : {}),
    };
  }
}

/** `project:corrections-project` as a narrowing. */
const narrowed = (where: string | undefined): Narrowing => {
  if (where === undefined) return {};
  const at = where.indexOf(':');
  return { [where.slice(0, at)]: where.slice(at + 1) };
};

/** Puts beside each row the fact it counts and the events that caused it. */
const explainRows = async (
  { registry, store, projections }: Platform,
  measure: string | undefined,
  rows: readonly EvidenceRow[],
): Promise<readonly ExplainedRow[]> => {
  const ids = [...new Set(rows.map(({ streamId }) => streamId))];
  if (ids.length === 0) return [];
  const [streams, folded] = await Promise.all([store.loadMany(ids), projections.loadStreams(LEDGER_VIEW, ids)]);
  const kind = measure === undefined ? undefined : registry.measures.get(measure)?.fact;
  return rows.map(({ positions, ...row }) => {
    const stream = streams.get(row.streamId);
    const fact = folded.get(row.streamId)?.facts.find((item) => item.kind === kind && item.key === row.factKey);
    const causes = new Set(positions);
    return {
      ...row,
      ...(fact === undefined ? {} : { fact: { kind: fact.kind, fields: fact.fields } }),
      ...(stream === undefined ? {} : { case: `/v1/${stream.streamType.replace('.', '/')}/${row.streamId}` }),
      events: (stream?.events ?? [])
        .filter(({ position }) => causes.has(position))
        .map(({ position, eventId, type, occurredOn, recordedAt, recordedBy, approvedBy, office }) => ({
          position,
          eventId,
          type,
          title: titleOf(registry, type),
          occurredOn,
          recordedAt,
          recordedBy,
          ...(approvedBy === undefined ? {} : { approvedBy }),
          office,
        })),
    };
  });
};
