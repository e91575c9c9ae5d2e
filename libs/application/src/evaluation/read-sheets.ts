import { effectiveHistory, fold } from '../history.js';
import {
  type BureauCode,
  type OfficeCode,
  type Principal,
  Rejected,
  type Uuid,
  type WorkingDayCalendar,
  reject,
} from '../kernel.js';
import { inScope } from '../office-scope.js';
import type { EventStore, StoredStream } from '../ports/event-store.js';
import type { Ledger, Reading } from '../ports/ledger.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { Registry } from '../registry.js';
import { headOffice } from '../sealing/head-office.js';
import type { PerformanceSheet, SheetsDefinition } from './performance-sheet.js';

export interface SheetPorts {
  readonly registry: Registry;
  readonly store: Pick<EventStore, 'load' | 'loadMany'>;
  readonly ledger: Pick<Ledger, 'registerRows'>;
  readonly offices: OfficeDirectory;
  readonly calendar: () => WorkingDayCalendar;
}

/** A sheet with where it is kept. */
export interface FoundSheet {
  readonly streamId: Uuid;
  readonly bureau: BureauCode;
  /** The office that owns it. */
  readonly office: OfficeCode;
  /** Of its stream. */
  readonly version: number;
  readonly sheet: PerformanceSheet;
}

const PAGE = 500;

/** How the one line that keeps sheets does it. @rejects not-found none of the lines served here keeps any */
export const sheetsOf = (registry: Registry): SheetsDefinition => {
  const found = registry.lines.find(({ sheets }) => sheets !== undefined)?.sheets;
  if (found === undefined) throw new Rejected(reject('not-found'));
  return found;
};

/** The sheet a stream keeps, as recorded up to a position; undefined where it keeps none. */
const sheetIn = (
  { registry, calendar }: Pick<SheetPorts, 'registry' | 'calendar'>,
  stored: StoredStream,
  asOf = Infinity,
): FoundSheet | undefined => {
  const { stream: type, read } = sheetsOf(registry);
  const found = registry.stream(type);
  if (found === undefined || stored.streamType !== type) return undefined;
  const events = stored.events.filter(({ position }) => position <= asOf);
  const context = { settings: registry.settingsOf(found.line.code), calendar: calendar() };
  const sheet = read(fold(found.stream, effectiveHistory(found.stream, events), context));
  if (sheet === undefined) return undefined;
  const { streamId, bureau, owner: office } = stored;
  return { streamId, bureau, office, version: events.at(-1)?.version ?? 0, sheet };
};

/**
 * A sheet by its stream. Its figures are those of the whole bureau, so it is shown to whoever answers for that.
 * @rejects not-found no such sheet, none at that position, or of a bureau that is not the caller's: they are not told apart
 */
export const findSheet = async (
  ports: SheetPorts,
  principal: Principal,
  streamId: Uuid,
  asOf?: number,
): Promise<FoundSheet> => {
  const stored = await ports.store.load(streamId);
  const found = stored === undefined ? undefined : sheetIn(ports, stored, asOf);
  if (found === undefined || !inScope(ports.offices, principal, headOffice(ports.offices, found.bureau)))
    throw new Rejected(reject('not-found'));
  return found;
};

/** Every sheet of a year that the offices of a reading keep, newest targets first. */
export const readSheets = async (
  ports: SheetPorts,
  reading: Reading,
  fiscalYear: number,
): Promise<readonly FoundSheet[]> => {
  const { register, year } = sheetsOf(ports.registry);
  const found: FoundSheet[] = [];
  let after: string | undefined;
  do {
    const query = { register, filters: { [year]: String(fiscalYear) }, limit: PAGE };
    const page = await ports.ledger.registerRows(reading, { ...query, ...(after === undefined ? {} : { after }) });
    const streams = new Map(await ports.store.loadMany(page.rows.map(({ streamId }) => streamId)));
    for (const { streamId } of page.rows) {
      const stored = streams.get(streamId);
      const sheet = stored === undefined ? undefined : sheetIn(ports, stored, reading.asOf);
      if (sheet !== undefined) found.push(sheet);
    }
    after = page.next;
  } while (after !== undefined);
  return found;
};
