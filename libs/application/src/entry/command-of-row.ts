import { canonicalJson } from '#kernel/canonical.js';
import { type Command, type Principal, type Uuid, uuidV5 } from '../kernel.js';
import type { EntryForm } from './entry-form.js';
import type { Meant } from './entry-people.js';
import { type FilledRow, setAt } from './read-rows.js';

/** Ids of a row's command, one for each time it may be recorded: again only after it was voided. */
export type CommandIds = (time: number) => Uuid;

/**
 * Gives the rows of a workbook their ids: by what they say, and the how-manieth of those that say the same it is. Rows that
 * are moved, or stand among others that were put right, keep theirs.
 */
export const idsOfRows = (
  workbook: Uuid,
  type: string,
  rows: readonly FilledRow[],
): ReadonlyMap<number, CommandIds> => {
  const seen = new Map<string, number>();
  return new Map(
    rows.map(({ row, content }) => {
      const text = canonicalJson(content);
      const nth = (seen.get(text) ?? 0) + 1;
      seen.set(text, nth);
      return [row, (time) => uuidV5('entry-row', workbook, type, text, String(nth), String(time))];
    }),
  );
};

/** The payload a row stands for. `refOf` says who a newcomer is. */
export const dataOf = (
  { data }: FilledRow,
  persons: ReadonlyMap<string, Meant | readonly Meant[]>,
  refOf: (newcomer: string) => Uuid,
): Readonly<Record<string, unknown>> => {
  const whole = structuredClone(data) as Record<string, unknown>;
  const refs = (meant: Meant): Uuid => ('ref' in meant ? meant.ref : refOf(meant.newcomer));
  for (const [path, meant] of persons) {
    setAt(whole, path, 'length' in meant ? meant.map(refs) : refs(meant));
  }
  return whole;
};

/** The command of a row, as the front door takes it. */
export const commandOfRow = (
  form: EntryForm,
  { office = '', evidence, approvedBy }: FilledRow,
  said: {
    readonly data: object;
    readonly commandId: Uuid;
    readonly streamId: Uuid;
    readonly principal: Principal;
    readonly correlationId: Uuid;
  },
): Command => ({
  ...said,
  type: form.command.type,
  bureau: form.bureau,
  office,
  source: 'IMPORT',
  ...(evidence === undefined ? {} : { evidence }),
  ...(approvedBy === undefined ? {} : { approvedBy }),
});
