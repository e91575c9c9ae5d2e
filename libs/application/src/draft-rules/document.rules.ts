import type { CaseFile, CaseRow } from '../case-file.js';
import { type Draft, type DraftRule, document, hasTargetColumn, idsOf, isWord, linesNamedIn, rows } from './rule.js';

/** What only another document of the bureau and year can contradict. */
const acrossDocuments =
  (broken: (draft: Draft, other: CaseFile) => readonly CaseRow[]): DraftRule['broken'] =>
  (draft) =>
    draft.companions.flatMap((other) => {
      const found = broken(draft, other);
      return found.length === 0 ? [] : [idsOf(found)];
    });

/** What a document says was spent in one field of work, out of which first budget, and the rows that print it. */
const spentOn = (
  file: CaseFile,
  draft: Draft,
): readonly {
  readonly field: string;
  readonly budget: number | null;
  readonly spent: number;
  readonly rows: readonly CaseRow[];
}[] =>
  file.funds.lines.flatMap(({ id, name, initialBudget, executed }) => {
    const [field] = linesNamedIn(draft, name);
    if (field === undefined || executed === null) return [];
    const whole = file.funds.lines.length === 1;
    const printed = file.rows.filter(
      (row) =>
        row.kind === 'budget' &&
        row.actual?.number === executed &&
        (linesNamedIn(draft, row.level3).includes(field) ||
          row.derivations.some(({ expression }) => expression.includes(`'${id}'`)) ||
          whole),
    );
    return [{ field, budget: initialBudget, spent: executed, rows: printed }];
  });

const unspentRows = (file: CaseFile): readonly CaseRow[] =>
  file.rows.filter(({ kind, level3, actual }) => kind === 'budget' && /结余/.test(level3) && (actual?.number ?? 0) > 0);

/** Rows that print a full-year budget equal to what was spent. */
const allSpentRows = (file: CaseFile): readonly CaseRow[] =>
  file.rows.filter(({ columns }) => {
    const [full, spent] = [columns?.['全年预算数'], columns?.['全年执行数']];
    return full != null && full === spent;
  });

export const OTHER_LEVEL: Readonly<Record<string, RegExp>> = { 县: /全区|我区/, 区: /全县|我县/ };

/** What concerns a document as a whole, and one beside another. */
export const documentRules: readonly DraftRule[] = [
  {
    code: 'cross-document-conflict',
    severity: 'block',
    message: '同一单位同一年度的两份报告数字不一致',
    broken: acrossDocuments((draft, other) => {
      const theirs = spentOn(other, draft);
      return spentOn(draft.file, draft).flatMap(({ field, budget, spent, rows: printed }) =>
        theirs.some((item) => item.field === field && item.budget === budget && item.spent !== spent) ? printed : [],
      );
    }),
  },
  {
    code: 'cross-document-conflict',
    severity: 'warn',
    message: '一份报告称资金全部支出，另一份报告仍有结余',
    broken: acrossDocuments(({ file }, other) => [
      ...(allSpentRows(other).length > 0 ? unspentRows(file) : []),
      ...(unspentRows(other).length > 0 ? allSpentRows(file) : []),
    ]),
  },
  {
    code: 'personal-data-printed',
    severity: 'block',
    message: '公开稿印有个人姓名或电话',
    broken: document(({ file }) => (file.redactions?.length ?? 0) > 0),
  },
  {
    code: 'report-late',
    severity: 'warn',
    message: '报告晚于次年年底签发',
    broken: document(
      ({ file }) => file.period.documentDate !== null && file.period.documentDate > `${file.fiscalYear + 1}-12-31`,
    ),
  },
  {
    code: 'level-word-mismatch',
    severity: 'warn',
    message: '文中的“全县”“全区”与单位层级不符',
    broken: rows(({ description, level3 }, _figure, { file }) => {
      const wrong = OTHER_LEVEL[file.bureau.level];
      return wrong !== undefined && wrong.test(`${level3}${description ?? ''}`);
    }),
  },
  {
    code: 'qualitative-without-grade',
    severity: 'warn',
    message: '定性指标没有评定等次',
    broken: rows(
      (row, _figure, draft) =>
        !hasTargetColumn(draft) &&
        row.kind === 'qualitative' &&
        /效益|可持续/.test(row.level2 ?? '') &&
        isWord(row.printedActual) &&
        row.printedActual !== '无',
    ),
  },
];
