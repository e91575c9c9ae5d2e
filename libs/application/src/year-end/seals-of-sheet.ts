import type { MoneyDefinition } from '../evaluation/performance-sheet.js';
import { periodOfSheet } from '../evaluation/actuals.js';
import type { FoundSheet } from '../evaluation/read-sheets.js';
import { moneyOf } from '../evaluation/sheet-money.js';
import { Rejected, reject } from '../kernel.js';
import type { Registry } from '../registry.js';
import { type BooksPorts, type RecordedSeal, booksOf } from '../sealing/books.js';
import { figuresOfWork } from '../sealing/definition-of-figure.js';
import { sealInForce } from '../sealing/seal-period.js';

/** Codes of the line that knows the money of projects. */
export const lineOfMoney = (registry: Registry): string | undefined =>
  registry.lines.find(({ money }) => money !== undefined)?.code;

export const codesOfMoney = ({ kinds }: MoneyDefinition): readonly string[] =>
  kinds.slice(0, 1).flatMap(({ initial, adjusted, executed }) => [initial, adjusted, executed]);

/** Fields of work that the results and the money of a sheet come from. */
export const linesBehind = (registry: Registry, { bureau, sheet }: FoundSheet): readonly string[] => {
  const money = moneyOf(registry);
  const wanted = new Set([
    ...sheet.rows.flatMap(({ indicator }) => indicator ?? []),
    ...(money === undefined ? [] : codesOfMoney(money)),
  ]);
  return registry.lines.flatMap(({ code: line }) =>
    line === lineOfMoney(registry) || figuresOfWork(registry, line, bureau).some(({ code }) => wanted.has(code))
      ? [line]
      : [],
  );
};

/**
 * The seals of the fiscal year that a sheet rests on, one for each field of work its results and money come from, by their hash.
 * @rejects books-open naming each field of work whose books of the year are not closed
 */
export const sealsOfSheet = async (ports: BooksPorts, found: FoundSheet): Promise<readonly RecordedSeal[]> => {
  const period = periodOfSheet(found.sheet);
  const { bureau } = found;
  const books = await Promise.all(
    linesBehind(ports.registry, found).map(async (line) => ({
      line,
      seal: sealInForce(await booksOf(ports, { bureau, line, period })),
    })),
  );
  const open = books.flatMap(({ line, seal }) => (seal === undefined ? [{ at: line, code: 'books-open' }] : []));
  if (open.length > 0 || books.length === 0) throw new Rejected(reject('books-open', ...open));
  return books.flatMap(({ seal }) => seal ?? []).sort((a, b) => (a.hash < b.hash ? -1 : 1));
};
