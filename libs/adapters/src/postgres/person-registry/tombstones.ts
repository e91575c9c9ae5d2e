import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { isUuid, type Uuid } from '#kernel/ids.js';

/** Keeps, outside the database, whose keys were destroyed, so that no backup brings one of them back. */
export interface Tombstones {
  /** Durable when it returns; to be called before the key is destroyed. */
  add(personRef: Uuid): void;
  all(): readonly Uuid[];
}

/** Where the erasures under a key file are recorded: beside it. */
export const tombstonesBeside = (keyFile: string): string => `${keyFile}.destroyed`;

/** A file that is only ever added to, beside the master key: one reference a line. */
export class TombstoneFile implements Tombstones {
  constructor(private readonly file: string) {}

  add(personRef: Uuid): void {
    mkdirSync(dirname(this.file), { recursive: true, mode: 0o711 });
    // A line begins on a line of its own even where the one before was cut short by a crash.
    const place = openSync(this.file, 'a', 0o600);
    try {
      writeSync(place, `\n${personRef}\n`);
      fsyncSync(place);
    } finally {
      closeSync(place);
    }
  }

  all(): readonly Uuid[] {
    try {
      return [...new Set(readFileSync(this.file, 'utf8').split('\n').filter(isUuid))];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}
