import type { CaseFile, Impact } from '../api/answers.js';
import { call } from '../api/call.js';
import { send } from '../api/outbox.js';
import { pathOf } from '../forms/command-path.js';
import { newId } from '../forms/new-id.js';

/** A command of a case: `corrections.RequestVoid`, and its payload. */
export interface CaseCommand {
  readonly type: string;
  readonly data: unknown;
}

/** What a command would move if it were sent now; nothing is recorded. @throws Refused; NotReached */
export const impactOf = ({ streamId, owner }: CaseFile, { type, data }: CaseCommand): Promise<Impact> =>
  call<Impact>('POST', '/v1/commands/impact', { body: { type, streamId, office: owner, data } });

/** Sends a command in the name of the office the case is with. @throws Refused; NotReached after it was kept */
export const sendOn = ({ streamType, streamId, owner }: CaseFile, { type, data }: CaseCommand, title: string) =>
  send({
    commandId: newId(),
    title,
    path: pathOf(streamType, streamId, type),
    headers: {},
    body: { office: owner, data },
  });
