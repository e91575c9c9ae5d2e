import type { Instant, Uuid } from '../kernel.js';

/** An installation that was made as a demo. */
export interface Demo {
  readonly markedAt: Instant;
  /** Identity of its log. */
  readonly logId: Uuid;
  /** Events in the log. */
  readonly events: number;
  /** Those among them that somebody who may sign in recorded: they did not come with the demo. */
  readonly recorded: number;
}

/** Whether this installation is a demo. Nothing makes one of an installation in use, and nothing makes a demo anything else. */
export interface DemoMark {
  /** Marks an installation nobody has used yet; gives whether it is a demo, from now on or from before. */
  mark(): Promise<boolean>;
  /** Undefined where it is none. */
  read(): Promise<Demo | undefined>;
}
