import { exact, roundForPrint } from '#kernel/money.js';
import { titleOf } from '../describe-lines.js';
import { versionAt } from '../indicator.js';
import type { LocalDate } from '../kernel.js';
import type { Registry } from '../registry.js';
import type { RecordedSeal } from '../sealing/books.js';
import type { RestatedFigure, RestatedSide } from '../sealing/restatement.js';
import { platformTerms } from '../terms.js';
import { chineseDate } from './chinese-date.js';
import { caption, filled, shares, tableOf, words } from './forms/cells.js';
import { printedNumber } from './printed-number.js';
import type { Block, Cell, FigureSource, PrintedDocument, PrintedFigure } from './printed.js';
import { reportedValue } from './sealed-figures.js';
import { documentTerms, formTerms, restatementTerms } from './terms.js';

export interface RestatementPack {
  readonly seal: RecordedSeal;
  /** Recording cut-off of the restated values. */
  readonly position: number;
  readonly figures: readonly RestatedFigure[];
  /** Name of the bureau, and of its offices by their code. */
  readonly issuer: string;
  readonly nameOf: (office: string) => string;
  readonly today: LocalDate;
}

/** One restated figure as three of the document: what was reported, what stands now, and what lies between. */
interface Restated {
  readonly moved: RestatedFigure;
  readonly reported: PrintedFigure;
  readonly restated: PrintedFigure;
  readonly difference: PrintedFigure;
}

const sourceAt = (
  { bureau, scheme, from, to }: RecordedSeal,
  { indicator, office }: RestatedFigure,
  position: number,
  definition: LocalDate,
): FigureSource => {
  const below = office === bureau ? '' : `&office=${office}`;
  const evidence = `/v1/indicators/${encodeURIComponent(indicator)}/evidence?bureau=${bureau}${below}&period=${from}..${to}&asOf=${position}`;
  return { kind: 'indicator', indicator, definition, office, period: { scheme, from, to }, position, evidence };
};

/** The difference with as many decimals as the finer of the two has. */
const differenceText = ({ delta, reported, restated }: RestatedFigure): string => {
  if (delta === null) return documentTerms.unknown;
  const numbers = [reported, restated].flatMap(({ printed }) => printedNumber(printed) ?? []);
  const decimals = Math.max(0, ...numbers.map((number) => number.decimals));
  return `${roundForPrint(delta, decimals).toFixed(decimals)}${numbers.some(({ percent }) => percent) ? '%' : ''}`;
};

const restatedOf = (
  registry: Registry,
  { seal, position }: RestatementPack,
  moved: RestatedFigure,
  at: number,
): Restated => {
  const { indicator, unit, reported, restated } = moved;
  const [first, second, third] = [`${at + 1}.reported`, `${at + 1}.restated`, `${at + 1}.difference`] as const;
  const sealed = seal.figures.find((figure) => figure.indicator === indicator)?.version ?? seal.from;
  const definition = registry.indicators.get(indicator);
  const now = (definition === undefined ? undefined : versionAt(definition, seal.to)?.from) ?? sealed;
  const [before, after] = [reportedValue(reported), reportedValue(restated)];
  return {
    moved,
    reported: {
      id: first,
      printed: reported.printed,
      value: before,
      unit,
      source: sourceAt(seal, moved, seal.position, sealed),
    },
    restated: {
      id: second,
      printed: restated.printed,
      value: after,
      unit,
      source: sourceAt(seal, moved, position, now),
    },
    difference: {
      ...{ id: third, printed: differenceText(moved), value: moved.delta, unit },
      source: { kind: 'derived', rule: `${second} - ${first}`, from: [second, first] },
    },
  };
};

const exactly = (value: string | null): string => (value === null ? documentTerms.unknown : exact(value).toFixed());

const named = (registry: Registry, { indicator }: RestatedFigure, side: RestatedSide['side']): string =>
  `${titleOf(registry, indicator)}${restatementTerms[side]}`;

const rowsOf = (
  registry: Registry,
  nameOf: RestatementPack['nameOf'],
  item: Restated,
): readonly (readonly Cell[])[] => {
  const { moved, reported, restated, difference } = item;
  const down = { down: moved.sides.length };
  return moved.sides.map((side, at) => [
    ...(at > 0
      ? []
      : [
          words(`${moved.indicator} ${titleOf(registry, moved.indicator)}`, down),
          words(nameOf(moved.office), down),
          ...[reported, restated, difference].map((figure) => filled(figure, down)),
        ]),
    words(`${exactly(side.byRecords)}${restatementTerms[side.side]}`, {}, 'center'),
    words(`${exactly(side.byDefinition)}${restatementTerms[side.side]}`, {}, 'center'),
  ]);
};

/** The postings that moved a figure, side by side of it. */
const postingsOf = (registry: Registry, nameOf: RestatementPack['nameOf'], { moved }: Restated): readonly Block[] =>
  moved.sides.flatMap(({ side, causes, additive }): readonly Block[] => {
    if (causes.length === 0) return [];
    const heading = `${named(registry, moved, side)}${documentTerms.comma}${nameOf(moved.office)}`;
    const rows = causes.map(({ on, position, streamId, measure, signed }) =>
      [chineseDate(on), String(position), streamId, titleOf(registry, measure), signed].map((text) => words(text)),
    );
    const header = restatementTerms.columns.map((text) => caption(text));
    return [
      { kind: 'heading', level: 2, text: [{ text: heading }] },
      { kind: 'table', table: tableOf(shares(3, 2, 6, 4, 2), 1, [header, ...rows]) },
      ...(additive ? [] : [{ kind: 'note', text: [{ text: restatementTerms.notAdditive }] } as const]),
    ];
  });

/**
 * What a sealed period has become since: every figure that moved as it was reported, as it stands, the difference, and each
 * posting that made it. The reported figures are the seal's, the restated ones the log's at their position.
 */
export const documentOfRestatement = (registry: Registry, pack: RestatementPack): PrintedDocument => {
  const { seal, position, issuer, nameOf, today } = pack;
  const items = pack.figures.map((moved, at) => restatedOf(registry, pack, moved, at));
  const title = restatementTerms.title(titleOf(registry, seal.businessLine));
  const note = (text: string): Block => ({ kind: 'note', text: [{ text }] });
  const header = [
    ...[restatementTerms.indicator, restatementTerms.office],
    ...[platformTerms['reported-value'].zh, platformTerms['restated-value'].zh],
    ...[restatementTerms.difference, restatementTerms.byRecords, restatementTerms.byDefinition],
  ].map((text) => caption(text));
  const rows = items.flatMap((item) => rowsOf(registry, nameOf, item));
  const postings = items.flatMap((item) => postingsOf(registry, nameOf, item));
  return {
    code: `${seal.bureau}-${seal.businessLine}-${seal.from}-${seal.to}.restatement`,
    ...{ title, issuer, date: today, seal: seal.hash },
    sections: [
      {
        ...{ name: title.slice(0, 31), orientation: 'landscape' },
        blocks: [
          { kind: 'title', text: [{ text: title }] },
          note(`${issuer}${formTerms.colon}${chineseDate(seal.from)}—${chineseDate(seal.to)}`),
          note(restatementTerms.sealed(seal.number, seal.hash, seal.position)),
          note(restatementTerms.asKnown(position)),
          rows.length === 0
            ? { kind: 'paragraph', text: [{ text: restatementTerms.nothing }] }
            : { kind: 'table', table: tableOf(shares(5, 3, 2, 2, 2, 3, 3), 1, [header, ...rows]) },
        ],
      },
      ...(postings.length === 0
        ? []
        : [{ name: restatementTerms.postings, orientation: 'portrait' as const, blocks: postings }]),
    ],
    figures: items.flatMap(({ reported, restated, difference }) => [reported, restated, difference]),
  };
};
