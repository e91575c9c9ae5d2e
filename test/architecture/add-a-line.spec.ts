import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, relative } from 'node:path';
import { projectRoot } from '#adapters/project-root.js';
import { writeLine } from '../../apps/cli/src/new-line.js';
import { readText } from './project-files.js';
import { isPieceOf, snippetsIn } from './snippets.js';

const PAGE = 'docs/how-to/add-a-line.md';
const TEMPLATES = 'infra/new-line';
const root = projectRoot();
const place = mkdtempSync(join(tmpdir(), 'taizhang-add-a-line-'));
afterAll(() => rmSync(place, { recursive: true }));

const folder = join(place, 'notary');
/** What the generator writes for the line of the page, by the template it comes from. */
const written = new Map(
  writeLine(join(root, TEMPLATES), folder, { code: 'notary', zh: '公证', prefix: 'NT' }).map((path) => [
    `${TEMPLATES}/${relative(folder, path)}.tmpl`,
    readFileSync(path, 'utf8'),
  ]),
);

/** The file a link of the page means, a template as the generator writes it; undefined for any other file. */
const linked = (link: string): string | undefined => {
  const path = posix.join(posix.dirname(PAGE), link);
  return written.get(path) ?? (path.startsWith('libs/lines/') ? readText(root, path) : undefined);
};

/** Blocks of TypeScript that are no piece of the file linked above them, by their first line. */
const invented = (page: string): readonly string[] =>
  snippetsIn(page)
    .filter(({ language }) => language === 'ts')
    .filter(({ text, link }) => link === undefined || !isPieceOf(text, linked(link) ?? ''))
    .map(({ text, link }) => `${link ?? 'no link'}: ${text.split('\n')[0]}`);

describe('the page on adding a line', () => {
  const page = readText(root, PAGE);

  it('shows code, shell commands, and nothing else that nobody checks', () => {
    const languages = snippetsIn(page).map(({ language }) => language);
    expect(languages.filter((language) => language === 'ts').length).toBeGreaterThan(0);
    expect(languages.filter((language) => !['ts', 'sh'].includes(language))).toEqual([]);
    expect(page.match(/^\s*(```|~~~)/gm)).toHaveLength(2 * languages.length);
  });

  it('shows pieces of what the generator writes or of a line that is there, as they stand in the file linked above', () =>
    expect(invented(page)).toEqual([]));
});

describe('what is looked for', () => {
  const events = '../../infra/new-line/domain/events.ts.tmpl';
  const block = (...lines: readonly string[]): string => ['```ts', ...lines, '```', ''].join('\n');

  it.each([
    ['a rendered template', `[e](${events})\n\n${block('export type NotaryEvent = EventOf<typeof events>;')}`],
    [
      'one that stands further to the right',
      `[e](${events})\n${block('defineEvent({', "  type: 'notary.MatterAccepted',")}`,
    ],
    [
      'a line that is there',
      `[l](../../libs/lines/index.ts)\n${block("import { training } from './training/index.js';")}`,
    ],
  ])('%s', (_name, page) => expect(invented(page)).toEqual([]));

  it.each([
    ['a word of the template', `[e](${events})\n${block('export type {{Line}}Event = EventOf<typeof events>;')}`],
    ['another space', `[e](${events})\n${block('export type NotaryEvent =  EventOf<typeof events>;')}`],
    ['a line left out', `[e](${events})\n${block("type: 'notary.MatterAccepted',", "datedBy: 'acceptedOn',")}`],
    ['half a line', `[e](${events})\n${block('export type NotaryEvent')}`],
    ['a block without a link', block('export type NotaryEvent = EventOf<typeof events>;')],
    [
      'a link to another file',
      `[l](../../libs/lines/index.ts)\n${block('export type NotaryEvent = EventOf<typeof events>;')}`,
    ],
    [
      'a file that is no line',
      `[r](../../test/architecture/rooms.ts)\n${block(readText(root, 'test/architecture/rooms.ts').split('\n')[0] ?? '')}`,
    ],
    ['an empty block', `[e](${events})\n${block('')}`],
    [
      'a link above the block before',
      `[e](${events})\n${block("import { outcome } from './enumerations.js';")}${block("import { outcome } from './enumerations.js';")}`,
    ],
  ])('but not: %s', (_name, page) => expect(invented(page)).toHaveLength(1));
});
