import { countedAt, type CaseRow } from '../case-file.js';
import { dateOf } from '../case-figures.js';
import { findingTerms, grades } from '../scoring/terms.js';
import { type Draft, type DraftRule, expressionOf, formParts, partOf, rows } from './rule.js';

/** Grades of the self-evaluation. @source 财政部 项目支出绩效评价管理办法 (财预〔2020〕10号) 第十九条 */
const GRADES = Object.values(grades).map(({ zh }) => zh);
const gradeRows = ({ file }: Draft): readonly string[] =>
  file.rows
    .filter(({ kind, printedActual }) => kind === 'qualitative' && printedActual === file.template.printedGrade)
    .map(({ id }) => id);

const establishmentRow = ({ file }: Draft, group: string, key: string): CaseRow | undefined =>
  file.rows.find((row) => expressionOf(row) === `establishment.${group}.${key}`);

/** How the cells of a document are filled in. */
export const formRules: readonly DraftRule[] = [
  {
    code: 'actual-is-inequality',
    severity: 'block',
    message: findingTerms['actual-is-inequality'].zh,
    broken: rows(({ actualBound }) => actualBound !== undefined),
  },
  {
    code: 'approximate-number',
    severity: 'warn',
    message: '以“余”“近”表述，不是确数',
    broken: rows(({ actual }) => actual?.approximate !== undefined),
  },
  {
    code: 'as-of-not-period-end',
    severity: 'warn',
    message: '时点数的截止日不是报告期末',
    broken: (draft) => {
      const { file, registry, figures } = draft;
      if (countedAt(file) === file.period.to) return [];
      const printed = new Set(figures.map(({ indicator }) => indicator));
      return rows((row, { indicator }) => {
        const definition = indicator === null ? undefined : registry.indicators.get(indicator);
        // A part stands with its whole, whose date it shares.
        const alone = definition?.of === undefined || !printed.has(definition.of);
        const dated = definition?.kind === 'STOCK' || definition?.kind === 'CUMULATIVE';
        return dated && alone && row.actual !== null && dateOf(file, row) === countedAt(file);
      })(draft);
    },
  },
  {
    code: 'grade-word-off-scale',
    severity: 'warn',
    message: '等次不是优、良、中、差之一',
    broken: (draft) => {
      const { printedGrade } = draft.file.template;
      return printedGrade === null || GRADES.includes(printedGrade) ? [] : [gradeRows(draft)];
    },
  },
  {
    code: 'grade-without-score',
    severity: 'block',
    message: '有等次而没有得分',
    broken: (draft) => {
      const { printedGrade, printedTotalScore } = draft.file.template;
      return printedGrade !== null && printedTotalScore === null ? [gradeRows(draft)] : [];
    },
  },
  {
    code: 'narrative-contradicts-table',
    severity: 'block',
    message: '同一数值在文中与表中不一致',
    broken: (draft) => {
      const same = new Map<string, CaseRow[]>();
      for (const row of draft.file.rows) {
        const expression = expressionOf(row);
        if (expression === undefined || row.actual === null || row.indicator === null) continue;
        const key = `${row.indicator.join()} ${expression} ${dateOf(draft.file, row)} ${row.actual.unit.replace('％', '%')}`;
        same.set(key, [...(same.get(key) ?? []), row]);
      }
      return [...same.values()]
        .filter((group) => new Set(group.map(({ actual }) => actual?.number)).size > 1)
        .map((group) => group.map(({ id }) => id));
    },
  },
  {
    code: 'narrative-not-in-table',
    severity: 'warn',
    message: '文中的比率指标不在绩效自评表中',
    broken: (draft) => {
      const parts = formParts(draft);
      if (parts.size === 0) return [];
      const inTable = new Set(draft.file.rows.filter((row) => parts.has(partOf(row))).map(expressionOf));
      return rows((row) => row.actual?.unit === '%' && !parts.has(partOf(row)) && !inTable.has(expressionOf(row)))(
        draft,
      );
    },
  },
  {
    code: 'staff-without-post',
    severity: 'warn',
    message: '有人员而无相应编制',
    broken: (draft) => {
      const staff = Object.keys((draft.file.establishment['staff'] as object | undefined) ?? {});
      return staff.flatMap((key) => {
        const [post, person] = [establishmentRow(draft, 'posts', key), establishmentRow(draft, 'staff', key)];
        if (post?.actual?.number !== 0 || (person?.actual?.number ?? 0) === 0) return [];
        return [[post, person, establishmentRow(draft, 'staff', 'total')].flatMap((row) => row?.id ?? [])];
      });
    },
  },
];
