import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Places } from '#application/office-scope.js';

interface Keys {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

/**
 * Seals what a session is told about its caller, with keys that the session itself cannot read: `caller.scope` in the database
 * believes nothing else. Whoever breaks into a query of one caller can therefore not name another's offices.
 */
export class ScopeSeal {
  private constructor(private readonly keys: Keys) {}

  /** @throws Error where the connection may not read the keys, or the database was not migrated */
  static async open(client: Pick<pg.ClientBase, 'query'>): Promise<ScopeSeal> {
    const { rows } = await client.query<Keys>('select inner_key as inner, outer_key as outer from caller.secret');
    if (rows[0] === undefined) throw new Error('caller.secret is empty: the database was not migrated');
    return new ScopeSeal(rows[0]);
  }

  /** Hash of a text under both keys (HMAC-SHA-256 with independent keys), hex. */
  of(text: string): string {
    const inner = createHash('sha256').update(this.keys.inner).update(text).digest();
    return createHash('sha256').update(this.keys.outer).update(inner).digest('hex');
  }

  /** What the setting `taizhang.scope` of one session holds; `session`: process id of its backend. */
  scope(name: string, places: Places, session: number): string {
    const body = JSON.stringify({ session, name: [name], ...places });
    return `${this.of(body)}.${body}`;
  }
}
