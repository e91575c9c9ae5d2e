import { type FoldingPorts } from '../project-slice.js';
import { FactPoster } from '../post-facts.js';
import type { RecordedEvent } from '../kernel.js';
import type { DutyRow, FoldedStream, Posting } from '../ports/ledger.js';

/** A duty that an event makes, ends, or gives another day; null where there is none. */
export interface MovedDuty extends Pick<DutyRow, 'deadline' | 'office' | 'factKey'> {
  readonly before: DutyDates | null;
  readonly after: DutyDates | null;
}

export type DutyDates = Pick<DutyRow, 'dueOn' | 'provisional' | 'metOn'>;

/** What one event changes in the rows of its stream. */
export interface FoldedEvent {
  readonly postings: readonly Posting[];
  readonly duties: readonly MovedDuty[];
}

type Ports = Pick<FoldingPorts, 'registry' | 'calendar'>;

const keyOf = ({ deadline, factKey }: DutyRow): string => `${deadline}|${factKey}`;
const datesOf = (row: DutyRow | undefined): DutyDates | null => {
  if (row === undefined) return null;
  const { dueOn, provisional, metOn } = row;
  return { dueOn, provisional, metOn };
};

const movedDuties = (before: readonly DutyRow[], after: readonly DutyRow[]): readonly MovedDuty[] => {
  const then = new Map(before.map((row) => [keyOf(row), row]));
  const now = new Map(after.map((row) => [keyOf(row), row]));
  return [...new Map([...then, ...now])].flatMap(([key, { deadline, office, factKey }]) => {
    const moved = { deadline, office, factKey, before: datesOf(then.get(key)), after: datesOf(now.get(key)) };
    return JSON.stringify(moved.before) === JSON.stringify(moved.after) ? [] : [moved];
  });
};

/**
 * Folds one event onto its stream as it stands folded, by the poster that the ledger's rows are written with; nothing is written.
 * `history`: every event of the stream before it.
 */
export const foldEvent = async (
  { registry, calendar }: Ports,
  event: RecordedEvent,
  history: readonly RecordedEvent[],
  known: FoldedStream | undefined,
): Promise<FoldedEvent> => {
  const postings: Posting[] = [];
  const past = async (): Promise<readonly RecordedEvent[]> => [...history, event];
  const poster = new FactPoster(registry, calendar(), past, (posting) => postings.push(posting));
  if (known !== undefined) poster.seed([known]);
  const before = known === undefined ? [] : poster.dutyRows(known);
  await poster.apply([event]);
  const after = poster.takeTouched().flatMap((stream) => poster.dutyRows(stream));
  return { postings, duties: movedDuties(before, after) };
};

/** A stream folded from its first event, as the ledger held it when the last of them was its newest. */
export const foldHistory = async (
  { registry, calendar }: Ports,
  history: readonly RecordedEvent[],
): Promise<FoldedStream | undefined> => {
  const upTo = async (_: string, position: number): Promise<readonly RecordedEvent[]> =>
    history.filter((event) => event.position <= position);
  const poster = new FactPoster(registry, calendar(), upTo, () => undefined);
  await poster.apply(history);
  return poster.takeTouched()[0];
};
