import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { savedViewsContract } from '../../../../../test/contracts/saved-views.contract.js';
import { ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { sqlOf } from '../sql-folder.js';
import { userVaultOf } from '../users/user-vault.js';
import { PostgresSavedViews } from './saved-views.js';

const opened = async () => {
  const { pool, close } = await ledgerDatabase();
  for (const sql of sqlOf('saved-views')) await pool.query(sql);
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-views-'));
  const vault = (name = 'person.key') => userVaultOf(join(folder, name));
  return {
    ...{ pool, vault, views: new PostgresSavedViews(pool, vault()) },
    close: async () => {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
};

savedViewsContract(opened);

it('nothing of what it is called stands in the table, and nothing moved or of another key opens', async () => {
  const { pool, views, vault, close } = await opened();
  try {
    const [userId, viewId] = [randomUUID(), randomUUID()];
    await views.keep(userId, { viewId, content: { name: '王小明经办' } }, '2023-06-01T08:00:00.000Z');
    const { rows } = await pool.query<{ all: string }>(
      'select string_agg(v::text, $1) as all from saved_views.view v',
      [''],
    );
    expect(rows[0]?.all).toContain(viewId);
    expect(rows[0]?.all).not.toContain('王小明');
    expect(await new PostgresSavedViews(pool, vault('another.key')).list(userId)).toEqual([]);
    await pool.query('update saved_views.view set view_id = $1', [randomUUID()]);
    await expect(views.list(userId)).rejects.toThrow();
  } finally {
    await close();
  }
});
