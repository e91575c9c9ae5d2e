import type { BalanceChange } from '#application/ports/ledger.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import type { LiveQuery, ScopeQuery } from '../queries/query.dto.js';
import { readingOf } from '../queries/scope.js';

/** Figures that somebody keeps before his eyes. */
export interface Sight {
  readonly caller: Principal;
  readonly scope: ScopeQuery;
  /** In their order, so that who sees the same asks the same. */
  readonly codes: readonly string[];
  /** As texts a period is asked for by. */
  readonly periods: readonly string[];
  /** The one among the codes that is also seen by office, over the first of the periods. */
  readonly byOffice?: string;
  /** Whether a balance is in scope. */
  readonly sees: (change: BalanceChange) => boolean;
}

const invalid = (places: readonly string[], code: string): Rejected =>
  new Rejected(reject('invalid-data', ...places.map((at) => ({ at, code }))));

/**
 * What a caller asks to be told of, checked as reading it would be; undefined where he asks for no figures.
 * @rejects invalid-data codes without periods or the other way round, codes that no line declares
 * @rejects not-found    as `readingOf` does
 */
export const sightOf = (
  { offices, registry }: Pick<Platform, 'offices' | 'registry'>,
  caller: Principal,
  { codes, periods, 'by-office': byOffice, ...scope }: LiveQuery,
  sees: Sight['sees'],
): Sight | undefined => {
  if (codes === undefined && periods === undefined && byOffice === undefined) return undefined;
  if (codes === undefined) throw invalid(['codes'], 'missing');
  if (periods === undefined) throw invalid(['periods'], 'missing');
  const all = [...new Set([...codes.split(','), ...(byOffice === undefined ? [] : [byOffice])])].sort();
  const unknown = all.filter((code) => !registry.indicators.has(code));
  if (unknown.length > 0) throw invalid(unknown, 'not-found');
  readingOf(offices, caller, scope);
  const compared = byOffice === undefined ? {} : { byOffice };
  return { caller, scope, codes: all, periods: periods.split(','), ...compared, sees };
};
