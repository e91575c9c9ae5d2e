import { type Exact } from '#kernel/money.js';
import { figuresOf } from '../case-figures.js';
import { moneyPath } from '../case-file.js';
import { type CaseMaterial, monthEnd } from './case-material.js';
import {
  type FigureEntry,
  type IdsOf,
  PERCENT,
  UNIT_OF_MONEY,
  figureEntry,
  moneyText,
  rateText,
} from './figure-entry.js';
import { sourceOfAmount } from './figure-sources.js';
import type { FigureSource } from './printed.js';
import { resultOf } from './row-figures.js';

/** What stood at the end of each month a narrative asks for; a figure that rests on later days was not known then. */
export const monthFigures = (material: CaseMaterial, idsOf: IdsOf): readonly FigureEntry[] => {
  const { report, registry, amounts } = material;
  const path = moneyPath('initialBudget');
  const [budget, leaves] = [amounts.get(path) ?? null, figuresOf(report.file, registry, path) ?? []];
  if (material.months.size === 0) return [];
  const money = (id: string, value: Exact | null, source: FigureSource): readonly FigureEntry[] =>
    value === null ? [] : [figureEntry(id, moneyText(value), value.toFixed(), UNIT_OF_MONEY, source)];
  return [
    ...money('monitoring.budget', budget, sourceOfAmount(material, path, leaves)),
    ...[...material.months].flatMap(([month, { rows, executed }]) => {
      const end = monthEnd(report.file, month);
      const [spentId, rateId] = [`monitoring.executed-${month}`, `monitoring.rate-${month}`];
      const spent = sourceOfAmount(material, `${moneyPath('executed')} ≤ ${end}`, []);
      const rate =
        budget === null || executed === null || budget.isZero() ? null : executed.times(100).dividedBy(budget);
      const from = ['monitoring.budget', spentId];
      return [
        ...money(spentId, executed, spent),
        ...(rate === null
          ? []
          : [figureEntry(rateId, rateText(rate), rate.toFixed(), PERCENT, { kind: 'derived', rule: '÷', from })]),
        ...rows
          .filter(({ basis }) => basis.length > 0 && basis.every(({ period }) => period.to <= end))
          .flatMap((figure) => resultOf(material, figure, idsOf))
          .filter(([id]) => id.endsWith(ACTUAL))
          .map(([id, figure]): FigureEntry => {
            const then = `${id.slice(0, -ACTUAL.length)}.month-${month}`;
            return [then, { ...figure, id: then }];
          }),
      ];
    }),
  ];
};
const ACTUAL = '.actual';
