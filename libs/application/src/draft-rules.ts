import { type CaseFile, type CaseRow, countedAt } from './case-file.js';
import { dateOf } from './case-figures.js';
import type { RowFigure } from './case-rows.js';
import type { Finding } from './identity.js';
import type { Registry } from './registry.js';

/** The draft a rule looks at. */
export interface Draft {
  readonly file: CaseFile;
  readonly registry: Registry;
  readonly figures: readonly RowFigure[];
}

/** A check of the form of a draft, by its fields and indicator codes, never by the names of its rows. */
interface DraftRule {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  /** Rows it is broken by, one list for each finding. A list may be empty where the document as a whole breaks it. */
  readonly broken: (draft: Draft) => readonly (readonly string[])[];
}

/** A rule about single rows: one finding names them all. */
const rows = (holds: (row: CaseRow, figure: RowFigure, draft: Draft) => boolean): DraftRule['broken'] => {
  return (draft) => {
    const found = draft.figures.filter((figure) => holds(figure.row, figure, draft)).map(({ row }) => row.id);
    return found.length === 0 ? [] : [found];
  };
};

const inForm = ({ group }: CaseRow): boolean => group !== undefined;
const tidy = (text: string | null): string | undefined => text?.replaceAll(/\s/g, '').replaceAll('％', '%');
const isWord = (text: string | null): boolean => text !== null && text.trim() !== '' && !/\d/.test(text);

/** First heading of a section: `附件` of `附件 / 绩效指标`. */
const partOf = ({ section }: CaseRow): string => section.split(' / ')[0] ?? section;

/** Parts of the document that hold the form. */
const formParts = ({ file }: Draft): ReadonlySet<string> => new Set(file.rows.filter(inForm).map(partOf));

const expressionOf = ({ derivations }: CaseRow): string | undefined => derivations[0]?.expression;

/** Grades of the self-evaluation. @source 财政部 项目支出绩效评价管理办法 (财预〔2020〕10号) 第十九条 */
const GRADES = ['优', '良', '中', '差'];
const gradeRows = ({ file }: Draft): readonly string[] =>
  file.rows
    .filter(({ kind, printedActual }) => kind === 'qualitative' && printedActual === file.template.printedGrade)
    .map(({ id }) => id);

/** What may not stand under a heading of the form (二级指标), told by kind and unit. */
const misplaced: readonly { readonly under: RegExp; readonly wrong: (row: CaseRow, draft: Draft) => boolean }[] = [
  {
    under: /^质量/,
    wrong: ({ indicator, unitOfCount }, { registry }) =>
      unitOfCount !== '%' && (indicator ?? []).some((code) => registry.indicators.get(code)?.kind === 'FLOW_COUNT'),
  },
  {
    under: /^经济效益/,
    wrong: ({ indicator, unitOfCount }) => indicator !== null && !/元/.test(unitOfCount ?? ''),
  },
  { under: /^生态效益/, wrong: ({ level3 }) => !/生态|环境|环保|节能|节约|污染|绿色|资源|垃圾/.test(level3) },
];

const establishmentRow = ({ file }: Draft, group: string, key: string): CaseRow | undefined =>
  file.rows.find((row) => expressionOf(row) === `establishment.${group}.${key}`);

export const draftRules: readonly DraftRule[] = [
  {
    code: 'actual-is-inequality',
    severity: 'block',
    message: '实际完成值写成了上下限，不是实测值',
    broken: rows(({ actualBound }) => actualBound !== undefined),
  },
  {
    code: 'approximate-number',
    severity: 'warn',
    message: '以“余”“近”表述，不是确数',
    broken: rows(({ actual }) => actual?.approximate !== undefined),
  },
  {
    code: 'target-without-operator',
    severity: 'warn',
    message: '年度指标值没有 ≥、≤ 或 =',
    broken: rows((row) => inForm(row) && row.target !== null && row.target.operator === null),
  },
  {
    code: 'target-equals-actual',
    severity: 'warn',
    message: '实际完成值与年度指标值完全相同',
    broken: rows((row) => inForm(row) && row.target !== null && tidy(row.printedTarget) === tidy(row.printedActual)),
  },
  {
    code: 'target-missing',
    severity: 'block',
    message: '年度指标值为空',
    broken: rows((row) => inForm(row) && row.printedTarget === null),
  },
  {
    code: 'actual-is-word',
    severity: 'block',
    message: '指标值是数字，实际完成值是文字',
    broken: rows((row) => inForm(row) && row.target !== null && isWord(row.printedActual)),
  },
  {
    code: 'computable-as-word',
    severity: 'warn',
    message: '可以计算的指标以文字填报',
    broken: rows(
      ({ kind, group, printedTarget, printedActual }) =>
        group !== undefined &&
        kind !== 'qualitative' &&
        kind !== 'manual' &&
        isWord(printedTarget) &&
        isWord(printedActual),
    ),
  },
  {
    code: 'no-target-column',
    severity: 'warn',
    message: '全文没有年度指标值，无从评分',
    broken: ({ file }) => (file.template.columns.some((column) => /指标值|目标值/.test(column)) ? [] : [[]]),
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
  ...misplaced.map(({ under, wrong }): DraftRule => ({
    code: 'indicator-misplaced',
    severity: 'warn',
    message: '指标归类不当',
    broken: rows((row, _figure, draft) => inForm(row) && under.test(row.level2 ?? '') && wrong(row, draft)),
  })),
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

/** Applies every rule of form to a draft. */
export const checkForm = (draft: Draft): readonly Finding[] =>
  draftRules.flatMap(({ code, severity, message, broken }) =>
    broken(draft).map((found) => ({
      code,
      severity,
      rule: code,
      rows: found,
      records: [],
      numbers: {},
      message: found.length === 0 ? message : `${message}（${nameRows(draft, found)}）`,
    })),
  );

const nameRows = ({ file }: Draft, ids: readonly string[]): string =>
  ids
    .map((id) => file.rows.find((row) => row.id === id))
    .map((row) => `${row?.level3 ?? ''} ${row?.printedActual ?? '空'}`)
    .join('；');
