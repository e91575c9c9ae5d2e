import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { projectRoot } from '#adapters/project-root.js';
import { filesBelow, readText } from './project-files.js';

/** Files a page links to, seen from the root of the project; addresses elsewhere and places within the page left out. */
const linksIn = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to]) => (to ?? '').replace(/#.*$/, ''))
    .filter((to) => to !== '' && !/^[a-z]+:/.test(to))
    .map((to) => posix.join(posix.dirname(path), to));

it('pages link to files that exist', () => {
  const root = projectRoot();
  const pages = filesBelow(root).filter((path) => path.endsWith('.md'));
  const broken = pages.flatMap((page) =>
    linksIn(page, readText(root, page))
      .filter((to) => !existsSync(join(root, to)))
      .map((to) => `${page}: ${to}`),
  );
  expect(pages.length).toBeGreaterThan(10);
  expect(broken).toEqual([]);
});

it('finds links to files, and only those', () =>
  expect(
    linksIn('docs/how-to/a.md', '[x](../../.env.example) [y](b.md#part) [z](https://example.org/) [w](#here)'),
  ).toEqual(['.env.example', 'docs/how-to/b.md']));
