import type pg from 'pg';
import { FactPoster } from '#application/post-facts.js';
import type { DefinitionStore } from '#application/ports/definitions.js';
import { Projector } from '#application/run-view.js';
import { type RebuildReport, rebuild } from '../postgres/ledger/rebuild.js';
import type { Platform } from './platform.js';

type Parts = Pick<Platform, 'registry' | 'store' | 'feed' | 'calendar'> & {
  readonly pool: pg.Pool;
  readonly definitionStore: DefinitionStore;
};

/**
 * Derives all rows again beside the live ones, with every definition of a bureau there is, and puts them in their place.
 * `mark`: number of what they are derived with; that of the newest definition, or of the live rows, where none is given.
 */
export const deriveAgain = async (
  { pool, registry, store, feed, calendar, definitionStore }: Parts,
  onProgress?: (events: number) => void,
  mark = 0,
): Promise<RebuildReport> => {
  const stored = await definitionStore.all();
  const definitions = Math.max(mark, stored.at(-1)?.id ?? 0, await definitionStore.live());
  const all = registry.copy();
  all.adopt(stored, definitions);
  return rebuild(pool, {
    measures: [...all.measures.values()],
    definitions,
    fold: (sink, history) => new FactPoster(all, calendar(), history, sink),
    catchUp: (projections) => new Projector({ store, feed, projections, registry: all, calendar }).catchUp(),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
};
