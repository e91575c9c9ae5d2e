import type { IncomingHttpHeaders } from 'node:http';
import type { Command, Principal } from '#kernel/command.js';
import { type Uuid, isUuid, uuidV5 } from '#kernel/ids.js';
import { type RejectionDetail, Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import type { CommandEnvelope } from './envelope.dto.js';

const LONGEST_KEY = 200;
const VERSION = /^(?:W\/)?"(\d{1,9})"$/;

/** What the headers say about a command. */
export interface Precondition {
  readonly commandId: Uuid;
  readonly expectedVersion?: number;
}

/**
 * Reads `Idempotency-Key` (a UUID is the command id; any other text is one of the caller's own) and `If-Match`.
 * @rejects invalid-data the key is missing or too long, or the version is not `"<number>"`
 */
export const preconditionOf = (headers: IncomingHttpHeaders, caller: Principal): Precondition => {
  const key = headers['idempotency-key'];
  const match = headers['if-match'];
  const wrong: RejectionDetail[] = [];
  if (typeof key !== 'string' || key.trim() === '') wrong.push({ at: 'Idempotency-Key', code: 'missing' });
  else if (key.length > LONGEST_KEY) wrong.push({ at: 'Idempotency-Key', code: 'too-long' });
  const version = match === undefined ? undefined : VERSION.exec(match)?.[1];
  if (match !== undefined && version === undefined) wrong.push({ at: 'If-Match', code: 'wrong-form' });
  if (wrong.length > 0) throw new Rejected(reject('invalid-data', ...wrong));
  const commandId = isUuid(key) ? key : uuidV5(caller.name, String(key));
  return version === undefined ? { commandId } : { commandId, expectedVersion: Number(version) };
};

/** A command as the front door takes it. The office names the bureau; one that does not exist is refused there. */
export const commandOf = (
  platform: Pick<Platform, 'offices'>,
  what: { readonly type: string; readonly streamId: Uuid; readonly caller: Principal; readonly correlationId: Uuid },
  envelope: CommandEnvelope,
  precondition: Precondition,
): Command => {
  const { type, streamId, caller, correlationId } = what;
  const { office, data, evidence, approvedBy, source } = envelope;
  return {
    type,
    streamId,
    data,
    commandId: precondition.commandId,
    bureau: platform.offices.find(office)?.bureau ?? '',
    office,
    principal: caller,
    source: source ?? 'MANUAL',
    correlationId,
    ...(evidence === undefined ? {} : { evidence: evidence.map(({ ...item }) => item) }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(precondition.expectedVersion === undefined ? {} : { expectedVersion: precondition.expectedVersion }),
  };
};
