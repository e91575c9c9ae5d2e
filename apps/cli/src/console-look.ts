import { userInfo } from 'node:os';
import type { Platform } from '#adapters/platform/platform.js';
import type { LookPurpose } from '#application/looks/look.js';
import type { BureauCode } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';

/** Who works on the machine itself, as records name him: `os:` and the account he is logged in with. */
export const consoleUser = (): string => `os:${userInfo().username}`;

/** Where he does: no network lies between. */
export const CONSOLE = 'console';

/**
 * Puts on record what somebody takes out on the machine itself. Comes before the first line of it.
 * @rejects look-not-recorded
 */
export const recordAtConsole = async (
  { looks, persons, ids }: Pick<Platform, 'looks' | 'persons' | 'ids'>,
  purpose: LookPurpose,
  {
    job,
    object,
    named = [],
    bureau,
  }: {
    readonly job: string;
    readonly object: string;
    /** References; those of nobody registered are left out. */
    readonly named?: readonly Uuid[];
    readonly bureau?: BureauCode;
  },
): Promise<void> => {
  const found = named.length === 0 ? new Map<Uuid, BureauCode>() : await persons.bureausOf([...new Set(named)]);
  await looks.write({
    ...{ name: consoleUser(), roles: [], offices: [], address: CONSOLE, requestId: ids.next() },
    ...{ purpose, route: `taizhang ${job}`, object, subjects: [...found.keys()], minors: [] },
    bureaus: [...new Set([...found.values(), ...(bureau === undefined ? [] : [bureau])])],
  });
};
