import type { CaseRow } from '../case-file.js';
import { parseFormula, pathsIn } from '../expressions.js';
import { parseFigure } from '../scoring/parse-figure.js';
import { findingTerms } from '../scoring/terms.js';
import {
  type Draft,
  type DraftRule,
  essenceOf,
  hasTargetColumn,
  idsOf,
  inForm,
  isWord,
  linesNamedIn,
  rows,
  sharing,
  tidy,
} from './rule.js';

/** Targets of one thing that are not one number. */
const conflicting =
  (keyOf: (row: CaseRow, draft: Draft) => string | undefined): DraftRule['broken'] =>
  (draft) =>
    sharing(draft, (row) => (row.target === null || row.kind === 'budget' ? undefined : keyOf(row, draft)))
      .filter((group) => new Set(group.map(({ target }) => target?.number)).size > 1)
      .map(idsOf);

/** The indicator a row has by itself, where its code says which; a survey's code alone does not say of what. */
const ownIndicator = ({ indicator, kind }: CaseRow): string | undefined =>
  kind === 'event' && indicator?.length === 1 ? indicator[0] : undefined;

/** The field of work a survey row asks about: as its description says, else as its table does. */
const topicOf = (row: CaseRow, draft: Draft): string | undefined => {
  const [own] = linesNamedIn(draft, `${row.level3}${row.description ?? ''}`);
  return own ?? linesNamedIn(draft, row.section)[0];
};

/** Names of plans and dates that stand in a cell instead of a value. */
const ANOTHER_PAPER = /^(年度(工作)?(计划|预算)|年终总结|\d{4}年底)$/;

const notNumeric = (row: CaseRow, draft: Draft): boolean => {
  const text = tidy(row.printedTarget);
  if (!inForm(row, draft) || text === undefined || text === '' || row.target !== null) return false;
  return ANOTHER_PAPER.test(text) || text === tidy(row.level3) || (row.kind === 'event' && isWord(text));
};

const isBareNumber = ({ printedTarget }: CaseRow): boolean => {
  const { number, unit } = parseFigure(printedTarget ?? '');
  return number !== undefined && unit === undefined;
};

/** How percent is written: `65%`, `65百分率`, `65%百分率`. */
const percentStyle = ({ printedTarget, unitOfCount }: CaseRow): string | undefined =>
  unitOfCount === '%' ? /(%?百分率|%)$/.exec(tidy(printedTarget) ?? '')?.[1] : undefined;

/** Counting units that a row adds up. */
const unitsAdded = ({ derivations }: CaseRow, { file }: Draft): ReadonlySet<string> => {
  const formula = derivations[0] === undefined ? undefined : parseFormula(derivations[0].expression);
  if (formula?.kind !== 'binary' || formula.operator !== '+') return new Set();
  return new Set(
    pathsIn(formula).flatMap((path) => {
      const [root, section = '', leaf = ''] = path.split('.');
      const leaves = root === 'activity' ? (file.activity[section] as Record<string, { unit: string }>) : undefined;
      return leaves?.[leaf]?.unit ?? [];
    }),
  );
};

/** Codes of single figures; a rate of satisfaction may be named by its line and by the survey. */
const codesIn = ({ indicator }: CaseRow): readonly string[] =>
  (indicator ?? []).filter((code) => !code.startsWith('SV-'));
const isPooled = (row: CaseRow): boolean =>
  codesIn(row).length > 1 && row.kind === 'event' && row.columns === undefined;
/** One number stands for several rates, or several names share a cell. */
const cannotBeOne = (row: CaseRow): boolean =>
  (row.derivations.length > 1 && row.actual !== null) || /[;；]/.test(row.level3);

/** What the cells of targets must say, and must not. */
export const targetRules: readonly DraftRule[] = [
  {
    code: 'no-target-column',
    severity: 'warn',
    message: '全文没有年度指标值，无从评分',
    broken: (draft) => (hasTargetColumn(draft) ? [] : [[]]),
  },
  {
    code: 'target-without-operator',
    severity: 'warn',
    message: findingTerms['target-without-operator'].zh,
    broken: rows((row, _figure, draft) => inForm(row, draft) && row.target !== null && row.target.operator === null),
  },
  {
    code: 'target-without-unit',
    severity: 'warn',
    message: findingTerms['target-without-unit'].zh,
    broken: rows(
      (row, _figure, draft) =>
        inForm(row, draft) && row.target !== null && isBareNumber(row) && row.unitOfCount !== null,
    ),
  },
  {
    code: 'target-equals-actual',
    severity: 'warn',
    message: '实际完成值与年度指标值完全相同',
    broken: rows(
      (row, _figure, draft) =>
        inForm(row, draft) && row.target !== null && tidy(row.printedTarget) === tidy(row.printedActual),
    ),
  },
  {
    code: 'target-missing',
    severity: 'block',
    message: '年度指标值为空',
    broken: rows((row, _figure, draft) => inForm(row, draft) && row.printedTarget === null),
  },
  {
    code: 'target-is-placeholder',
    severity: 'block',
    message: '年度指标值仍是占位符',
    broken: rows((row, _figure, draft) => inForm(row, draft) && /\*\*|××|XX|__/.test(row.printedTarget ?? '')),
  },
  {
    code: 'target-not-numeric',
    severity: 'block',
    message: '年度指标值写的是另一份文件、日期或指标名称，不是数值',
    broken: rows((row, _figure, draft) => notNumeric(row, draft)),
  },
  {
    code: 'actual-is-word',
    severity: 'block',
    message: findingTerms['actual-is-word'].zh,
    broken: rows((row, _figure, draft) => inForm(row, draft) && row.target !== null && isWord(row.printedActual)),
  },
  {
    code: 'computable-as-word',
    severity: 'warn',
    message: '可以计算的指标以文字填报',
    broken: rows(
      (row, _figure, draft) =>
        inForm(row, draft) &&
        row.kind !== 'qualitative' &&
        row.kind !== 'manual' &&
        isWord(row.printedTarget) &&
        (row.printedActual === null || isWord(row.printedActual)) &&
        !notNumeric(row, draft),
    ),
  },
  {
    code: 'bound-implausible',
    severity: 'block',
    message: '问卷比率的指标值不低于 100%，实际无法达到或无从判断',
    broken: rows(
      ({ kind, target, unitOfCount }) =>
        kind === 'survey' &&
        unitOfCount === '%' &&
        target !== null &&
        (target.operator === '≥' || target.operator === '>') &&
        target.number >= 100,
    ),
  },
  {
    code: 'conflicting-targets',
    severity: 'block',
    message: '同一指标有两个指标值',
    broken: conflicting((row) => essenceOf(row)),
  },
  {
    code: 'conflicting-targets',
    severity: 'warn',
    message: '同一指标在不同表中的指标值不同',
    broken: conflicting((row) => ownIndicator(row)),
  },
  {
    code: 'conflicting-targets',
    severity: 'warn',
    message: '同一满意度在不同表中的指标值不同',
    broken: conflicting((row, draft) => {
      const topic = row.kind === 'survey' ? topicOf(row, draft) : undefined;
      return topic === undefined ? undefined : `${topic} ${row.level3}`;
    }),
  },
  {
    code: 'several-indicators-in-one-row',
    severity: 'block',
    message: '一行填报了几个不同的指标',
    broken: rows((row) => isPooled(row) && cannotBeOne(row)),
  },
  {
    code: 'several-indicators-in-one-row',
    severity: 'warn',
    message: '一行合并填报了几个指标',
    broken: rows((row) => isPooled(row) && !cannotBeOne(row)),
  },
  {
    code: 'mixed-units',
    severity: 'warn',
    message: '不同计量单位的数量相加',
    broken: rows((row, _figure, draft) => unitsAdded(row, draft).size > 1),
  },
  {
    code: 'unit-inconsistent',
    severity: 'warn',
    message: '同一计量单位写法不一',
    broken: (draft) => {
      const written = draft.file.rows.filter((row) => percentStyle(row) !== undefined);
      return new Set(written.map(percentStyle)).size > 1 ? [idsOf(written)] : [];
    },
  },
  {
    code: 'duplicate-across-projects',
    severity: 'warn',
    message: '同一工作量列入两个项目',
    broken: (draft) => {
      const found = sharing(draft, (row) =>
        inForm(row, draft) && row.group === undefined ? essenceOf(row) : undefined,
      )
        .filter((group) => new Set(group.map(({ section }) => section)).size > 1)
        .flatMap(idsOf);
      return found.length === 0 ? [] : [found];
    },
  },
];
