import { seededRandom } from '#application/seeded-random.js';
import { lines } from '#lines/index.js';
import { unpacked } from '../support/office-parts.js';
import { LONG, say } from './figures.js';
import { type Cell, MatrixWorld, canaries, officeOf } from './matrix-world.js';
import { type Place, places, policyOf } from './policy.js';

/** Share of the commands' routes that the short form asks; every route that reads is asked in both. */
const SHARE = 0.02;

/** Offices whose records somebody in an office may see: his own, and those below. */
const sees: Readonly<Record<Place, readonly Place[]>> = {
  own: ['own', 'child'],
  sibling: ['sibling'],
  parent: ['own', 'sibling', 'parent', 'child'],
  child: ['child'],
  'other county': ['other county'],
};

let matrix: MatrixWorld;
beforeAll(async () => {
  matrix = await MatrixWorld.open(lines);
}, 120_000);
afterAll(() => matrix.close());

/** A text as it stands, and as JSON or a query may write it. */
const formsOf = (text: string): readonly string[] => [
  text,
  encodeURIComponent(text),
  [...text].map((sign) => (sign > '~' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign)).join(''),
];

const officeIn = (place: Place): string => `"office":"${officeOf[place]}"`;

/** What a live stream may tell: balances, figures, and a figure of each office. */
const kinds = ['balances', 'figures', 'breakdown'].map((kind) => `event: ${kind}`);

/** What a live stream tells each office while something happens in all of them; offices are told of by their codes there. */
const told = async (): Promise<ReadonlyMap<Place, string>> => {
  const listeners = await Promise.all(
    places.map(async (place) => [place, await matrix.listen(place, 'TR-08')] as const),
  );
  await matrix.more('training.competition');
  const end = performance.now() + 20_000;
  const silent = () =>
    listeners.some(([place, { said }]) => ![officeIn(place), ...kinds].every((part) => said().includes(part)));
  while (silent() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  for (const [, { end: hangUp }] of listeners) hangUp();
  return new Map(listeners.map(([place, { said }]) => [place, said()]));
};

const marks = places.flatMap((place) =>
  Object.entries(canaries[place]).flatMap(([kind, text]) => formsOf(text).map((form) => ({ place, kind, form }))),
);

it('nobody is told live of an office that is not his', async () => {
  const streams = await told();
  for (const [from, said] of streams) {
    const offices = places.filter((place) => said.includes(officeIn(place)));
    expect([from, offices]).toEqual([from, sees[from]]);
    expect(kinds.filter((kind) => !said.includes(kind))).toEqual([]);
    expect(marks.filter(({ place, form }) => !sees[from].includes(place) && said.includes(form))).toEqual([]);
  }
  say(
    `canary: ${[...streams.values()].join('').length} signs of ${streams.size} live streams, each of its own offices alone`,
  );
}, 60_000);

it('nobody is sent a word of an office that is not his', async () => {
  const random = seededRandom('canary');
  const routes = Object.entries(matrix.document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const reads = /^(GET|POST \/v1\/(commands|persons|performance-sheets|periods|findings))/;
  const asked = routes.filter((route) => LONG || reads.test(route) || random.next() < SHARE);
  const hits: string[] = [];
  const found = new Set<string>();
  let requests = 0;
  let bytes = 0;
  const ask = async (cell: Cell, from: Place): Promise<void> => {
    const answer = await matrix.bytes(cell, from);
    requests += 1;
    bytes += answer.length;
    const text = await unpacked(answer);
    for (const { place, kind, form } of marks) {
      if (!text.includes(form)) continue;
      if (sees[from].includes(place)) found.add(`${from}: ${kind} of ${place}`);
      else hits.push(`${cell.route} asked from ${from} of ${cell.place} tells the ${kind} of ${place}`);
    }
  };
  /** Of every place what is there, what is not, and what is shown to who names no office; the short form asks of one other place. */
  const queue = asked
    .flatMap((route) =>
      places.flatMap((from) => {
        const cell = { from, place: from, exists: true, route };
        if (policyOf(route)?.[1] === 'none') return [cell];
        const others = places.filter((place) => place !== from);
        const chosen = LONG ? others : [others[Math.floor(random.next() * others.length)] as Place];
        const elsewhere = chosen.map((place) => ({ ...cell, place }));
        return [cell, { ...cell, unnamed: true }, ...elsewhere, ...(LONG ? [{ ...cell, exists: false }] : [])];
      }),
    )
    .values();
  const work = async (): Promise<void> => {
    for (const { from, ...cell } of queue)
      await ask({ role: 'nobody', seat: 'office', standing: 'open', ...cell }, from);
  };
  await Promise.all(Array.from({ length: 8 }, work));
  expect([hits.length, hits.slice(0, 20)]).toEqual([0, []]);
  // The test can fail: everybody is sent what is his own.
  for (const place of places)
    for (const kind of ['name', 'address', 'text']) expect([...found]).toContain(`${place}: ${kind} of ${place}`);
  // Logs are read by who keeps the machine, and hold nobody's words.
  const logged = matrix.logged.join('\n');
  expect(matrix.logged.length).toBeGreaterThan(requests / 2);
  expect(marks.filter(({ form }) => logged.includes(form))).toEqual([]);
  say(
    `canary: ${hits.length} hits in ${Math.round(bytes / 1024)} KiB of ${requests} answers, ` +
      `${asked.length} routes of ${routes.length}, ${places.length} offices; 0 in ${matrix.logged.length} entries of the log`,
  );
}, 3_600_000);
