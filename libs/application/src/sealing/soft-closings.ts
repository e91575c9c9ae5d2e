import { type Command, type LocalDate, type Rejection, type Uuid, reject } from '../kernel.js';
import type { Clock } from '../ports/clock.js';
import type { Ledger } from '../ports/ledger.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { CommandDefinition } from '../registry.js';
import { type BooksPorts, booksIn } from './books.js';
import { officesOf } from './freeze-figures.js';

export interface SoftClosingPorts extends BooksPorts {
  readonly ledger: Pick<Ledger, 'registerRows'>;
  readonly offices: OfficeDirectory;
  readonly clock: Clock;
}

interface SoftClosed {
  readonly streamId: Uuid;
  readonly line: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly approver: string;
}

const SOFT_CLOSED = 'soft-closed';
/** Milliseconds for which what was read of a bureau's books is good. */
const FRESH = 1000;
/** Books of one bureau that are softly closed at a time, at most. */
const MOST = 500;

/**
 * Asks for the approver where something is entered into a softly closed period. Read from the register, a second old at most:
 * what is entered in that second is late like any other, and shows as such.
 */
export class SoftClosings {
  private readonly known = new Map<string, { readonly at: number; readonly closed: readonly SoftClosed[] }>();

  constructor(
    private readonly ports: SoftClosingPorts,
    private readonly fresh = FRESH,
  ) {}

  /**
   * Why a command of a line may not enter its event as it is; what follows from an event that was let in is let in too.
   * @rejects approval-required  the period is softly closed, and its approver, who is another, did not approve
   */
  async refusal(
    { bureau, approvedBy, principal, causationId }: Command,
    { line, record }: CommandDefinition,
    occurredOn: LocalDate,
  ): Promise<Rejection | undefined> {
    if (record !== undefined || causationId !== undefined) return undefined;
    const closed = await this.of(bureau);
    const found = closed.find((item) => item.line === line.code && item.from <= occurredOn && occurredOn <= item.to);
    if (found === undefined || (approvedBy === found.approver && approvedBy !== principal.name)) return undefined;
    // What was read may have passed since: nothing is refused that the books themselves do not refuse.
    const stored = await this.ports.store.load(found.streamId);
    if (stored === undefined || booksIn(this.ports, stored).state !== SOFT_CLOSED) return undefined;
    return reject('approval-required', { at: 'approvedBy', code: 'period-soft-closed', message: found.approver });
  }

  private async of(bureau: string): Promise<readonly SoftClosed[]> {
    const now = Date.parse(this.ports.clock.now().now);
    const known = this.known.get(bureau);
    if (known !== undefined && now - known.at < this.fresh && now >= known.at) return known.closed;
    const closed = await this.read(bureau);
    this.known.set(bureau, { at: now, closed });
    return closed;
  }

  private async read(bureau: string): Promise<readonly SoftClosed[]> {
    const { registry, ledger, offices } = this.ports;
    const register = registry.lines.find(({ periods }) => periods !== undefined)?.periods?.register;
    if (register === undefined) return [];
    const reading = { bureau, offices: officesOf(offices, bureau) };
    const query = { register, filters: { state: SOFT_CLOSED }, limit: MOST };
    const { rows } = await ledger.registerRows(reading, query);
    return rows.map(({ streamId, columns }) => ({
      streamId,
      line: String(columns['businessLine']),
      from: String(columns['from']),
      to: String(columns['to']),
      approver: String(columns['approver']),
    }));
  }
}
