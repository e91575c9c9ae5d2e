import { type CaseReport, rowHolds } from '#application/case-report.js';
import type { RowFigure } from '#application/case-rows.js';
import type { Needs } from '#application/finding-codes.js';
import { tableLines } from './table.js';

const WORDS: Readonly<Record<RowFigure['match'], string>> = {
  equals: '相等',
  'within-bound': '在界内',
  approximate: '约数相符',
  'meets-target': '达到指标',
  unprinted: '未填报数',
  contradicts: '不符',
  'awaiting-line': '待接入',
  'not-computed': '人工填报',
};

const NEEDS: Readonly<Record<Needs, string>> = {
  text: '须核对全文',
  reader: '须人工阅读',
};

const printedOf = ({ row }: RowFigure): string => row.printedActual ?? '—';

const computedOf = ({ value }: RowFigure): string =>
  value?.value == null ? '—' : `${value.printed}${value.unit === '%' ? '' : value.unit}`;

/** The sheet of a case: what is printed, what the log says, and what the check found, side by side. */
export const caseSheet = (report: CaseReport): readonly string[] => {
  const { file, figures, findings, expected } = report;
  const codes = (figure: RowFigure): string =>
    [...new Set(findings.filter(({ rows }) => rows.includes(figure.row.id)).map(({ code }) => code))].join(' ');
  const rows = figures.map((figure) => [
    rowHolds(report, figure) ? ' ' : '✗',
    figure.row.level3,
    figure.indicator ?? '',
    printedOf(figure),
    computedOf(figure),
    WORDS[figure.match],
    codes(figure),
  ]);
  return [
    `${file.title}`,
    '',
    ...tableLines(
      [
        { title: '' },
        { title: '指标', most: 40 },
        { title: '代码', most: 24 },
        { title: '填报', align: 'right', most: 16 },
        { title: '计算', align: 'right', most: 14 },
        { title: '核对' },
        { title: '发现', most: 60 },
      ],
      rows,
    ),
    '',
    ...findings.map(({ severity, code, message, records }) => {
      const behind = records.length === 0 ? '' : `（记录${records.length}条）`;
      return `  ${severity === 'block' ? '【须更正】' : '【须说明】'}${code}：${message}${behind}`;
    }),
    ...expected
      .filter(({ outcome }) => outcome !== 'raised')
      .map(
        ({ id, code, outcome, needs }) =>
          `  【${outcome === 'missed' ? '漏报' : '尚不能核对'}】${code}（${id}）${needs === undefined ? '' : `：${NEEDS[needs]}`}`,
      ),
    '',
    ...waiting(figures),
  ];
};

/** Rows whose line is still to come, with what is printed of them. */
const waiting = (figures: readonly RowFigure[]): readonly string[] => {
  const waitingRows = figures.filter(({ match }) => match === 'awaiting-line');
  const lines = [...new Set(waitingRows.flatMap(({ awaits }) => awaits))].sort();
  if (waitingRows.length === 0) return [];
  return [
    `待接入业务的指标 ${waitingRows.length} 行：`,
    ...lines.map((line) => {
      const own = waitingRows.filter(({ awaits }) => awaits.includes(line));
      return `  ${line}（${own.length}）：${own.map((figure) => `${figure.row.level3} ${printedOf(figure)}`).join('；')}`;
    }),
  ];
};

/** How a case came out, in one line, and whether every row of a line that exists holds. */
export const verdictOf = (report: CaseReport): { readonly holds: boolean; readonly line: string } => {
  const { file, figures, expected } = report;
  const wrong = figures.filter((figure) => !rowHolds(report, figure));
  const missed = expected.filter(({ outcome }) => outcome === 'missed');
  const raised = expected.filter(({ outcome }) => outcome === 'raised').length;
  const count = (...wanted: readonly RowFigure['match'][]): number =>
    figures.filter(({ match }) => wanted.includes(match)).length;
  const awaiting = count('awaiting-line');
  const faults = [...wrong.map(({ row }) => `${row.id} 不符`), ...missed.map(({ id }) => `${id} 漏报`)];
  const holds = faults.length === 0;
  const rows = [
    `相符 ${count('equals', 'within-bound', 'approximate', 'meets-target')}/${figures.length} 行`,
    `自相矛盾并已报 ${count('contradicts') - wrong.length}`,
    `未填报数 ${count('unprinted')}`,
    `人工填报 ${count('not-computed')}`,
    ...(awaiting === 0 ? [] : [`待接入 ${awaiting}`]),
  ].join('，');
  return {
    holds,
    line:
      `${holds ? '✓' : '✗'} ${file.caseId}：${rows}；` +
      `预期发现 ${expected.length} 项，已报 ${raised} 项${faults.length === 0 ? '' : `；${faults.join('，')}`}`,
  };
};
