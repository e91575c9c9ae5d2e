import type { CaseRow } from '../case-file.js';
import { type Draft, type DraftRule, idsOf, inForm, linesNamedIn, linesOf, rows, tidy } from './rule.js';

/** Names of levels, which are no indicators. */
const LEVEL_NAME = /^(数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标$/;

/** What may not stand under a heading of the form (二级指标), told by kind and unit. */
const misplaced: readonly { readonly under: RegExp; readonly wrong: (row: CaseRow, draft: Draft) => boolean }[] = [
  { under: /^数量/, wrong: ({ unitOfCount }) => unitOfCount === '%' },
  {
    under: /^质量/,
    wrong: ({ indicator, unitOfCount }, { registry }) =>
      unitOfCount !== '%' && (indicator ?? []).some((code) => registry.indicators.get(code)?.kind === 'FLOW_COUNT'),
  },
  { under: /^质量/, wrong: ({ kind }) => kind === 'budget' },
  {
    under: /^时效/,
    wrong: ({ kind, unitOfCount }) => kind === 'event' && unitOfCount !== null && unitOfCount !== '%',
  },
  { under: /^成本/, wrong: ({ level3, description }) => /使用率|到位率/.test(`${level3}${description ?? ''}`) },
  {
    under: /^经济效益/,
    wrong: ({ indicator, unitOfCount }) => indicator !== null && !/元/.test(unitOfCount ?? ''),
  },
  { under: /^生态效益/, wrong: ({ level3 }) => !/生态|环境|环保|节能|节约|污染|绿色|资源|垃圾/.test(level3) },
  { under: /^可持续/, wrong: ({ kind, indicator }) => kind === 'event' && indicator !== null },
];

/** The one field of work a table of targets, or a report on one project, is about. */
const projectOf = (row: CaseRow, draft: Draft): string | undefined => {
  const table = linesNamedIn(draft, row.section);
  const named = table.length > 0 ? table : linesNamedIn(draft, draft.file.funds.name);
  return named.length === 1 ? named[0] : undefined;
};

const foreign = (row: CaseRow, draft: Draft): boolean => {
  const project = projectOf(row, draft);
  if (project === undefined || !inForm(row, draft) || !['event', 'survey'].includes(row.kind)) return false;
  const spoken = linesNamedIn(draft, row.level3);
  const own = spoken.length > 0 ? spoken : linesOf(draft, row);
  return own.length > 0 && !own.includes(project);
};

const letters = (row: CaseRow): string => (tidy(row.level3) ?? '').replaceAll(/[,，.。;；、]/g, '');

/** Pairs of goals of one section, one of which repeats the other. */
const repeated = ({ file }: Draft): readonly (readonly CaseRow[])[] => {
  const goals = file.rows.filter(({ kind }) => kind === 'qualitative');
  return goals.flatMap((first, at) =>
    goals.slice(at + 1).flatMap((second) => {
      const [one, other] = [letters(first), letters(second)];
      const inside = Math.min(one.length, other.length) >= 8 && (one.includes(other) || other.includes(one));
      return inside && first.section === second.section ? [[first, second]] : [];
    }),
  );
};

/** Where rows stand, what they are called, and what they repeat. */
export const placementRules: readonly DraftRule[] = [
  ...misplaced.map(({ under, wrong }): DraftRule => ({
    code: 'indicator-misplaced',
    severity: 'warn',
    message: '指标归类不当',
    broken: rows((row, _figure, draft) => row.level1 !== null && under.test(row.level2 ?? '') && wrong(row, draft)),
  })),
  {
    code: 'indicator-misplaced',
    severity: 'warn',
    message: '指标名称填成了指标级别的名称',
    broken: rows(
      (row, _figure, draft) =>
        inForm(row, draft) &&
        (LEVEL_NAME.test(tidy(row.level3) ?? '') || draft.file.template.level1Names.includes(tidy(row.level2) ?? '')),
    ),
  },
  {
    code: 'indicator-misplaced',
    severity: 'warn',
    message: '指标属于另一项目',
    broken: rows((row, _figure, draft) => foreign(row, draft)),
  },
  {
    code: 'name-unit-mismatch',
    severity: 'warn',
    message: '名称为比率而计量单位不是 %',
    broken: rows(
      (row, _figure, draft) =>
        inForm(row, draft) && /率$/.test(tidy(row.level3) ?? '') && row.unitOfCount !== null && row.unitOfCount !== '%',
    ),
  },
  {
    code: 'name-unit-mismatch',
    severity: 'warn',
    message: '以日期作为指标名称',
    broken: rows((row, _figure, draft) => inForm(row, draft) && /^\d{4}年(内|底)?$/.test(tidy(row.level3) ?? '')),
  },
  {
    code: 'duplicate-row',
    severity: 'warn',
    message: '两行内容重复',
    broken: (draft) => repeated(draft).map(idsOf),
  },
  {
    code: 'basis-unstated',
    severity: 'warn',
    message: '比率有几种口径，未说明分母',
    broken: rows(
      ({ variant, unitOfCount, indicator }, _figure, { registry }) =>
        variant != null &&
        unitOfCount === '%' &&
        [...registry.indicators.values()].some(
          ({ of, variant: reading }) => reading !== undefined && indicator?.[0] === of,
        ),
    ),
  },
];
