import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FreshDatabase, freshDatabase } from '../support/services.js';
import { runCli } from './run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-users-'));
let database: FreshDatabase;
beforeAll(async () => (database = await freshDatabase()));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});
const users = (...args: readonly string[]) =>
  runCli(['users', ...args], { DATABASE_URL: database.url, KEY_FILE: join(folder, 'person.key') });

it('keeps users on the machine itself', async () => {
  const person = await users('create', '--name', 'lin', '--roles', 'security-admin', '--json');
  expect([person.code, person.err]).toEqual([0, '']);
  const { user, code } = JSON.parse(person.out) as { user: object; code: string };
  expect(user).toMatchObject({ name: 'lin', kind: 'person', roles: ['security-admin'], offices: ['*'] });
  expect(code).toMatch(/^(\w{5}-){3}\w{5}$/);
  expect((await users('create', '--name', 'export', '--program', '--roles', 'auditor,office-clerk')).out).toMatch(
    /^export \(.+\)\nsecret, shown this once: [\w-]{43}\n$/,
  );
  const again = await users('reset', '--name', 'lin');
  expect(again.out).toMatch(/code to choose a password, until .+Z, shown this once: (\w{5}-){3}\w{5}\n$/);
  expect(again.out).not.toContain(code);
  expect((await users('enable', '--name', 'lin')).code).toBe(0);
  expect((await users('list')).out).toBe(
    'export · machine · auditor, office-clerk · *\nlin · person · security-admin · *\n',
  );
});

it.each([
  [['grow'], 'users list, create, reset or enable'],
  [['create', '--name', 'x'], '--roles is missing'],
  [['create', '--name', 'x', '--roles', 'king'], 'no role or office is called king'],
  [['create', '--name', 'x', '--roles', 'office-clerk', '--offices', '999999'], 'no role or office is called 999999'],
  [['create', '--roles', 'office-clerk'], '--name is missing'],
  [['reset', '--name', 'nobody'], 'no user is called nobody'],
])('%j is a wrong call', async (args, says) => {
  const { code, err } = await users(...args);
  expect([code, err.split('\n')[0]]).toEqual([2, expect.stringContaining(says)]);
});
