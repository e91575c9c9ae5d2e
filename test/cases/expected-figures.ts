import type { CaseFile, CaseRow } from '#application/case-file.js';

/** What the paper must say at a place: digits as the report printed them, or a number however many decimals it has. */
export interface ExpectedFigure {
  /** Ids any of which may bear it; all that stand on the paper must say it. */
  readonly ids: readonly string[];
  readonly digits?: string;
  /** Words the report printed in the place of a number. */
  readonly words?: string;
  readonly number: number;
  /** What the report printed and the log does not say. */
  readonly not?: number;
}

/** Digits of a printed figure: 162.20 of `162.20 万元`; undefined where there are none, or several. */
const digitsOf = (text: string): string | undefined => {
  const all = text.match(/\d+(?:\.\d+)?/g) ?? [];
  return all.length === 1 ? all[0] : undefined;
};

/** Rounded half up to the decimals a text shows, without going through binary fractions. */
const sameNumber = (text: string, number: number): boolean => {
  const decimals = text.split('.')[1]?.length ?? 0;
  return Math.abs(Number(text) - number) <= 0.5 * 10 ** -decimals + 1e-9;
};

const resultOf = (row: CaseRow): readonly ExpectedFigure[] => {
  const [derivation] = row.derivations;
  const ids = [`${row.id}.actual`, `${row.id}.number`];
  const number = derivation?.result ?? row.actual?.number;
  if (number == null || (row.printedActual === null && row.unitOfCount === null)) return [];
  const printed = row.actual?.number;
  if (derivation?.match === 'contradicts')
    return [{ ids, number, ...(printed !== undefined && printed !== number && { not: printed }) }];
  const words = row.printedActual ?? '';
  if (row.printedActual !== null && !/\d/.test(words)) return [{ ids, number, words }];
  const digits = digitsOf(words);
  return [{ ids, number, ...(digits !== undefined && Number(digits) === number && { digits }) }];
};

const moneyOf = ({ id, columns = {} }: CaseRow): readonly ExpectedFigure[] => {
  const own = ['priorYearFinal', 'initialBudget', 'adjustedBudget', 'number', 'actual', ...Object.keys(columns)];
  const ids = [...own.map((column) => `${id}.${column}`), 'execution.rate'];
  return Object.values(columns ?? {}).flatMap((number) => (typeof number === 'number' ? [{ ids, number }] : []));
};

/** What a report of a case must say of its rows, worked out from the case file alone. */
export const resultsIn = ({ rows }: CaseFile): readonly ExpectedFigure[] => rows.flatMap(resultOf);

/** Money beside the results of rows, and the plan to spend it: one of the ids says it. */
const columnsIn = ({ rows }: CaseFile): readonly ExpectedFigure[] => rows.flatMap(moneyOf);

/** Scores of groups, and of the whole. */
const scoresIn = ({ template }: CaseFile): readonly ExpectedFigure[] => {
  const score = (id: string, number: number | null): readonly ExpectedFigure[] =>
    number === null ? [] : [{ ids: [id], number }];
  return [
    ...template.groups.flatMap((group) => score(`group.${group.id}.score`, group.score)),
    ...score('total.score', template.printedTotalScore),
  ];
};

/** Texts on a paper by the id of their figure. */
export type Paper = ReadonlyMap<string, readonly string[]>;

const faultsOf = (wanted: ExpectedFigure, text: string): readonly string[] => {
  const digits = digitsOf(text);
  const { number, not } = wanted;
  const said =
    text === wanted.words ||
    (digits !== undefined && (wanted.digits === undefined ? sameNumber(digits, number) : digits === wanted.digits));
  return [
    ...(said ? [] : [`${wanted.ids[0]}: ${text}, not ${wanted.digits ?? number}`]),
    ...(not !== undefined && digits !== undefined && sameNumber(digits, not) ? [`${wanted.ids[0]}: still ${not}`] : []),
  ];
};

const onPaper = ({ ids }: ExpectedFigure, paper: Paper): readonly string[] => ids.flatMap((id) => paper.get(id) ?? []);

/** What a paper says otherwise than a case file, one sentence a fault. */
export const wrongOnPaper = (file: CaseFile, paper: Paper): readonly string[] => [
  ...[...resultsIn(file), ...scoresIn(file)].flatMap((wanted) => {
    const texts = onPaper(wanted, paper);
    return texts.length === 0 ? [`${wanted.ids[0]} stands nowhere`] : texts.flatMap((text) => faultsOf(wanted, text));
  }),
  ...columnsIn(file).flatMap((wanted) =>
    onPaper(wanted, paper).some((text) => faultsOf(wanted, text).length === 0)
      ? []
      : [`${wanted.ids[0]}: no column says ${wanted.number}`],
  ),
  ...file.rows.flatMap(({ id, printedTarget }) => {
    const target = printedTarget?.replaceAll(/\s/g, '');
    const texts = paper.get(`${id}.target`) ?? [];
    return texts.filter((text) => text !== target).map((text) => `${id}.target: ${text}, not ${target}`);
  }),
];
