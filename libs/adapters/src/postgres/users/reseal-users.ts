import type pg from 'pg';
import type { Uuid } from '#kernel/ids.js';
import type { UserVault } from './user-vault.js';

/** Seals the secrets of all users, and the key that signs tokens, by the newest master key. Gives how many texts there were. */
export const resealUsers = async (pool: pg.Pool, vault: UserVault): Promise<number> => {
  const { rows: users } = await pool.query<{ id: Uuid; secrets: string }>(
    'select user_id as id, secrets from users.principal',
  );
  for (const { id, secrets } of users)
    await pool.query('update users.principal set secrets = $2 where user_id = $1 and secrets = $3', [
      id,
      vault.seal(id, vault.open(id, secrets)),
      secrets,
    ]);
  const { rows: keys } = await pool.query<{ sealed: string }>('select sealed from users.signing_key');
  for (const { sealed } of keys)
    await pool.query('update users.signing_key set sealed = $1 where sealed = $2', [
      vault.sealSigningKey(vault.openSigningKey(sealed)),
      sealed,
    ]);
  return users.length + keys.length;
};

/** How the sealed texts of users begin: by suite and key. */
export const headsOfUsers = async (pool: pg.Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ head: string }>(
    `select distinct substring(text from '^[^:]*:[0-9a-f]{8}:') as head from (
       select secrets as text from users.principal union all select sealed from users.signing_key) as every_text`,
  );
  return rows.map(({ head }) => head);
};
