import { exact, roundForPrint, toTenThousands } from '#kernel/money.js';
import type { CaseRow } from '../case-file.js';
import type { CaseMaterial } from './case-material.js';
import { type FigureEntry, PERCENT, UNIT_OF_MONEY, figureEntry } from './figure-entry.js';
import { byHand, ofIndicator } from './figure-sources.js';
import { rowsOfProject } from './forms/targets.form.js';
import type { FigureSource } from './printed.js';
import { targetTerms } from './terms.js';

/** A point of a spending plan, `3月底` of a row: as the log has it, else as it was typed. */
export const planFigure = (
  { report: { file }, plans }: CaseMaterial,
  row: CaseRow,
  heading: string,
  typed: number,
): FigureEntry => {
  const line = file.funds.lines.find((item) => rowsOfProject(file, item).includes(row));
  const logged = plans.points
    .get(line?.id ?? '')
    ?.find(({ monthEnd }) => targetTerms.monthEnd(Number(monthEnd.slice(5, 7))) === heading);
  const percent = exact(logged?.percent ?? typed);
  const rule = `${targetTerms.plannedIn}[${line?.id ?? ''},${logged?.monthEnd ?? ''}]`;
  const source: FigureSource = logged === undefined ? byHand : { kind: 'derived', rule, from: [] };
  return figureEntry(`${row.id}.${heading}`, percent.toFixed(2), percent.toFixed(), PERCENT, source);
};

/** A share of a budget in cents has at most this many decimals in 万元 worth printing. */
const DECIMALS = 4;

/** What the plans come to by each of their days: `planned.03-31`. */
export const plannedFigures = (material: CaseMaterial): readonly FigureEntry[] =>
  material.plans.planned.flatMap(({ by, period, value: { code, value, version } }) => {
    if (value === null) return [];
    const { project } = material.plans;
    const wan = toTenThousands(value);
    const source: FigureSource =
      project === undefined && version !== null
        ? ofIndicator(material, code, version, period)
        : { kind: 'derived', rule: `${code}[${project ?? ''}]`, from: [] };
    const text = roundForPrint(wan, DECIMALS).toFixed();
    return [figureEntry(`planned.${by.slice(5)}`, text, wan.toFixed(), UNIT_OF_MONEY, source)];
  });
