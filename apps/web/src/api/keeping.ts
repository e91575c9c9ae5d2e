/** What whoever keeps the system looks after, as the API tells it. */
export interface FeedReader {
  readonly reader: 'figures' | 'relay' | 'flows' | 'chain' | 'look-chain';
  readonly used: boolean;
  readonly position: number;
  readonly head: number;
  /** Milliseconds. */
  readonly lag: number;
  readonly partitions: readonly { readonly name: string; readonly position: number; readonly published: number }[];
}
export interface RefusedFlow {
  readonly flow: string;
  readonly position: number;
  readonly event: string;
  readonly command: string;
  readonly commandTitle: string;
  readonly streamId: string;
  readonly code: string;
  readonly reason: string;
}
export interface Feeds {
  readonly readers: readonly FeedReader[];
  readonly refused: readonly RefusedFlow[];
}
export interface ParkedRecord {
  readonly streamId: string;
  readonly title: string;
  readonly bureau: string;
  readonly position: number;
  readonly event: string;
  readonly reason: string;
  readonly parkedAt: string;
}
export type BackupWork = 'backup' | 'drill';
export interface BackupStand {
  readonly status: 'good' | 'degraded' | 'off';
  readonly underWay: BackupWork | null;
  readonly drills: readonly {
    readonly at: string;
    readonly ok: boolean;
    readonly base: string | null;
    readonly head: number;
    readonly events: number;
    readonly seconds: number;
    readonly problems: readonly string[];
  }[];
}
