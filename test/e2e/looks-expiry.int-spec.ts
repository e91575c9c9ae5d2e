import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { schedulerRole } from '#adapters/worker/scheduler-role.js';
import { notary } from '../support/notary.js';
import { freshDatabase } from '../support/services.js';
import { someLook } from '../support/some-look.js';

it('the scheduler drops records of looking that were kept for three years, and keeps the others', async () => {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-expiry-'));
  const platform = await openPlatform({
    databaseUrl: database.url,
    lines: [notary],
    keyFile: join(folder, 'person.key'),
  });
  const owner = new pg.Pool({ connectionString: database.url, max: 1 });
  // Dropping the database may break a connection that is on its way out.
  owner.on('error', () => undefined);
  const logged: string[] = [];
  const role = schedulerRole(platform, { log: (_level, message) => logged.push(message), every: 50 });
  const objects = async () => (await platform.looks.find({ limit: 9 })).map(({ object }) => object);
  try {
    await platform.looks.write(someLook({ object: 'kept' }));
    const then = `now() - interval '1130 days'`;
    await owner.query(`select looks.open_month(${then})`);
    await owner.query(`insert into looks.look select 0, ${then}, name, user_id, roles, offices, address, request_id, purpose,
      route, 'old', reason, subjects, minors, bureaus from looks.look`);
    expect(await objects()).toEqual(['kept', 'old']);
    role.start();
    for (let tried = 0; tried < 100 && !logged.includes('records of looking were kept long enough'); tried += 1)
      await pause(100);
    expect(await objects()).toEqual(['through 0', 'kept']);
  } finally {
    await role.stop();
    await owner.end();
    await platform.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  }
}, 60_000);
