import type { CommandBus } from '@nestjs/cqrs';
import { setImmediate as turn } from 'node:timers/promises';
import { commandTitle } from '#application/describe-lines.js';
import type { EntryPorts } from '#application/entry/enter-workbook.js';
import { type EntryForm, entryFormOf } from '#application/entry/entry-form.js';
import type { BatchPorts } from '#application/entry/reverse-batch.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import { entryWorkbooks } from '../../documents/entry-workbooks.js';
import { type Platform, wholeOf } from '../../platform/platform.js';
import { maySend } from '../callers/permissions.js';
import { Dispatch } from '../commands/dispatch.js';
import { readingOf } from '../queries/scope.js';

/** What is tried and sent is decided of the whole, as the commands themselves are; the front door looks at the caller. */
export const entryPortsOf = (platform: Platform, bus: CommandBus): EntryPorts & BatchPorts => {
  const { registry, offices, store, persons, handler, clock, entryBatches: batches } = wholeOf(platform);
  return {
    ...{ registry, offices, store, persons, handler, clock, batches, workbooks: entryWorkbooks },
    turn: () => turn(),
    maySend: ({ roles }, type) => maySend(registry, roles, type),
    send: (commands, atomic) => bus.execute(new Dispatch(commands, atomic)),
  };
};

/**
 * The workbook of a command for a caller, with the offices he records for.
 * @rejects unknown-command, not-permitted, not-found
 * @rejects entry-not-flat  the command says more than a row can hold
 */
export const formFor = (
  { registry, offices }: Platform,
  caller: Principal,
  type: string,
  asked: { readonly bureau?: string },
): EntryForm => {
  const command = registry.commands.get(type);
  if (command === undefined || command.line.people !== undefined) throw new Rejected(reject('unknown-command'));
  if (!maySend(registry, caller.roles, type)) throw new Rejected(reject('not-permitted'));
  const reading = readingOf(offices, caller, asked);
  const own = reading.offices.flatMap((code) => offices.find(code) ?? []);
  const title = commandTitle(registry, command);
  const form = entryFormOf(registry, command, { bureau: reading.bureau, offices: own, title });
  if (form === undefined) throw new Rejected(reject('entry-not-flat'));
  return form;
};
