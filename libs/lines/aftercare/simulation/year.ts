import type { SimulationTools } from '#application/case-binding.js';
import { addDays, daysBetween } from '#kernel/dates.js';
import type { Counts } from './counts.js';
import { keyClasses, settlements } from './leaves.js';
import { type Person, span, stillThere } from './people.js';

const USUAL_CLASSES = {
  'state-security-or-cult': 1,
  gang: 2,
  drugs: 5,
  violence: 3,
  'mental-disorder': 2,
  'nothing-to-return-to': 3,
  'false-identity': 1,
  other: 0,
} as const;
const USUAL_SETTLEMENTS = {
  farmland: 5,
  'public-welfare-post': 1,
  'own-enterprise': 1,
  'self-employed': 4,
  hired: 8,
  other: 2,
} as const;
/** Days within which somebody is visited who is no key person, and who is. */
const [GENERAL, KEY] = [90, 30] as const;

/**
 * Says what the year brings each person, so that the counts of its end come true: those still there are the stock. What a
 * report does not count goes its usual way: all have a group, nearly all are met, most are settled.
 * @throws RangeError naming the count that is more than there are persons for
 */
export const planYear = (counts: Counts, supported: readonly Person[], tools: SimulationTools): void => {
  const { random } = tools;
  const there = random.shuffle(supported.filter(stillThere));
  const left = supported.filter((person) => !stillThere(person));
  const most = there.length;

  const missing = random.shuffle(there.filter(({ entry }) => entry === 'imported'));
  for (const person of missing.slice(0, counts.within('missing', counts.of('missing'), 'opening', missing.length)))
    person.missingOn = addDays(tools.to, -random.between(0, 20));

  const groups = counts.within('withSupportGroup', counts.or('withSupportGroup', most), 'closing', most);
  for (const person of [...there.slice(0, groups), ...left]) person.grouped = true;
  const met = counts.or('supportedWithContact', Math.round(0.95 * groups));
  counts.within('supportedWithContact', met, 'withSupportGroup', groups);

  const classes = counts.spread(
    ['keyPersons', counts.whole('keyPersons', keyClasses) ?? 0],
    keyClasses,
    USUAL_CLASSES,
    random,
  );
  counts.within('keyPersons', classes.length, 'closing', most);
  // Who was there before needs no day after release to be classed on.
  const toClass = [...random.shuffle(there)].sort(
    (a, b) => Number(a.entry === 'released') - Number(b.entry === 'released'),
  );
  for (const [at, keyClass] of classes.entries()) (toClass[at] as Person).keyClass = keyClass;

  contact(counts, there.slice(0, met), left, tools);
  settle(counts, there, left, tools);

  const listed = counts.within('dualListed', counts.of('dualListed'), 'closing', most);
  for (const person of random.shuffle(there).slice(0, listed)) person.dualListed = true;

  const again = [
    ...left.filter(({ exit }) => exit?.kind === 'reimprisoned'),
    ...random.shuffle(there.filter(({ entry }) => entry === 'imported')),
    ...there.filter(({ entry }) => entry !== 'imported'),
  ];
  const reoffended = counts.within('reoffencePersons', counts.of('reoffencePersons'), 'persons', again.length);
  for (const person of again.slice(0, reoffended)) person.reoffended = true;
};

const contact = (counts: Counts, met: readonly Person[], left: readonly Person[], tools: SimulationTools): void => {
  if (counts.has('contacts')) {
    const total = counts.of('contacts');
    if (total < met.length || (met.length === 0 && total > 0))
      throw new RangeError(`contacts: ${total} for the ${met.length} of supportedWithContact`);
    for (const person of met) person.contacts = 1;
    for (let more = total - met.length; more > 0; more -= 1) tools.random.pick(met).contacts += 1;
    return;
  }
  for (const person of [...met, ...left]) {
    const { first, last } = span(person, tools);
    const every = person.keyClass === undefined ? GENERAL : KEY;
    person.contacts = Math.max(1, Math.round(daysBetween(first, last) / every));
  }
};

const settle = (counts: Counts, there: readonly Person[], left: readonly Person[], tools: SimulationTools): void => {
  const { random } = tools;
  const most = there.length;
  const needing = counts.within('needingSettlement', counts.or('needingSettlement', most), 'closing', most);
  const order = random.shuffle(there);
  for (const person of order.slice(needing))
    person.need = random.pick(['incapacitated', 'incapacitated', 'studying', 'unwilling']);
  const settled = counts.whole('settled', settlements) ?? Math.round(0.9 * needing);
  counts.within('settled', settled, 'needingSettlement', needing);
  const modes = counts.spread(['settled', settled], settlements, USUAL_SETTLEMENTS, random);
  for (const [at, mode] of modes.entries()) (order[at] as Person).settlement = mode;
  for (const person of left) if (random.next() < 0.8) person.settlement = 'hired';
};
