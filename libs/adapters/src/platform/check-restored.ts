import type { LineDefinition } from '#application/define-line.js';
import { LEDGER_VIEW } from '#application/project-slice.js';
import { verifyLedger } from '../postgres/verify/verify-ledger.js';
import { openPlatform } from './open-platform.js';

/**
 * Looks a restored database through: brings its figures to the end of its log, and holds every posting and balance against an
 * independent slow fold. No key of persons is needed, and none is made. Gives what is wrong.
 */
export const checkRestored = async (
  databaseUrl: string,
  lines: readonly LineDefinition[],
): Promise<readonly string[]> => {
  const platform = await openPlatform({ databaseUrl, lines });
  try {
    const { pool, store, registry, projections, projector } = platform;
    await projections.feedFromLog(LEDGER_VIEW);
    await projector.catchUp();
    const { differences, balances } = await verifyLedger({ pool, store, registry, calendar: platform.calendar() });
    return differences.length + balances.length === 0
      ? []
      : [`${differences.length} sums of postings and ${balances.length} balances differ from the events`];
  } finally {
    await platform.close();
  }
};
