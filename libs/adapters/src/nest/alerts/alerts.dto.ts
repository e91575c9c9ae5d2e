import { Type } from 'class-transformer';
import { alertKinds } from '#application/ports/alerts.js';
import { ScopeQuery } from '../queries/query.dto.js';
import { Maybe, OneOf, Whole } from '../web/field-checks.js';

export const alertStates = ['open', 'ended', 'all'] as const;

export class AlertsQuery extends ScopeQuery {
  /** Those that stand, where left out. */
  @Maybe()
  @OneOf(alertStates)
  readonly state?: (typeof alertStates)[number];

  @Maybe()
  @OneOf(alertKinds)
  readonly kind?: (typeof alertKinds)[number];

  /** `next` of the page before. */
  @Maybe()
  @Type(() => Number)
  @Whole(1, Number.MAX_SAFE_INTEGER)
  readonly before?: number;

  @Maybe()
  @Type(() => Number)
  @Whole(1, 500)
  readonly limit?: number;
}
