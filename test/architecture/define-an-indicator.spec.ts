import { parse } from 'yaml';
import { readDefinitionsFile } from '#adapters/definitions-file.js';
import { MemoryDefinitionStore } from '#adapters/memory/definition-store.js';
import { problemOf } from '#adapters/nest/web/problem.js';
import { projectRoot } from '#adapters/project-root.js';
import { type HandedIn, OwnDefinitions } from '#application/define-own.js';
import type { StoredDefinition } from '#application/own-definition.js';
import { Registry } from '#application/registry.js';
import { Rejected } from '#kernel/reject.js';
import { lines } from '#lines/index.js';
import { readText } from './project-files.js';
import { snippetsIn } from './snippets.js';

const page = readText(projectRoot(), 'docs/how-to/define-an-indicator.md');
const snippet = (language: string): string =>
  snippetsIn(page)
    .filter((block) => block.language === language)
    .map(({ text }) => text)
    .join();
const BUREAU = '430922';
const example = readDefinitionsFile(snippet('yaml'));

const open = () => {
  const registry = new Registry(lines);
  const store = new MemoryDefinitionStore();
  const definitions = new OwnDefinitions(store, registry, async () => {
    store.derived = (await store.all()).length;
  });
  return { registry, definitions };
};

/** What `define` prints of a refusal, and the Chinese of each problem, or what was added. */
const handIn = async (
  { registry, definitions }: ReturnType<typeof open>,
  handed: HandedIn,
  bureau = BUREAU,
): Promise<{ readonly added: readonly StoredDefinition[]; readonly refused: readonly (readonly string[])[] }> => {
  try {
    return { added: await definitions.add(handed, bureau, 'cli'), refused: [] };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    const { details = [] } = problemOf(registry, error.rejection, '/v1/definitions', '1');
    const refused = details.map(({ at, code, message, title = '' }) => [
      `${at}: ${code}${message === undefined ? '' : ` (${message})`}`,
      title,
    ]);
    return { added: [], refused };
  }
};

/** The example with another value at a place such as `measures.0.on`; undefined takes it away. */
const changed = (place: string, value: unknown): HandedIn => {
  const [list = '', at = '', name = ''] = place.split('.');
  const copy = structuredClone(example) as Record<string, Record<string, unknown>[]>;
  Object.assign(copy[list]?.[Number(at)] as object, { [name]: value });
  return copy;
};

const NO_VALUE = 'nothing';
/** Rows of the table of refusals: place, value, answer, Chinese. */
const refusals = [
  ...page.matchAll(/^\| `((?:measures|indicators)\.\d\.\w+)` +\| (.+?) +\| `(.+?)` +\| (.+?) +\|$/gm),
].map(([, place = '', value = '', answer = '', zh = '']) => [place, value.replaceAll('`', ''), answer, zh] as const);

it('the example is accepted, prints what the page says, and is nothing new the second time', async () => {
  const world = open();
  const { added, refused } = await handIn(world, example);
  expect(refused).toEqual([]);
  expect(added.map(({ body, version, title }) => `${body.code} v${version} ${title}\n`).join('')).toBe(snippet('text'));
  expect((await handIn(world, example)).added).toEqual([]);
});

it('the example is the same over HTTP', () =>
  expect(JSON.parse(snippet('json'))).toEqual({ bureau: BUREAU, ...example }));

it('every row of refusals is read', () => {
  expect(refusals.length).toBeGreaterThan(10);
  expect(page.match(/^\| `(measures|indicators)\.\d/gm)).toHaveLength(refusals.length);
});

it.each(refusals)('%s: %s is refused as %s', async (place, value, answer, zh) => {
  const { refused } = await handIn(open(), changed(place, value === NO_VALUE ? undefined : parse(value)));
  const [said = '', title = ''] = refused[0] ?? [];
  if (answer.endsWith('…')) expect(said.slice(0, answer.length - 1)).toBe(answer.slice(0, -1));
  else expect(said).toBe(answer);
  expect(title.split('，')[0]).toBe(zh);
});

it('what rests on a refused definition is refused too, and so is a code of another bureau', async () => {
  const world = open();
  const places = (await handIn(world, changed('measures.0.on', undefined))).refused.map(([said = '']) => said);
  expect(places[1]).toBe('indicators.0.value.flow: not-found (own.long-leaves)');
  await handIn(world, example);
  expect((await handIn(world, example, '430902')).refused[0]).toEqual(['0.code: duplicate-key', '已有相同记录']);
});
