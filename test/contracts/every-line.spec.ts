import { describeDeadlines } from '#application/describe-rules.js';
import { Registry } from '#application/registry.js';
import { lines } from '#lines/index.js';
import { notary } from '../support/notary.js';
import { lineContract } from './line.contract.js';

for (const line of [...lines, notary]) lineContract(line);

it('whatever a term is told by has its Chinese', () => {
  const told = describeDeadlines(new Registry(lines)).flatMap(({ deadlines }) =>
    deadlines.flatMap(({ code, title, fact, starts = title, due = title, met }) =>
      [title, fact, starts, due, met].map((word) => `${code} ${word}`),
    ),
  );
  expect(told.length).toBeGreaterThan(300);
  expect(told.filter((word) => !/[㐀-鿿]/.test(word))).toEqual([]);
});
