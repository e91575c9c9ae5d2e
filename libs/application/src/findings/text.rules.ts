import { OTHER_LEVEL } from '../draft-rules/document.rules.js';
import { type NamedFigure, type SheetPage, plainName } from './sheet-page.js';
import type { Broken, SheetRule } from './sheet-rule.js';
import { type TextNumber, numbersIn, says } from './text-numbers.js';

/** Shorter names stand in too many sentences to mean the row. */
const SHORTEST_NAME = 3;

const holds = ({ values }: NamedFigure, said: TextNumber): boolean =>
  values.some(({ value, unit }) => (unit === '' || unit === said.unit) && says(said, value));

const measuredIn = ({ values }: NamedFigure, unit: string): boolean => values.some((value) => value.unit === unit);

/** The figure of its unit that a clause speaks of by name: the longest name wins, and of two figures none is meant. */
const spokenOf = ({ figures }: SheetPage, { clause, unit }: TextNumber): NamedFigure | undefined => {
  const text = plainName(clause);
  const named = figures.flatMap((figure) =>
    figure.names
      .filter((name) => name.length >= SHORTEST_NAME && text.includes(name) && measuredIn(figure, unit))
      .map((name) => ({ figure, length: name.length })),
  );
  const longest = Math.max(...named.map(({ length }) => length));
  const [only, ...more] = named.filter(({ length }) => length === longest);
  return more.length === 0 ? only?.figure : undefined;
};

/** Numbers of every text, each with the figure its clause names, if any. */
const readings = (page: SheetPage) =>
  page.texts.flatMap(({ place, row, text }) =>
    numbersIn(text).map((said) => ({ place, row, said, figure: spokenOf(page, said) })),
  );

const shown = ({ values }: NamedFigure, { unit }: TextNumber): string =>
  [
    ...new Set(
      values.filter((value) => value.unit === unit).map(({ value }) => `${value.toDecimalPlaces(2).toFixed()}${unit}`),
    ),
  ].join(' / ');

/** What persons wrote in words, held against the figures of the page. */
export const textRules: readonly SheetRule[] = [
  {
    code: 'narrative-contradicts-table',
    severity: 'block',
    broken: (page) =>
      readings(page).flatMap(({ place, said, figure }): readonly Broken[] =>
        figure === undefined || holds(figure, said)
          ? []
          : [
              {
                rows: [figure.row],
                about: `${place}：“${said.clause}”，表中 ${shown(figure, said)}`,
                numbers: { text: said.number, unit: said.unit },
              },
            ],
      ),
  },
  {
    code: 'number-not-in-table',
    severity: 'warn',
    broken: (page) =>
      readings(page).flatMap(({ place, row, said, figure }): readonly Broken[] =>
        figure !== undefined || page.figures.some((known) => holds(known, said))
          ? []
          : [{ rows: row === undefined ? [] : [row], about: `${place}：${said.text}`, numbers: { text: said.number } }],
      ),
  },
  {
    code: 'level-word-mismatch',
    severity: 'warn',
    broken: ({ texts, file }) => {
      const wrong = OTHER_LEVEL[file.bureau.level];
      return texts.flatMap(({ place, row, text }) => {
        const word = wrong === undefined ? undefined : wrong.exec(text)?.[0];
        return word === undefined ? [] : [{ rows: row === undefined ? [] : [row], about: `${place}：${word}` }];
      });
    },
  },
];
