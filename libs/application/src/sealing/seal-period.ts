import { type Explanation, type Seal, sealHash } from '#kernel/seal.js';
import type { SheetPorts } from '../evaluation/read-sheets.js';
import { explanationsOf } from '../explain-findings.js';
import type { CommandHandler } from '../handle-command.js';
import { type Command, type Principal, Rejected, type Uuid, reject, uuidV5 } from '../kernel.js';
import { inScope } from '../office-scope.js';
import type { Clock } from '../ports/clock.js';
import { type Books, type BooksOf, type BooksPorts, type RecordedSeal, booksOf, periodsOf } from './books.js';
import type { MayClose } from './check-books.js';
import { type FreezingPorts, freezeFigures } from './freeze-figures.js';
import { headOffice } from './head-office.js';
import { usualChecks } from './may-close.js';

export interface SealPorts extends BooksPorts, FreezingPorts {
  readonly store: BooksPorts['store'] & SheetPorts['store'];
  readonly handler: Pick<CommandHandler, 'handle'>;
  readonly clock: Clock;
  /** Makes the registry know the newest definitions of bureaus. */
  readonly definitions: { refresh(): Promise<void> };
  /** A position the figures have reached, not before anything that was acknowledged when it was asked. */
  readonly position: () => Promise<number>;
  readonly mayClose?: MayClose;
}

/** Who closes what, and why findings that block do not keep it open. */
export interface ClosingRequest extends BooksOf {
  readonly principal: Principal;
  readonly correlationId: Uuid;
  /** By rule of the finding; `*` answers every finding. */
  readonly explanations?: readonly Explanation[];
}

export interface Closed {
  readonly streamId: Uuid;
  readonly seal: RecordedSeal;
  /** False when the books were closed already, by this request before or by somebody else. */
  readonly recorded: boolean;
}

/**
 * Closes the books of a period: picks one position, computes every figure as known there, and records the seal by the front
 * door. Nothing is stored but that one event, so that whatever ends it leaves the books open or sealed; asked again, or by two
 * at once, it gives the one seal there is.
 * @rejects not-found       no such field of work, or a bureau that is not the caller's
 * @rejects period-blocked  findings without an explanation, each named
 */
export const closePeriod = async (ports: SealPorts, request: ClosingRequest): Promise<Closed> => {
  const { registry, handler } = ports;
  if (registry.line(request.line) === undefined)
    throw new Rejected(reject('not-found', { at: 'line', code: 'not-found' }));
  // Told before anything is looked at: whoever may not close the books learns nothing of them.
  if (!inScope(ports.offices, request.principal, headOffice(ports.offices, request.bureau)))
    throw new Rejected(reject('not-found', { at: 'bureau', code: 'not-found' }));
  const books = await booksOf(ports, request);
  const standing = sealInForce(books);
  if (standing !== undefined) return { streamId: books.streamId, seal: standing, recorded: false };
  const number = books.seals.length + 1;
  const seal = await drawUp(ports, request, number);
  try {
    await handler.handle(closingCommand(ports, request, books.streamId, seal));
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    // Somebody was first, and perhaps it was us: then theirs is the seal.
    const sealed = (await booksOf(ports, request)).seals[number - 1];
    if (sealed === undefined) throw error;
    return { streamId: books.streamId, seal: sealed, recorded: false };
  }
  const sealed = (await booksOf(ports, request)).seals[number - 1];
  if (sealed === undefined) throw new Error(`seal ${number} of ${books.streamId} was recorded and is not there`);
  return { streamId: books.streamId, seal: sealed, recorded: true };
};

/** The seal of books that are closed. */
export const sealInForce = ({ state, seals }: Books): RecordedSeal | undefined =>
  state === 'closed' ? seals.at(-1) : undefined;

/** Characters of figures in a seal, most of them digits: a topic refuses a record of more than a million bytes. */
const LARGEST = 800_000;

/** The seal as it would be now. @rejects period-blocked, seal-too-large */
const drawUp = async (ports: SealPorts, request: ClosingRequest, number: number): Promise<Seal> => {
  const { bureau, line, period } = request;
  await ports.definitions.refresh();
  const position = await ports.position();
  const { today } = ports.clock.now();
  const findings = await (ports.mayClose ?? usualChecks)(ports, { bureau, line, period, position, today });
  const explained = explanationsOf(findings, request.explanations ?? [], 'period-blocked');
  const figures = await freezeFigures(ports, request, position, today);
  if (JSON.stringify(figures).length > LARGEST) throw new Rejected(reject('seal-too-large'));
  const frozen = { bureau, businessLine: line, ...period, number, position, figures };
  return { closedOn: today, ...frozen, explained, hash: sealHash(frozen) };
};

const closingCommand = (
  { registry, offices }: SealPorts,
  { bureau, principal, correlationId }: ClosingRequest,
  streamId: Uuid,
  seal: Seal,
): Command => ({
  type: periodsOf(registry).close,
  streamId,
  data: seal,
  // The same seal of the same period is the same command, whoever sends it.
  commandId: uuidV5('seal', streamId, String(seal.number)),
  bureau,
  office: headOffice(offices, bureau),
  principal,
  source: 'SYSTEM',
  correlationId,
});
