import type { Answer } from '#kernel/finding.js';
import { findingStreamId } from '#kernel/finding.js';
import type { CommandHandler } from '../handle-command.js';
import { type BureauCode, type Period, type Principal, type Receipt, Rejected, type Uuid, reject } from '../kernel.js';
import { inScope } from '../office-scope.js';
import type { Clock } from '../ports/clock.js';
import { periodsOf } from '../sealing/books.js';
import { headOffice } from '../sealing/head-office.js';
import { type FindingToSettle, type SettlePorts, findingsToSettle, placeName } from './findings-to-settle.js';

export interface AnswerPorts extends SettlePorts {
  readonly handler: Pick<CommandHandler, 'handle'>;
  readonly clock: Clock;
  /** Makes the registry know the newest definitions of bureaus. */
  readonly definitions: { refresh(): Promise<void> };
  /** A position the figures have reached, not before anything that was acknowledged when it was asked. */
  readonly position: () => Promise<number>;
}

/** Who says what to which finding. */
export interface AnswerRequest {
  readonly bureau: BureauCode;
  readonly period: Period;
  /** Its id. */
  readonly finding: string;
  readonly answer: Answer;
  readonly reason: string;
  readonly principal: Principal;
  /** The role in which the person answers. */
  readonly role: string;
  readonly commandId: Uuid;
  readonly correlationId: Uuid;
}

/** Longest text an event keeps of what was found. */
const LONGEST = 2000;
const LONGEST_PLACE = 200;

/** Only what is to be read can be read and found in order; only what is known to be wrong can be explained. */
const fits = ({ needs, state }: FindingToSettle, answer: Answer): boolean => {
  switch (answer) {
    case 'in-order':
      return needs !== undefined;
    case 'explained':
      return needs === undefined || state === 'wrong' || state === 'explained';
    case 'wrong':
      return true;
  }
};

/**
 * Records what a named person says to a finding that stands: why it does, that what was read is in order, or that it is wrong.
 * The answer is to the finding as it is; where its numbers change, it is asked again.
 * @rejects not-found           no such finding stands any more, or of a bureau that is not the caller's
 * @rejects answer-does-not-fit a contradiction is not read away, nor something unread explained
 */
export const answerFinding = async (ports: AnswerPorts, request: AnswerRequest): Promise<Receipt> => {
  const { registry, offices, clock, handler } = ports;
  const { bureau, period, finding: id, answer, reason, role, principal, commandId, correlationId } = request;
  const office = headOffice(offices, bureau);
  if (!inScope(offices, principal, office))
    throw new Rejected(reject('not-found', { at: 'bureau', code: 'not-found' }));
  await ports.definitions.refresh();
  const position = await ports.position();
  const { today } = clock.now();
  const found = (await findingsToSettle(ports, { bureau, period, position, today })).find((item) => item.id === id);
  if (found === undefined) throw new Rejected(reject('not-found', { at: 'finding', code: 'not-found' }));
  if (!fits(found, answer))
    throw new Rejected(reject('answer-does-not-fit', { at: 'answer', code: 'answer-does-not-fit' }));
  const { scheme, from, to } = period;
  return handler.handle({
    type: periodsOf(registry).findings.answer,
    streamId: findingStreamId(bureau, id),
    data: {
      ...{ answeredOn: today, bureau, scheme, from, to, finding: id, rule: found.rule },
      ...{ place: placeName(found).slice(0, LONGEST_PLACE), said: found.message.slice(0, LONGEST) },
      ...{ answer, reason, role },
    },
    ...{ commandId, bureau, office, principal, correlationId },
    source: 'MANUAL',
  });
};
