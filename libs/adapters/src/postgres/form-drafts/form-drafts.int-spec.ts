import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { formDraftsContract } from '../../../../../test/contracts/form-drafts.contract.js';
import { ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { sqlOf } from '../sql-folder.js';
import { userVaultOf } from '../users/user-vault.js';
import { PostgresFormDrafts } from './form-drafts.js';

const opened = async () => {
  const { pool, close } = await ledgerDatabase();
  for (const sql of sqlOf('form-drafts')) await pool.query(sql);
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-drafts-'));
  const vault = (name = 'person.key') => userVaultOf(join(folder, name));
  return {
    ...{ pool, vault, drafts: new PostgresFormDrafts(pool, vault()) },
    close: async () => {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
};

formDraftsContract(opened);

it('nothing of what was typed stands in the table, and nothing moved or of another key opens', async () => {
  const { pool, drafts, vault, close } = await opened();
  try {
    const draft = { userId: randomUUID(), form: 'visit' };
    await drafts.keep(draft, { note: '王小明在青石桥' }, '2023-06-01T08:00:00.000Z');
    const { rows } = await pool.query<{ all: string }>(
      'select string_agg(d::text, $1) as all from form_drafts.draft d',
      [''],
    );
    expect(rows[0]?.all).not.toContain('王小明');
    await pool.query(`insert into form_drafts.draft select user_id, 'other', sealed, kept_at from form_drafts.draft`);
    await expect(drafts.find({ ...draft, form: 'other' })).rejects.toThrow();
    expect(await new PostgresFormDrafts(pool, vault('another.key')).find(draft)).toBeUndefined();
    expect(await drafts.find(draft)).toEqual({ note: '王小明在青石桥' });
  } finally {
    await close();
  }
});
