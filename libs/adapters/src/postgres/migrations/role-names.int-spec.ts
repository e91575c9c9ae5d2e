import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { roleCodes } from '#application/roles/role-table.js';
import { freshDatabase } from '../../../../../test/support/services.js';
import { migrate } from '../migrate.js';
import { sqlOf } from '../sql-folder.js';

it('gives users of an older release the roles of today, and leaves those of today alone', async () => {
  const database = await freshDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 1 });
  pool.on('error', () => undefined);
  try {
    await migrate(database.url);
    const held: Readonly<Record<string, readonly string[]>> = {
      lin: ['clerk'],
      chen: ['supervisor', 'clerk'],
      zhao: ['director'],
      du: ['reader'],
      gu: ['admin'],
      anquan: ['security-admin'],
      shen: ['minors-officer', 'office-head'],
    };
    for (const [name, roles] of Object.entries(held))
      await pool.query(
        `insert into users.principal (user_id, kind, name, roles, offices, disabled, version, created_at, secrets)
         values ($1, 'person', $2, $3, '{*}', false, 1, now(), 'sealed')`,
        [randomUUID(), name, roles],
      );
    await pool.query(`begin; ${sqlOf('role-names').join(';')}; commit`);
    const { rows } = await pool.query<{ name: string; roles: readonly string[] }>(
      'select name, roles from users.principal',
    );
    expect(Object.fromEntries(rows.map(({ name, roles }) => [name, roles]))).toEqual({
      lin: ['office-clerk'],
      chen: ['office-clerk', 'section-head'],
      zhao: ['deputy-director'],
      du: ['auditor'],
      gu: ['aid-approver', 'correction-officer', 'deputy-director', 'director', 'finance-officer'],
      anquan: ['security-admin'],
      shen: ['minors-officer', 'office-head'],
    });
    for (const { roles } of rows) for (const role of roles) expect(roleCodes).toContain(role);
  } finally {
    await pool.end();
    await database.drop();
  }
});
