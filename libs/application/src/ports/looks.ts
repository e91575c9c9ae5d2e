import type { BureauCode, Instant, Uuid } from '../kernel.js';
import type { Look, LookPurpose, NewLook } from '../looks/look.js';

/** Which looks are asked for; all that is given has to hold. */
export interface LookQuestion {
  /** Records of one person: looks at any of them. */
  readonly subjects?: readonly Uuid[];
  /** Name of who looked. */
  readonly caller?: string;
  readonly purpose?: LookPurpose;
  /** From this instant on, and before that one. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** Looks at persons of these bureaus; all where left out. */
  readonly bureaus?: readonly BureauCode[];
  /** Only looks at minors. */
  readonly minors?: true;
  /** Position of the last look of the page before. */
  readonly before?: number;
  readonly limit: number;
}

/** Keeps records of looking. They are added and read, never changed; whole months go when they have been kept long enough. */
export interface Looks {
  /**
   * On disk when it answers.
   * @rejects look-not-recorded
   */
  write(look: NewLook): Promise<void>;
  /** Newest first. */
  find(question: LookQuestion): Promise<readonly Look[]>;
  /**
   * Drops what is older than three years (`DAYS_KEPT`), and puts that on record. Gives the last position that is gone; undefined
   * where nothing was old enough.
   */
  expire(): Promise<number | undefined>;
}
