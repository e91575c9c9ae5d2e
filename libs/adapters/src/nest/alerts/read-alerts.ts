import { titleOf } from '#application/describe-lines.js';
import type { Alert } from '#application/ports/alerts.js';
import type { Registry } from '#application/registry.js';
import type { Principal } from '#kernel/command.js';
import type { Platform } from '../../platform/platform.js';
import { withoutHidden } from '../persons/desk.js';
import { evidenceAddress } from '../queries/evidence-address.js';
import { readingOf } from '../queries/scope.js';
import type { AlertsQuery } from './alerts.dto.js';

/** An alert in words, with where to look it up. */
export type ShownAlert = Omit<Alert, 'item' | 'bureau'> & {
  readonly state: 'open' | 'ended';
  readonly kindTitle: string;
  readonly title: string;
  /** The sheet or case; null where its line is not served here. */
  readonly case: string | null;
  /** Of a figure: the records behind it, as it stood when the alert was told. */
  readonly evidenceAt?: string;
};

export interface AlertPage {
  readonly bureau: string;
  readonly alerts: readonly ShownAlert[];
  readonly next?: number;
}

const PAGE = 50;

const shown = (registry: Registry, { item: _, bureau, ...alert }: Alert, place: string | undefined): ShownAlert => ({
  ...alert,
  state: alert.endedOn === null ? 'open' : 'ended',
  kindTitle: titleOf(registry, `alert.${alert.kind}`),
  title: titleOf(registry, alert.kind === 'pace' ? alert.evidence.indicator : alert.evidence.deadline),
  case: place ?? null,
  ...(alert.kind === 'pace' && { evidenceAt: evidenceAddress(bureau, alert.evidence, alert.evidence, alert.position) }),
});

/** Alerts of the offices a caller may see. */
export const readAlerts = async (platform: Platform, caller: Principal, asked: AlertsQuery): Promise<AlertPage> => {
  const { alerts, offices, registry, store } = platform;
  const { state = 'open', kind, before, limit = PAGE } = asked;
  const { bureau, offices: visible } = readingOf(offices, caller, asked);
  const rows = await alerts.list({
    ...{ bureau, offices: visible, state, limit },
    ...(kind !== undefined && { kind }),
    ...(before !== undefined && { before }),
  });
  const streams = await store.loadMany([...new Set(rows.map(({ streamId }) => streamId))]);
  const last = rows.at(-1);
  return {
    bureau,
    alerts: await withoutHidden(
      platform,
      caller,
      rows.map((row) => {
        const type = streams.get(row.streamId)?.streamType;
        const served = type !== undefined && registry.stream(type) !== undefined;
        return shown(registry, row, served ? `/v1/${type.replace('.', '/')}/${row.streamId}` : undefined);
      }),
    ),
    ...(rows.length === limit && last !== undefined ? { next: last.id } : {}),
  };
};
