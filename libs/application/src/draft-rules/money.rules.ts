import { exact, roundForPrint } from '#kernel/money.js';
import { namesOf } from '../case-names.js';
import type { CaseRow } from '../case-file.js';
import { evaluateFormula, parseFormula } from '../expressions.js';
import { findingTerms } from '../scoring/terms.js';
import {
  type Draft,
  type DraftRule,
  essenceOf,
  expressionOf,
  idsOf,
  isWord,
  linesNamedIn,
  linesOf,
  pathsOf,
  rows,
  sharing,
} from './rule.js';

type Columns = Readonly<Record<string, number | null>>;
const cell = ({ columns }: CaseRow, heading: RegExp): number | null | undefined =>
  Object.entries((columns ?? {}) as Columns).find(([name]) => heading.test(name))?.[1];

/** What the document's own numbers give for a row, at the decimals of its expression. */
const recomputed = (row: CaseRow, { file }: Draft): number | null => {
  const expression = expressionOf(row);
  return expression === undefined
    ? null
    : (evaluateFormula(parseFormula(expression), namesOf(file))?.toNumber() ?? null);
};

const differs = (row: CaseRow, draft: Draft): boolean => {
  const value = recomputed(row, draft);
  return row.actual !== null && row.unitOfCount === '%' && value !== null && value !== row.actual.number;
};

/** Rows of the same table that print a number the row's formula uses. */
const operandsOf = (row: CaseRow, { file }: Draft): readonly CaseRow[] => {
  const names = namesOf(file);
  const used = pathsOf(row).map((path) => names.name(path)?.toNumber());
  return file.rows.filter(
    (other) =>
      other !== row && other.section === row.section && other.actual !== null && used.includes(other.actual.number),
  );
};

/** 预算控制, 成本控制: whether spending stayed within the budget. */
const saysWithinBudget = ({ level3, kind, printedActual }: CaseRow): boolean =>
  kind === 'budget' && /成本.*控制|控制.*成本/.test(level3) && isWord(printedActual);

/** Lines of the money of which nothing was spent, and the rows that print that nothing. */
const unspent = (draft: Draft): readonly { readonly name: string; readonly rows: readonly CaseRow[] }[] =>
  draft.file.funds.lines
    .filter(
      ({ executed, adjustedBudget, initialBudget }) => executed === 0 && (adjustedBudget ?? initialBudget ?? 0) > 0,
    )
    .map(({ id, name }) => ({
      name,
      rows: draft.file.rows.filter((row) => expressionOf(row) === `fund('${id}','executed')`),
    }));

const isOutput = (row: CaseRow): boolean =>
  row.kind === 'event' && (row.actual?.number ?? 0) > 0 && row.level1 !== null;
const isEquipment = (row: CaseRow): boolean => pathsOf(row).some((path) => /(^|\.)facilities\./.test(path));

/** Spending progress or schedule said to be complete. */
const saysComplete = ({ level3, printedActual, kind, actual }: CaseRow): boolean =>
  (kind === 'budget' && /支出进度/.test(level3) && isWord(printedActual)) ||
  (/计划完成及时率/.test(level3) && actual?.number === 100);

/** What the money columns of a document must agree on. */
export const moneyRules: readonly DraftRule[] = [
  {
    code: 'ratio-misprinted',
    severity: 'block',
    message: findingTerms['ratio-misprinted'].zh,
    broken: (draft) =>
      draft.file.rows
        .filter((row) => row.kind === 'establishment' && differs(row, draft))
        .map((row) => idsOf([row, ...operandsOf(row, draft)])),
  },
  {
    code: 'ratio-not-reproducible',
    severity: 'warn',
    message: '比率与任何一种预算口径都不符',
    broken: rows((row, _figure, draft) => {
      if (row.kind !== 'budget' || row.group === undefined || !differs(row, draft)) return false;
      const { executed, adjustedBudget, initialBudget, received } = draft.file.funds.total;
      const printed = row.actual?.number;
      return [adjustedBudget, initialBudget, received].every(
        (base) =>
          base === null ||
          base === 0 ||
          executed === null ||
          roundForPrint(exact(executed).times(100).dividedBy(base), 2).toNumber() !== printed,
      );
    }),
  },
  {
    code: 'budget-equals-executed',
    severity: 'warn',
    message: '全年预算数与执行数分毫不差，执行率不说明问题',
    broken: rows((row) => {
      const [initial, full, spent] = [cell(row, /年初预算/), cell(row, /全年预算/), cell(row, /全年执行/)];
      return full != null && full === spent && initial != null && initial !== full;
    }),
  },
  {
    code: 'line-over-budget',
    severity: 'warn',
    message: '分项支出超出预算',
    broken: (draft) => {
      const over = draft.file.rows.filter((row) => {
        const [budget, spent] = [cell(row, /^\d{4}年预算/), cell(row, /^\d{4}年决算/)];
        const year = draft.file.fiscalYear;
        const last = cell(row, new RegExp(`^${year}年决算`)) ?? spent;
        return budget != null && last != null && last > budget;
      });
      return over.length === 0 ? [] : [idsOf([...over, ...draft.file.rows.filter(saysWithinBudget)])];
    },
  },
  {
    code: 'spending-without-budget',
    severity: 'warn',
    message: '有支出而无年初预算',
    broken: rows((row, _figure, { file }) => {
      const [budget, spent] = [cell(row, /^\d{4}年预算/), cell(row, new RegExp(`^${file.fiscalYear}年决算`))];
      return budget === null && spent != null && spent > 0;
    }),
  },
  {
    code: 'output-without-spending',
    severity: 'warn',
    message: '资金未支出而列为产出',
    broken: (draft) => {
      const lines = unspent(draft);
      if (lines.length === 0) return [];
      const fields = new Set(lines.flatMap(({ name }) => linesNamedIn(draft, name)));
      const outputs = draft.file.rows.filter(
        (row) => isEquipment(row) || (isOutput(row) && linesOf(draft, row).some((line) => fields.has(line))),
      );
      return outputs.length === 0 ? [] : [idsOf([...lines.flatMap((line) => line.rows), ...outputs])];
    },
  },
  {
    code: 'narrative-contradicts-table',
    severity: 'block',
    message: '文中所称未达到，表中数字不支持',
    broken: (draft) =>
      draft.file.rows.flatMap((claim) => {
        const { target } = claim;
        if (claim.level1 !== null || target?.operator !== '≥' || claim.actual !== null) return [];
        const denied = draft.file.rows.filter(
          (row) => row.level1 !== null && row.actual !== null && essenceOf(row) === essenceOf(claim),
        );
        return denied.some(({ actual }) => (actual?.number ?? 0) < target.number) ? [idsOf([claim, ...denied])] : [];
      }),
  },
  {
    code: 'narrative-contradicts-table',
    severity: 'block',
    message: '称支出进度已完成，而尚有结余',
    broken: (draft) => {
      const complete = draft.file.rows.filter(saysComplete);
      const left = draft.file.rows.filter(
        ({ level3, kind, actual }) => kind === 'budget' && /结余/.test(level3) && (actual?.number ?? 0) > 0,
      );
      return complete.length === 0 || left.length === 0 ? [] : [idsOf([...complete, ...left])];
    },
  },
  {
    code: 'print-precision-differs',
    severity: 'warn',
    message: '同一数值小数位数不一',
    broken: (draft) => {
      const decimals = ({ printedActual }: CaseRow): number => /\d+\.(\d+)/.exec(printedActual ?? '')?.[1]?.length ?? 0;
      return sharing(draft, (row) =>
        row.actual === null || row.kind !== 'budget'
          ? undefined
          : `${essenceOf(row)} ${row.actual.unit} ${row.actual.number}`,
      )
        .filter((group) => group[0]?.unitOfCount === '%' && new Set(group.map(decimals)).size > 1)
        .map(idsOf);
    },
  },
  {
    code: 'total-missing',
    severity: 'warn',
    message: '合计数为空',
    broken: rows(
      (row, _figure, { file }) =>
        row.kind === 'budget' &&
        /三公经费|合计|总额/.test(row.level3) &&
        row.actual === null &&
        row.printedTarget === null &&
        file.rows.some(
          (other) => other !== row && other.actual !== null && other.indicator?.[0] === row.indicator?.[0],
        ),
    ),
  },
  {
    code: 'total-missing',
    severity: 'warn',
    message: '各项目没有合计数',
    broken: (draft) => {
      const { lines } = draft.file.funds;
      const total = draft.file.rows.some((row) => pathsOf(row).some((path) => path.startsWith('funds.total.')));
      const shown = new Set(draft.file.rows.filter((row) => row.level3 === '预算数').map(({ section }) => section));
      return lines.length > 1 && shown.size > 1 && !total ? [[]] : [];
    },
  },
  {
    code: 'text-illegible',
    severity: 'block',
    message: '支出计划有数字无法辨认，须按原件补录',
    broken: (draft) => {
      const unread = draft.file.funds.lines.filter(({ spendingPlan }) => spendingPlan?.some(({ assumed }) => assumed));
      return unread.length === 0
        ? []
        : [
            idsOf(
              draft.file.rows.filter(
                (row) => cell(row, /月底/) !== undefined && unread.some(({ name }) => row.section.includes(name)),
              ),
            ),
          ];
    },
  },
  {
    code: 'field-blank',
    severity: 'warn',
    message: '表中栏目未填',
    broken: ({ file }) => (/is left blank/.test(file.funds.note ?? '') ? [[]] : []),
  },
];
