import { hash } from 'node:crypto';
import { scopedKey } from '../append-items.js';
import type { CommandHandler } from '../handle-command.js';
import {
  type Command,
  type Principal,
  type Receipt,
  Rejected,
  type Rejection,
  type RejectionDetail,
  type Uuid,
  isUuid,
  reject,
  uuidV5,
} from '../kernel.js';
import { inScope } from '../office-scope.js';
import type { Clock } from '../ports/clock.js';
import type { EntryBatches } from '../ports/entry-batches.js';
import type { EventStore } from '../ports/event-store.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { PersonRegistry } from '../ports/person-registry.js';
import type { Registry } from '../registry.js';
import { commandOfRow, dataOf, idsOfRows } from './command-of-row.js';
import type { EntryForm } from './entry-form.js';
import { type EntryPeople, type MeantBy, peopleIn, standInFor } from './entry-people.js';
import { type EntryFault, faultsInWords, rejectionInWords } from './explain-faults.js';
import { type FilledRow, type FilledRows, readRows } from './read-rows.js';
import { recordedBefore } from './recorded-before.js';
import type { EntryWorkbooks, Marks } from './workbooks.js';

export interface EntryPorts {
  readonly registry: Registry;
  readonly offices: OfficeDirectory;
  readonly store: Pick<EventStore, 'findCommand' | 'holderOf' | 'loadMany'>;
  readonly persons: Pick<PersonRegistry, 'find' | 'registerMany'>;
  readonly handler: Pick<CommandHandler, 'trial'>;
  readonly clock: Clock;
  readonly batches: EntryBatches;
  readonly workbooks: EntryWorkbooks;
  /** Lets others have their turn: many rows would keep a process from answering. */
  readonly turn: () => Promise<unknown>;
  /** Sends commands through the front door. */
  readonly send: (commands: readonly Command[], atomic: boolean) => Promise<readonly (Receipt | Rejection)[]>;
}

export const entryModes = ['check', 'all', 'good'] as const;
/** Tries the rows and stores nothing; records all rows or none; records the rows that are right. */
export type EntryMode = (typeof entryModes)[number];

export interface EntryRequest {
  readonly principal: Principal;
  readonly form: EntryForm;
  readonly bytes: Uint8Array;
  readonly mode: EntryMode;
  /** Whether the caller may register persons. */
  readonly mayRegister: boolean;
}

/** What became of a workbook. */
export interface EntryReport {
  readonly command: string;
  readonly title: string;
  readonly bureau: string;
  readonly mode: EntryMode;
  /** Rows that are filled in; those that are right; those that are not; those on record since before. */
  readonly rows: number;
  readonly good: number;
  readonly faulty: number;
  readonly known: number;
  /** Events stored by this request. */
  readonly recorded: number;
  /** Under which the rows recorded now are found again. */
  readonly batch?: Uuid;
  /** Of the last event recorded now. */
  readonly position?: number;
  readonly faults: readonly EntryFault[];
}

/** Commands sent at a time where not all of them are one. */
const SLICE = 500;
/** Rows tried before others get their turn. */
const TURN = 50;

type Answer = Receipt | Rejection;
const isRefused = (answer: Answer | undefined): answer is Rejection => answer !== undefined && 'kind' in answer;

/** A row that may be recorded, once it is known who its newcomers are. */
interface Candidate {
  readonly row: FilledRow;
  readonly meant: MeantBy;
  readonly commandId: Uuid;
  readonly streamId: Uuid;
}

/** Reads, tries and records the rows of one workbook. */
class Entering {
  private readonly faults: EntryFault[] = [];

  private constructor(
    private readonly ports: EntryPorts,
    private readonly request: EntryRequest,
    private readonly filled: FilledRows,
    private readonly people: EntryPeople,
    private readonly workbook: Uuid,
    private readonly fileHash: string,
  ) {}

  /** @rejects entry-workbook-refused */
  static async of(ports: EntryPorts, request: EntryRequest): Promise<Entering> {
    const { form, bytes, mayRegister } = request;
    const file = await ports.workbooks.read(bytes);
    if (!('cells' in file))
      throw new Rejected(
        reject('entry-workbook-refused', ...file.map(({ code, at, what }) => ({ at, code, message: what }))),
      );
    const filled = readRows(form, file);
    const { today } = ports.clock.now();
    const people = await peopleIn(ports, filled.rows, { bureau: form.bureau, today, mayRegister });
    const fileHash = hash('sha256', bytes, 'hex');
    const workbook = file.mark?.workbook ?? uuidV5('entry-file', fileHash);
    return new Entering(ports, request, filled, people, workbook, fileHash);
  }

  async enter(): Promise<EntryReport> {
    const { form, mode, principal } = this.request;
    const { offices } = this.ports;
    const seen = this.filled.rows.filter(({ office }) => office !== undefined && inScope(offices, principal, office));
    const ids = idsOfRows(this.workbook, form.command.type, this.filled.rows);
    const { found, known } = await recordedBefore(
      this.ports.store,
      ids,
      seen.map(({ row }) => row),
    );
    const candidates = await this.candidates(found, known);
    const good = await this.trying(candidates);
    const { rows } = this.filled;
    const report = (recorded: number, more: Partial<EntryReport> = {}): EntryReport => {
      const faulty = new Set(this.faults.map(({ row }) => row)).size;
      return {
        ...{ command: form.command.type, title: form.title, bureau: form.bureau, mode },
        ...{ rows: rows.length, good: rows.length - known.size - faulty, faulty, known: known.size, recorded },
        ...more,
        faults: this.faults.toSorted((a, b) => a.row - b.row),
      };
    };
    const nothing = mode === 'check' || good.length === 0 || (mode === 'all' && this.faults.length > 0);
    return nothing ? report(0) : this.record(good, mode, report);
  }

  /** Rows that can be made a command of; what is wrong with the others is noted. */
  private async candidates(
    found: ReadonlyMap<number, Uuid>,
    known: ReadonlySet<number>,
  ): Promise<readonly Candidate[]> {
    const candidates: Candidate[] = [];
    for (const [at, row] of this.filled.rows.entries()) {
      if (at % TURN === 0) await this.ports.turn();
      if (known.has(row.row)) continue;
      const meant = this.people.meant.get(row.row) as MeantBy;
      const commandId = found.get(row.row) as Uuid;
      const streamId = await this.streamOf(row, commandId);
      const wrong: readonly RejectionDetail[] = [
        ...row.faults,
        ...meant.faults,
        ...(row.office === undefined ? [{ at: 'office', code: 'missing' }] : []),
        ...('code' in streamId ? [streamId] : []),
      ];
      if (wrong.length === 0) candidates.push({ row, meant, commandId, streamId: (streamId as { id: Uuid }).id });
      else this.note(row, wrong, meant);
    }
    return candidates;
  }

  /** Notes what is wrong with a row, and whatever else its payload would be refused for. */
  private note(row: FilledRow, wrong: readonly RejectionDetail[], meant: MeantBy): void {
    const { form } = this.request;
    const { today } = this.ports.clock.now();
    const data = dataOf(row, meant.persons, (newcomer) => standInFor(form.bureau, newcomer));
    const noted = new Set(wrong.map(({ at }) => at.replace(/#.*$/, '')));
    const more = form.command.validate(data, today).filter(({ at }) => !noted.has(at.replace(/\[.*$/, '')));
    this.faults.push(...faultsInWords(this.ports.registry, form, this.filled.placed, row.row, [...wrong, ...more]));
  }

  /** The case a row goes on with, by its id or by a number of its own; a new one where it begins one. */
  private async streamOf(row: FilledRow, commandId: Uuid): Promise<{ readonly id: Uuid } | RejectionDetail> {
    const { opens, bureau, command } = this.request.form;
    const asked = row.stream?.trim();
    if (asked === undefined) return opens ? { id: uuidV5(commandId, 'stream') } : { at: 'streamId', code: 'missing' };
    if (isUuid(asked.toLowerCase())) return { id: asked.toLowerCase() };
    for (const kind of Object.keys(command.stream?.keyCodes ?? {})) {
      const id = await this.ports.store.holderOf(scopedKey(bureau, command.stream?.type ?? '', `${kind}:${asked}`));
      if (id !== undefined) return { id };
    }
    return { at: 'streamId', code: 'not-found' };
  }

  private commandOf({ row, meant, commandId, streamId }: Candidate, correlationId: Uuid, refOf: (key: string) => Uuid) {
    const { form, principal } = this.request;
    const data = dataOf(row, meant.persons, refOf);
    return commandOfRow(form, row, { data, commandId, streamId, principal, correlationId });
  }

  /** Sends the rows through the front door of a trial; gives those it would let in. */
  private async trying(candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
    const { bureau } = this.request.form;
    const trial = this.ports.handler.trial();
    const answers: Answer[] = [];
    for (let from = 0; from < candidates.length; from += TURN) {
      const commands = candidates
        .slice(from, from + TURN)
        .map((candidate) => this.commandOf(candidate, candidate.commandId, (newcomer) => standInFor(bureau, newcomer)));
      answers.push(...(await trial.handleMany(commands, false)));
      await this.ports.turn();
    }
    return this.sift(candidates, answers);
  }

  /** Notes what was refused; gives the rest. */
  private sift(candidates: readonly Candidate[], answers: readonly Answer[]): readonly Candidate[] {
    const { registry } = this.ports;
    const rows = new Map(candidates.map(({ row, streamId }) => [streamId, row.row]));
    return candidates.filter(({ row }, at) => {
      const answer = answers[at];
      if (!isRefused(answer)) return true;
      this.faults.push(
        ...rejectionInWords(registry, this.request.form, this.filled.placed, row.row, answer, (id) => rows.get(id)),
      );
      return false;
    });
  }

  private async record(
    good: readonly Candidate[],
    mode: 'all' | 'good',
    report: (recorded: number, more?: Partial<EntryReport>) => EntryReport,
  ): Promise<EntryReport> {
    const { principal, form } = this.request;
    const { offices, batches, clock } = this.ports;
    const batch = uuidV5('entry-batch', ...good.map(({ commandId }) => commandId));
    const refOf = await this.registerNewcomers(good);
    const commands = good.map((candidate) => this.commandOf(candidate, batch, refOf));
    const faulty = new Set(this.faults.map(({ row }) => row)).size;
    await batches.keep(
      {
        ...{ batchId: batch, workbook: this.workbook, command: form.command.type, bureau: form.bureau },
        offices: [...new Set(commands.map(({ office }) => office))].filter((code) => offices.find(code) !== undefined),
        ...{ sentBy: principal.name, sentAt: clock.now().now, fileHash: this.fileHash, mode },
        ...{ rows: this.filled.rows.length, faulty },
      },
      good.map(({ row, commandId, streamId }) => ({ row: row.row, commandId, streamId })),
    );
    const answers: Answer[] = [];
    const slice = mode === 'all' ? commands.length : SLICE;
    for (let from = 0; from < commands.length; from += slice)
      answers.push(...(await this.ports.send(commands.slice(from, from + slice), mode === 'all')));
    this.sift(good, answers);
    const receipts = answers.filter((answer): answer is Receipt => !isRefused(answer));
    const recorded = receipts.filter((receipt) => receipt.recorded);
    const position = Math.max(0, ...recorded.map((receipt) => receipt.position));
    return report(recorded.length, recorded.length === 0 ? {} : { batch, position });
  }

  /** Registers whom the rows name for the first time; gives their references. */
  private async registerNewcomers(good: readonly Candidate[]): Promise<(newcomer: string) => Uuid> {
    const wanted = new Set(
      good.flatMap(({ meant }) =>
        [...meant.persons.values()].flat().flatMap((one) => ('newcomer' in one ? [one.newcomer] : [])),
      ),
    );
    const newcomers = [...this.people.newcomers].filter(([key]) => wanted.has(key));
    const refs = await this.ports.persons.registerMany(
      this.request.form.bureau,
      newcomers.map(([, details]) => details),
    );
    const found = new Map(newcomers.map(([key], at) => [key, refs[at] as Uuid]));
    return (newcomer) => found.get(newcomer) as Uuid;
  }
}

/**
 * Enters a filled workbook: each row is a command, and goes through the front door like any other. It is tried first, with
 * nothing behind the door; what is recorded has been tried as a whole. The same rows again are recorded once.
 * @rejects entry-workbook-refused
 */
export const enterWorkbook = async (ports: EntryPorts, request: EntryRequest): Promise<EntryReport> =>
  (await Entering.of(ports, request)).enter();

/** Where the faults of a report are shown in the file: a row that is wrong as a whole at its first column. */
export const marksOf = ({ faults }: Pick<EntryReport, 'faults'>): Marks => {
  const cells = faults.map(({ row, column }) => ({ row, column: column === undefined ? 1 : numberOf(column) }));
  const byRow = Map.groupBy(faults, ({ row }) => row);
  return {
    cells: [...new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell])).values()],
    rows: [...byRow].map(([row, of]) => ({ row, reasons: of.map(({ reason }) => reason).join('；') })),
  };
};

const numberOf = (letters: string): number => [...letters].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0);
