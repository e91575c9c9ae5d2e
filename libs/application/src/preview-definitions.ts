import { titleOf } from './describe-lines.js';
import type { HandedIn, OwnDefinitions } from './define-own.js';
import { type IndicatorValue, evaluateIndicators } from './evaluate-indicators.js';
import type { Fact } from './facts.js';
import { LedgerWith, type Underneath } from './impact/ledger-with.js';
import type { LocalDate, OfficeCode, Period, Uuid } from './kernel.js';
import type { MeasureDefinition } from './measure.js';
import { type PostFact, type PostedAmount, compileMeasure } from './measure-postings.js';
import type { FoldedStream, FoldedStreams, Posting, Reading } from './ports/ledger.js';
import { LEDGER_VIEW } from './project-slice.js';
import type { Registry } from './registry.js';

/** A figure as it is now, and as it would be; null before where there is none of that code yet. */
export interface PreviewedFigure {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly before: Pick<IndicatorValue, 'value' | 'printed'> | null;
  readonly after: Pick<IndicatorValue, 'value' | 'printed'>;
}

/** A record that a measure would count otherwise: what it counts now and then, null where it does not. Names nobody. */
export interface PreviewedRecord {
  readonly measure: string;
  readonly streamId: Uuid;
  readonly streamType: string;
  readonly title: string;
  readonly office: OfficeCode;
  readonly on: LocalDate;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Preview {
  readonly figures: readonly PreviewedFigure[];
  /** Records counted otherwise, over all history. */
  readonly moved: number;
  /** The latest of them. */
  readonly records: readonly PreviewedRecord[];
}

export interface PreviewPorts {
  readonly registry: Registry;
  readonly definitions: OwnDefinitions;
  readonly ledger: Underneath;
  readonly projections: FoldedStreams;
}

/** Streams read at a time, and records named at most. */
const PAGE = 500;
const NAMED = 100;

/** What definitions would change if they were handed in: the bureau's own figures over a period, and the records behind them. */
export const previewDefinitions = async (
  ports: PreviewPorts,
  handed: HandedIn,
  reading: Reading,
  period: Period,
): Promise<Preview> => {
  const { registry, definitions, ledger } = ports;
  const { after, changed } = await definitions.draft(handed, reading.bureau);
  const measures = changed.flatMap((item) => (item.kind === 'measure' ? [item.body.code] : []));
  const { postings, records } = await recount(ports, after, measures, reading);
  const theirs = [...after.own].flatMap(([code, { bureau }]) => (bureau === reading.bureau ? [code] : []));
  const known = theirs.filter((code) => registry.indicators.has(code));
  const before = await evaluateIndicators(ledger, registry, reading, period, known);
  const then = await evaluateIndicators(
    new LedgerWith(ledger, postings, reading.offices),
    after,
    reading,
    period,
    theirs,
  );
  const stood = new Map(before.map((value) => [value.code, value]));
  const handedIn = new Set(changed.map(({ body }) => body.code));
  const figures = then.flatMap(({ code, unit, value, printed }) => {
    const was = stood.get(code);
    if (was?.printed === printed && was.value === value && !handedIn.has(code)) return [];
    const now = was === undefined ? null : { value: was.value, printed: was.printed };
    return [{ code, title: titleOf(after, code), unit, before: now, after: { value, printed } }];
  });
  return {
    figures,
    moved: records.length,
    records: records.sort((one, other) => (one.on < other.on ? 1 : -1)).slice(0, NAMED),
  };
};

/** What measures would post beside what they post now, and the records it is of. */
const recount = async (
  { registry, projections }: PreviewPorts,
  after: Registry,
  codes: readonly string[],
  { bureau, offices }: Reading,
): Promise<{ readonly postings: readonly Posting[]; readonly records: PreviewedRecord[] }> => {
  const postings: Posting[] = [];
  const records: PreviewedRecord[] = [];
  const counters = codes.flatMap((code) => {
    const then = after.measures.get(code);
    const now = registry.measures.get(code);
    return then === undefined ? [] : [{ then, posts: compileMeasure(then), now, posted: now && compileMeasure(now) }];
  });
  if (counters.length === 0) return { postings, records };
  for await (const stream of streamsOf(projections, bureau))
    for (const fact of stream.facts)
      for (const { then, posts, now, posted } of counters) {
        const was = postedBy(now, posted, fact);
        const is = postedBy(then, posts, fact);
        if (JSON.stringify(was) === JSON.stringify(is)) continue;
        const place = { measure: then.code, measureVersion: then.version, bureau, streamId: stream.streamId };
        const row = { ...place, factKey: fact.key, position: stream.position };
        postings.push(
          ...was.map((amount) => ({ ...row, ...amount, amount: opposite(amount.amount) })),
          ...is.map((amount) => ({ ...row, ...amount, amount: String(amount.amount) })),
        );
        const first = is[0] ?? was[0];
        if (first === undefined || !offices.includes(first.office)) continue;
        records.push({
          ...{ measure: then.code, streamId: stream.streamId, streamType: stream.streamType },
          title: titleOf(registry, stream.streamType),
          ...{ office: first.office, on: first.on },
          before: was[0] === undefined ? null : String(was[0].amount),
          after: is[0] === undefined ? null : String(is[0].amount),
        });
      }
  return { postings, records };
};

const postedBy = (
  measure: MeasureDefinition | undefined,
  post: PostFact | undefined,
  fact: Fact,
): readonly PostedAmount[] => (measure?.fact === fact.kind && post !== undefined ? post(fact) : []);

const opposite = (amount: string | number): string =>
  String(amount).startsWith('-') ? String(amount).slice(1) : `-${amount}`;

/** Every stream of a bureau as it is folded now. */
async function* streamsOf(projections: FoldedStreams, bureau: string): AsyncGenerator<FoldedStream> {
  let after: Uuid | undefined;
  for (;;) {
    const page = await projections.foldedIn(LEDGER_VIEW, bureau, {
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    yield* page;
    after = page.at(-1)?.streamId;
    if (page.length < PAGE) return;
  }
}
