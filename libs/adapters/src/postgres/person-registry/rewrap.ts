import type pg from 'pg';
import type { Uuid } from '#kernel/ids.js';
import { indexPlace } from './index-keys.js';
import type { KeyEncryptionKey } from './key-encryption-key.js';
import { inTransaction } from '../ledger/transaction.js';
import { keyPlace } from './person-vault.js';

/** Keys per transaction. */
const SLICE = 500;

interface Row {
  readonly id: string;
  readonly text: string;
  readonly place: string;
}

const REWRAPPED = `from unnest($1::text[], $2::text[], $3::text[]) as n(id, was, wrapped_key)`;

/** Whether some key is wrapped by another than the one that wraps now. */
export const isRewrapDue = async (pool: pg.Pool, kek: KeyEncryptionKey): Promise<boolean> => {
  const { rows } = await pool.query<{ due: boolean }>(
    `select exists (select from people_keys.person_key where not starts_with(wrapped_key, $1))
         or exists (select from people_keys.index_key where not starts_with(wrapped_key, $1)) as due`,
    [await kek.head()],
  );
  return rows[0]?.due === true;
};

/** Heads of the keys that still wrap something. */
export const headsInUse = async (pool: pg.Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ head: string }>(
    `select distinct substring(wrapped_key from '^(?:[^:]*:[0-9a-f]{8}:|[^:]*:)') as head from (
       select wrapped_key from people_keys.person_key union all select wrapped_key from people_keys.index_key) as every_key`,
  );
  return rows.map(({ head }) => head);
};

/**
 * Wraps every key anew by the key that wraps now: keys, not data, so the cipher text of no person is touched. Each slice is one
 * transaction; interrupted, it goes on where it stopped. Gives the number of keys.
 */
export const rewrap = async (
  pool: pg.Pool,
  kek: KeyEncryptionKey,
  onProgress: (keys: number) => void = () => undefined,
): Promise<number> => {
  const head = await kek.head();
  const slice = (rows: readonly Row[]) => rewrapRows(kek, rows);
  let done = 0;
  for (;;) {
    const moved = await inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ person_ref: Uuid; wrapped_key: string }>(
        `select person_ref, wrapped_key from people_keys.person_key
         where not starts_with(wrapped_key, $1) order by person_ref limit ${SLICE} for update`,
        [head],
      );
      const { ids, were, are } = await slice(
        rows.map(({ person_ref: id, wrapped_key: text }) => ({ id, text, place: keyPlace(id) })),
      );
      await client.query(
        `update people_keys.person_key k set wrapped_key = n.wrapped_key ${REWRAPPED}
         where k.person_ref = n.id::uuid and k.wrapped_key = n.was`,
        [ids, were, are],
      );
      return rows.length;
    });
    done += moved;
    if (moved === 0) break;
    onProgress(done);
  }
  const { rows } = await pool.query<{ id: number; bureau: string; suite: string; wrapped_key: string }>(
    'select id, bureau, suite, wrapped_key from people_keys.index_key where not starts_with(wrapped_key, $1)',
    [head],
  );
  const { ids, were, are } = await slice(
    rows.map(({ id, bureau, suite, wrapped_key: text }) => ({
      id: String(id),
      text,
      place: indexPlace(bureau, suite),
    })),
  );
  await pool.query(
    `update people_keys.index_key k set wrapped_key = n.wrapped_key ${REWRAPPED}
     where k.id = n.id::integer and k.wrapped_key = n.was`,
    [ids, were, are],
  );
  return done + rows.length;
};

const rewrapRows = async (
  kek: KeyEncryptionKey,
  rows: readonly Row[],
): Promise<{ readonly ids: readonly string[]; readonly were: readonly string[]; readonly are: readonly string[] }> => {
  const bytes = await kek.unwrap(rows);
  const are = await kek.wrap(rows.map(({ place }, at) => ({ bytes: bytes[at] as Buffer, place })));
  return { ids: rows.map(({ id }) => id), were: rows.map(({ text }) => text), are };
};
