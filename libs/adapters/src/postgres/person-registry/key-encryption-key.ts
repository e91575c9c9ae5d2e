/** A key as it is wrapped: with the place it belongs to, at which alone it can be unwrapped. */
export interface KeyAtPlace {
  readonly bytes: Buffer;
  readonly place: string;
}

export interface WrappedAtPlace {
  readonly text: string;
  readonly place: string;
}

/**
 * What keeps the keys of persons from being of use to who has the database: a key in a file, or a device that never gives
 * its key away. It wraps and unwraps keys, never data. Every wrapped text begins with a head that says which key made it.
 */
export interface KeyEncryptionKey {
  /** Head of what it wraps from now on. */
  head(): Promise<string>;
  /** Whether it can unwrap a text, judged by its head. */
  wraps(text: string): Promise<boolean>;
  /** In order. */
  wrap(keys: readonly KeyAtPlace[]): Promise<readonly string[]>;
  /** In order. @throws WrongKey when another key wrapped one; Error when one was altered or moved */
  unwrap(wrapped: readonly WrappedAtPlace[]): Promise<readonly Buffer[]>;
}
