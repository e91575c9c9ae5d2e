import { projectRoot } from '#adapters/project-root.js';
import { rolesPage } from '#application/roles/print-roles.js';
import { permissions, roleCodes, rolesWith } from '#application/roles/role-table.js';
import { platformTerms } from '#application/terms.js';
import type { Terms } from '#kernel/term.js';
import { lines } from '#lines/index.js';
import { readText } from './project-files.js';

it('docs/roles.md says what the table and the lines say (if not: npm run roles)', () =>
  expect(readText(projectRoot(), 'docs/roles.md')).toBe(rolesPage(platformTerms, lines)));

it('every role has a word and work in Chinese and English, with the platform or with its line', () => {
  const terms: Terms = Object.assign({}, platformTerms, ...lines.map((line) => line.terms)) as Terms;
  for (const role of roleCodes)
    expect([role, terms[`role.${role}`]]).toEqual([
      role,
      expect.objectContaining({ help: expect.any(String) as string }),
    ]);
});

it('a right that a command asks for is a permission that somebody has', () => {
  const known: readonly string[] = permissions;
  for (const { streams, staff } of lines)
    for (const { type, right } of streams.flatMap(({ events }) => Object.values(events)))
      if (right !== undefined)
        expect([
          type,
          known.includes(right) && rolesWith(right as (typeof permissions)[number], staff).length > 0,
        ]).toEqual([type, true]);
});

it('what takes a second person asks for what the table says, and is refused with a code of the line', () => {
  const rows = lines.flatMap((line) => (line.secondPersons ?? []).map((row) => ({ line, row })));
  expect(rows.length).toBeGreaterThan(3);
  for (const { line, row } of rows) {
    expect([row.refusal, line.errors[row.refusal]]).toEqual([row.refusal, expect.any(Number)]);
    const rights = line.streams
      .flatMap(({ events }) => Object.values(events))
      .filter(({ command }) => row.commands.includes(command))
      .map(({ right }) => right);
    // What is decided about persons has routes of its own, which ask for it.
    if (line.people === undefined) expect(rights).toEqual(row.commands.map(() => row.decides));
  }
});
