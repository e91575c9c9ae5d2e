import type { CaseFile, CaseRow } from '#application/case-file.js';
import { exact } from '#kernel/money.js';
import type { DataOfEvent, TargetRow } from '../domain/events.js';

/** A form of a published report: whose targets it holds, and its rows. */
export interface PrintedForm {
  readonly file: CaseFile;
  readonly subject: DataOfEvent<'performance.TargetsSet'>['subject'];
  readonly subjectCode: string;
  readonly subjectName: string;
  readonly officialCode?: string;
  /** 元 */
  readonly budget: string;
  readonly purpose?: string;
  readonly rows: readonly CaseRow[];
}

const yuan = (wan: number | null): string =>
  exact(wan ?? 0)
    .times(10_000)
    .toFixed(2);

/** Rows of a form of targets, not of running text: the document has a column of targets, and the row its headings. */
const formRows = ({ template, rows }: CaseFile): readonly CaseRow[] =>
  template.columns.some((column) => column.includes('指标值')) ? rows.filter(({ level1 }) => level1 !== null) : [];

/** One scored form: of the department, or of the one project the report speaks of. */
const scoredForm = (file: CaseFile, rows: readonly CaseRow[], bureau: string): PrintedForm => {
  const budget = yuan(file.funds.total.initialBudget);
  const [line] = file.funds.lines;
  return file.documentType === 'department-self-evaluation' || line === undefined
    ? { file, rows, budget, subject: 'department', subjectCode: bureau, subjectName: file.bureau.name }
    : { file, rows, budget, subject: 'project', subjectCode: line.id, subjectName: file.funds.name };
};

/** The forms a report prints: one for each project whose table it names, or the one it scores. */
export const formsOf = (file: CaseFile, bureau: string): readonly PrintedForm[] => {
  const rows = formRows(file);
  if (rows.length === 0) return [];
  if (rows.some(({ group }) => group !== undefined)) return [scoredForm(file, rows, bureau)];
  return file.funds.lines.flatMap((line): readonly PrintedForm[] => {
    const own = rows.filter(({ section }) => section.endsWith(`、${line.name}绩效目标表`));
    if (own.length === 0) return [];
    const { id, name, code, purpose, initialBudget } = line;
    return [
      {
        file,
        rows: own,
        subject: 'project',
        subjectCode: id,
        subjectName: name,
        budget: yuan(initialBudget),
        ...(code !== undefined && { officialCode: code }),
        ...(purpose !== undefined && { purpose }),
      },
    ];
  });
};

const OPERATORS: Readonly<Record<string, TargetRow['operator']>> = {
  '≥': 'at-least',
  '≤': 'at-most',
  '=': 'equal',
  '>': 'more-than',
  '<': 'less-than',
};
const DIRECTIONS: Readonly<Record<string, TargetRow['direction']>> = { '≥': 'higher', '≤': 'lower' };

/** The one figure a row means; several, or what nobody counts, is entered by hand. */
const indicatorOf = ({ indicator }: CaseRow): string | undefined => {
  const [code, ...more] = indicator ?? [];
  return code !== undefined && more.length === 0 && /-\d/.test(code) ? code : undefined;
};

/** A row as the form prints it: what the cell leaves out is left out. */
export const targetRowOf = (row: CaseRow): TargetRow => {
  const { id, level1, level2, level3, description, basis, printedTarget, target, weight, scoredAs } = row;
  const indicatorCode = indicatorOf(row);
  const operator = OPERATORS[target?.operator ?? ''];
  const direction = DIRECTIONS[scoredAs ?? ''];
  return {
    row: id,
    level1: level1 ?? '',
    level2: level2 ?? level1 ?? '',
    level3,
    ...(description != null && { description }),
    ...(operator !== undefined && { operator }),
    ...(target !== null && { target: exact(target.number).toFixed() }),
    ...(target?.unit != null && { unit: target.unit }),
    ...(printedTarget !== null && { targetText: printedTarget }),
    ...(basis !== undefined && { basis }),
    ...(weight != null && { weight: String(weight) }),
    ...(direction !== undefined && { direction }),
    ...(indicatorCode !== undefined && { indicatorCode }),
  };
};
