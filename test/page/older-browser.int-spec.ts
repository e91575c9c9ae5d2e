/// <reference lib="dom" />
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OFFICE } from '../e2e/api-world.js';
import { PROJECT } from '../e2e/run-cli.js';
import { TARGET, beyondTarget, styleBeyondTarget } from './beyond-target.js';
import { PageWorld, type Seat, describeInBrowser, enter } from './page-world.js';
import { makePerson } from '../support/browser.js';

jest.setTimeout(120_000);

const BUILT = join(PROJECT, 'dist/apps/web/assets');
const built = (ending: string): readonly (readonly [string, string])[] =>
  readdirSync(BUILT)
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(join(BUILT, name), 'utf8')]);
/** Brought along by `older-browsers.ts`. */
const SUPPLIED = ['at', 'hasOwn'];
/** Those of Vue's lists, which hand on what a caller asks of them, and one the router asks for before it calls it. */
const HANDED_ON = ['toReversed', 'toSorted', 'toSpliced', 'startViewTransition'];

describe(`what is built, read as ${TARGET} reads it`, () => {
  it('has no grammar that came later', () => {
    expect(built('.js').length).toBeGreaterThan(20);
    expect(
      built('.js').flatMap(([name, text]) => beyondTarget(text).syntax.map((found) => `${name}: ${found}`)),
    ).toEqual([]);
  });

  it('calls no function that came later but those that are brought along', () => {
    const called = new Set(built('.js').flatMap(([, text]) => beyondTarget(text).calls));
    expect([...called].filter((name) => ![...SUPPLIED, ...HANDED_ON].includes(name))).toEqual([]);
  });

  it('has no style that came later', () => {
    expect(
      built('.css').flatMap(([name, text]) => styleBeyondTarget(text).map((found) => `${name}: ${found}`)),
    ).toEqual([]);
  });

  it.each([
    ['a block of a class', 'class A { static { a() } }'],
    ['waiting at the top', 'await a()'],
    ['asking for a private name', 'class A { #x; has(o) { return #x in o } }'],
    ['marks of places in a pattern', 'a(/x/d)'],
    ['grammar nobody reads yet', 'a?.b ??= c'],
    ['grammar of 2025', 'import a from "./a" with { type: "json" }'],
  ])('%s is found', (_, text) => expect(beyondTarget(text).syntax).toHaveLength(1));

  it('what it reads is not found', () =>
    expect(
      beyondTarget('class A { #x = 1; static y = 2; #z() {} } let a; a ??= b?.c ?? 1_000; async () => await a;'),
    ).toEqual({
      syntax: [],
      calls: [],
    }));

  it('later functions and styles are found by their names', () => {
    expect(beyondTarget('structuredClone(a); a.findLast(b)').calls).toEqual(['findLast', 'structuredClone']);
    expect(styleBeyondTarget('a{inset:0}b:where(.c){aspect-ratio:1}d:is(.e){}')).toHaveLength(4);
  });
});

/** Takes from a browser of today what came after the target, before any script runs. */
const olden = (): void => {
  const lists = [Array, String, Object.getPrototypeOf(Uint8Array) as ArrayConstructor].map(
    ({ prototype }) => prototype as object,
  );
  const gone: readonly (readonly [object, readonly string[]])[] = [
    ...lists.map(
      (holder) => [holder, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']] as const,
    ),
    [Object, ['hasOwn', 'groupBy']],
    [Promise, ['withResolvers', 'try']],
    [Array, ['fromAsync']],
    [Intl, ['Segmenter', 'supportedValuesOf']],
    [Crypto.prototype, ['randomUUID']],
    [AbortSignal, ['timeout', 'any', 'abort']],
    [Element.prototype, ['checkVisibility']],
    [window, ['structuredClone', 'reportError', 'Iterator', 'scheduler']],
  ];
  for (const [holder, names] of gone) for (const name of names) Reflect.deleteProperty(holder, name);
};

describeInBrowser('the page in a browser that has nothing later', () => {
  let world: PageWorld;
  let seat: Seat;
  beforeAll(async () => (world = await PageWorld.open()), 180_000);
  afterAll(() => world.close());

  it('signs in, and shows every page of a clerk without a fault', async () => {
    await makePerson(world.world, 'lin', { roles: ['office-clerk'], offices: [OFFICE] });
    seat = await world.seat();
    await seat.context.addInitScript(olden);
    await enter(seat, world.address, 'lin');
    const { page } = seat;
    await page.waitForSelector('header nav a');
    expect(await page.evaluate(() => 'structuredClone' in window)).toBe(false);
    const addresses = await page
      .locator('header nav a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of [...addresses, '#/entry/corrections.ReceiveSubject']) {
      await page.goto(`${world.address}/${address}`);
      await page.waitForSelector('main h1');
      await page.waitForTimeout(300);
    }
    await page.keyboard.type('王');
    await page.waitForTimeout(300);
    expect(seat.faults).toEqual([]);
  });
});
