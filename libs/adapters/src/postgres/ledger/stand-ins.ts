import { type Merger, resolveMergers } from '#application/persons/mergers.js';
import type { Reading } from '#application/ports/ledger.js';
import type { Uuid } from '#kernel/ids.js';
import type { Snapshot } from './snapshot.js';

/**
 * Records of persons that, as known at the reading's cut-off, stand for another record of the same person, and for which: two
 * lists of one length. Whatever the date they are counted for: two records of one person always were one person.
 */
export const standIns = async (
  snapshot: Snapshot,
  { bureau, asOf }: Reading,
  merged: string | undefined,
): Promise<{ readonly persons: readonly Uuid[]; readonly stand: readonly Uuid[] }> => {
  const rows =
    merged === undefined
      ? []
      : await snapshot.rows<Merger>(
          `select p.person, p.splits::json ->> 'into' as into
           from ledger.measure m join ${snapshot.schema}.entry p on p.measure_id = m.id
           where m.code = $2 and p.bureau = $1 and p.position <= $3 and p.person is not null
           group by 1, 2 having sum(p.amount) > 0`,
          [bureau, merged, asOf ?? Number.MAX_SAFE_INTEGER],
        );
  const resolved = [...resolveMergers(rows)];
  return { persons: resolved.map(([person]) => person), stand: resolved.map(([, stand]) => stand) };
};
