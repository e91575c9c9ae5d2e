import { projectRoot } from '#adapters/project-root.js';
import { isAllowed, licencePage, packagesOf } from '../../infra/licence-page.mjs';
import { readText } from './project-files.js';

const lock = JSON.parse(readText(projectRoot(), 'package-lock.json')) as Parameters<typeof packagesOf>[0];

it('every package is had under a licence that is allowed', () =>
  expect(packagesOf(lock).filter(({ licence, dev }) => !isAllowed(licence, dev))).toEqual([]));

it('docs/licences.md says what the lock file says (if not: npm run licences)', () =>
  expect(readText(projectRoot(), 'docs/licences.md')).toBe(licencePage(lock)));

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['Apache-2.0 AND MIT', true],
  ['GPL-3.0-only', false],
  ['MIT AND GPL-3.0-only', false],
  ['AGPL-3.0-only OR SSPL-1.0', false],
  ['', false],
])('%j: %s', (expression, allowed) => expect(isAllowed(expression)).toBe(allowed));

it('a tool of development may be under a licence that stays with its own files', () =>
  expect([isAllowed('MPL-2.0'), isAllowed('MPL-2.0', true), isAllowed('GPL-3.0-only', true)]).toEqual([
    false,
    true,
    false,
  ]));

it('no package is fetched from anywhere but the registry, and each has the hash it was locked with', () => {
  const packages = Object.entries(
    (lock as { packages: Record<string, { resolved?: string; integrity?: string }> }).packages,
  );
  const odd = packages.filter(
    ([path, { resolved, integrity }]) =>
      path !== '' &&
      (integrity === undefined || (resolved !== undefined && !/^https:\/\/registry\.npmjs\.org\//.test(resolved))),
  );
  expect(odd.map(([path]) => path)).toEqual([]);
});
