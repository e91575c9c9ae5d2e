import { movedBy } from '#application/moved-by.js';
import type { Registry } from '#application/registry.js';
import { Later } from '#application/sign-in/later.js';
import { parsePeriod } from '#kernel/period.js';
import { BoundedQueue } from '../../bounded-queue.js';
import { onBehalfOf } from '../../postgres/requests/caller-scope.js';
import { NotYet } from '../queries/freshness.js';
import type { OfficeBreakdown } from '../queries/read-breakdown.js';
import type { Figures } from '../queries/read-figures.js';
import type { Listener, Moved } from './live-hub.js';
import type { Sight } from './sight.js';

/** What is told of one event of a stream. */
export type Tell = (event: 'figures' | 'breakdown' | 'resync', data: string) => void;

export interface FigureReads {
  readonly registry: Registry;
  /** @throws NotYet */
  readonly figures: (sight: Sight, period: string, codes: readonly string[], least: number) => Promise<Figures>;
  /** @throws NotYet */
  readonly breakdown: (sight: Sight, code: string, period: string, least: number) => Promise<OfficeBreakdown>;
}

/** Milliseconds between two readings of one sight at the least; what moves meanwhile is read together. */
const BETWEEN = 500;
/** Sights read at once; the others wait for their turn. */
const AT_ONCE = 4;
/** Different sights one user keeps at once, in however many streams. */
const MOST_SIGHTS = 20;
/** Seconds after which who keeps too many may ask again. */
const ASK_AGAIN = 30;

/** What moved in a sight: the codes by period, whether the comparison of offices, and up to which position. */
interface Move {
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byOffice: boolean;
  readonly position: number;
}

const together = (one: Move | undefined, other: Move): Move =>
  one === undefined
    ? other
    : {
        codes: new Map(
          [...other.codes].map(([period, codes]) => [period, codes.union(one.codes.get(period) ?? codes)]),
        ),
        byOffice: one.byOffice || other.byOffice,
        position: Math.max(one.position, other.position),
      };

/** One sight, of all who have the same. */
class View {
  /** Who is told, with the name of the user. */
  readonly watchers = new Map<Tell, string>();
  private readonly lastMonths: readonly (readonly [period: string, month: string])[];
  private readonly lineOf: ReadonlyMap<string, string>;
  /** Months not reported, by period and line, as the figures of the line were last told with. */
  private readonly missing = new Map<string, number>();
  private waiting: Move | undefined;
  private busy = false;

  constructor(
    private readonly sight: Sight,
    private readonly reads: FigureReads,
    private readonly turns: BoundedQueue,
    private readonly between: number,
  ) {
    this.lastMonths = sight.periods.map((text) => [text, parsePeriod(text)?.to.slice(0, 7) ?? '']);
    this.lineOf = new Map(
      reads.registry.lines.flatMap(({ code, indicators }) => indicators.map((one) => [one.code, code])),
    );
  }

  moved({ position, changes }: Moved): void {
    const seen = changes.filter(this.sight.sees);
    if (seen.length === 0) return;
    const { codes, byOffice, periods } = this.sight;
    const found = new Map(this.lastMonths.map(([period, last]) => [period, this.movedOf(codes, seen, last)]));
    const [first = ''] = periods;
    const compared = byOffice !== undefined && (found.get(first)?.has(byOffice) ?? false);
    if ([...found.values()].every(({ size }) => size === 0)) return;
    this.waiting = together(this.waiting, { codes: found, byOffice: compared, position });
    if (!this.busy) void this.turn();
  }

  /** Codes whose figures of a period that ends in a month move with the balances; what comes after it moves nothing. */
  private movedOf(codes: readonly string[], seen: Moved['changes'], last: string): ReadonlySet<string> {
    const measures = new Set(seen.filter(({ month }) => month <= last).map(({ measure }) => measure));
    const moves = (code: string): boolean => !movedBy(this.reads.registry, code).isDisjointFrom(measures);
    return measures.size === 0 ? measures : new Set(codes.filter(moves));
  }

  /** Reads what waits, and tells it; the next not before a while has passed. */
  private async turn(): Promise<void> {
    if (this.waiting === undefined || this.watchers.size === 0) return;
    this.busy = true;
    await this.turns.do(() => this.read());
    setTimeout(() => {
      this.busy = false;
      void this.turn();
    }, this.between).unref();
  }

  private async read(): Promise<void> {
    const { waiting } = this;
    if (waiting === undefined || this.watchers.size === 0) return;
    this.waiting = undefined;
    try {
      await onBehalfOf(this.sight.caller, () => this.tellAll(waiting));
    } catch (error) {
      this.failed(error, waiting);
    }
  }

  private async tellAll({ codes, byOffice, position }: Move): Promise<void> {
    await Promise.all([
      ...[...codes].map(([period, some]) => this.tellFigures(period, [...some], position)),
      ...(byOffice ? [this.tellBreakdown(position)] : []),
    ]);
  }

  private async tellFigures(period: string, codes: readonly string[], position: number): Promise<void> {
    if (codes.length === 0) return;
    const figures = await this.reads.figures(this.sight, period, codes, position);
    this.tell('figures', { asked: period, ...figures });
    await this.tellFigures(period, this.reportedAnew(period, codes, figures), position);
  }

  /** Other figures of lines in which another month was reported: nothing is told apart from not reported (未上报). */
  private reportedAnew(period: string, told: readonly string[], { values }: Figures): readonly string[] {
    const lines = new Set<string>();
    for (const { code, missing } of values) {
      const line = this.lineOf.get(code) ?? '';
      const key = `${period} ${line}`;
      if (this.missing.get(key) !== missing) lines.add(line);
      this.missing.set(key, missing);
    }
    return this.sight.codes.filter((code) => lines.has(this.lineOf.get(code) ?? '') && !told.includes(code));
  }

  private async tellBreakdown(position: number): Promise<void> {
    const { byOffice = '', periods } = this.sight;
    const [period = ''] = periods;
    const breakdown = await this.reads.breakdown(this.sight, byOffice, period, position);
    this.tell('breakdown', { asked: period, ...breakdown });
  }

  private tell(event: Parameters<Tell>[0], data: object): void {
    const text = JSON.stringify(data);
    for (const watcher of this.watchers.keys()) watcher(event, text);
  }

  private failed(error: unknown, move: Move): void {
    // The figures do not include it yet: with the next turn.
    if (error instanceof NotYet) this.waiting = together(this.waiting, move);
    // Who watches reads them himself then, and is told what is wrong.
    else this.tell('resync', { position: move.position });
  }
}

/** The same for all who see the same: what is told depends on nothing else. */
const keyOf = ({ caller, scope, codes, periods, byOffice }: Sight): string =>
  JSON.stringify([caller.offices, scope.bureau, scope.office, codes, periods, byOffice]);

/** Pushes figures as they move: what many keep before their eyes is read once for all of them. */
export class LiveFigures implements Pick<Listener, 'moved'> {
  private readonly views = new Map<string, View>();
  private readonly turns = new BoundedQueue(AT_ONCE, Infinity, ASK_AGAIN);

  constructor(
    private readonly reads: FigureReads,
    private readonly between = BETWEEN,
  ) {}

  get size(): number {
    return this.views.size;
  }

  /**
   * Holds that a user may keep one more sight.
   * @rejects too-many-requests he keeps as many others as he may
   */
  admit(sight: Sight): void {
    const key = keyOf(sight);
    const { name } = sight.caller;
    const others = [...this.views].filter(
      ([other, { watchers }]) => other !== key && [...watchers.values()].includes(name),
    );
    if (others.length >= MOST_SIGHTS) throw new Later('too-many-requests', ASK_AGAIN);
  }

  /** Begins to tell what moves; gives the way to stop. */
  watch(sight: Sight, tell: Tell): () => void {
    const key = keyOf(sight);
    const view = this.views.get(key) ?? new View(sight, this.reads, this.turns, this.between);
    this.views.set(key, view);
    view.watchers.set(tell, sight.caller.name);
    return () => {
      view.watchers.delete(tell);
      if (view.watchers.size === 0 && this.views.get(key) === view) this.views.delete(key);
    };
  }

  moved(moved: Moved): void {
    for (const view of this.views.values()) view.moved(moved);
  }
}
