import { exact } from '#kernel/money.js';
import { baseDataTerms } from '../documents/terms.js';
import { type BaseDataDefinition, type BaseDataItem, baseDataItems } from '../evaluation/base-data.js';
import { type Asked, evaluateIndicators } from '../evaluate-indicators.js';
import type { Narrowing } from '../indicator.js';
import { fiscalYear } from '../kernel.js';
import type { Ledger, Reading } from '../ports/ledger.js';
import type { Registry } from '../registry.js';

/** A figure as it is asked for; `where` narrows it to one project. */
export interface AskedFigure {
  readonly code: string;
  readonly where?: Narrowing;
}

/** A line of money of the base data: its figures, undefined where nobody keeps one. */
export interface MoneyLine {
  /** Its place in the form: `total`, `project-1`. */
  readonly key: string;
  /** The number before the name, as printed. */
  readonly no?: string;
  readonly name: string;
  readonly budget?: AskedFigure;
  readonly final?: AskedFigure;
}

const NUMBERED: Partial<Readonly<Record<BaseDataItem, string>>> = {
  vehicles: '1、',
  travelAbroad: '2、',
  reception: '3、',
};

const lineOf = ({ money }: BaseDataDefinition, item: BaseDataItem): MoneyLine => {
  const { budget, final } = money[item];
  const no = NUMBERED[item];
  return {
    ...{ key: item, name: baseDataTerms[item] },
    ...(no !== undefined && { no }),
    ...(budget !== undefined && { budget: { code: budget } }),
    ...(final !== undefined && { final: { code: final } }),
  };
};

const PAGE = 500;

/** Projects of a year by their code. */
const projectsIn = async (
  ledger: Pick<Ledger, 'registerRows'>,
  reading: Reading,
  { projects }: BaseDataDefinition,
  year: number,
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  let after: string | undefined;
  do {
    const query = { register: projects.register, filters: { ...projects.filters, [projects.year]: String(year) } };
    const page = await ledger.registerRows(reading, {
      ...query,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { columns } of page.rows) found.set(String(columns[projects.code]), String(columns[projects.name]));
    after = page.next;
  } while (after !== undefined);
  return found;
};

/** A line for each project with money in the year or the one before, by code; those of neither are left out. */
const projectLines = async (
  { registry, ledger }: { readonly registry: Registry; readonly ledger: Ledger },
  reading: Reading,
  definition: BaseDataDefinition,
  year: number,
): Promise<readonly MoneyLine[]> => {
  const { money, projects } = definition;
  const { budget, final } = money.projects;
  const names = new Map([
    ...(await projectsIn(ledger, reading, definition, year - 1)),
    ...(await projectsIn(ledger, reading, definition, year)),
  ]);
  const codes = [...names.keys()].sort();
  const asked = codes.flatMap((code): readonly Asked[] =>
    [budget, final].flatMap((item) => (item === undefined ? [] : [{ code: item, where: { [projects.split]: code } }])),
  );
  const years = await Promise.all(
    [year, year - 1].map((each) => evaluateIndicators(ledger, registry, reading, fiscalYear(each), asked)),
  );
  const each = asked.length / Math.max(1, codes.length);
  const hasMoney = (at: number): boolean =>
    years.some((values) =>
      values.slice(at * each, (at + 1) * each).some(({ value }) => value !== null && !exact(value).isZero()),
    );
  return codes
    .filter((_, at) => hasMoney(at))
    .map((code, at): MoneyLine => {
      const where = { [projects.split]: code };
      return {
        ...{ key: `project-${at + 1}`, no: `${at + 1}、`, name: names.get(code) ?? code },
        ...(budget !== undefined && { budget: { code: budget, where } }),
        ...(final !== undefined && { final: { code: final, where } }),
      };
    });
};

/** The lines of money of the form in their order, a line for each project below their sum. */
export const moneyLines = async (
  ports: { readonly registry: Registry; readonly ledger: Ledger },
  reading: Reading,
  definition: BaseDataDefinition,
  year: number,
): Promise<readonly MoneyLine[]> => {
  const projects = await projectLines(ports, reading, definition, year);
  return baseDataItems.flatMap((item) => [lineOf(definition, item), ...(item === 'projects' ? projects : [])]);
};
