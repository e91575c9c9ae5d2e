import type { CaseReport } from './case-report.js';
import { type LeafFigure, periodTo } from './case-figures.js';
import type { RowFigure } from './case-rows.js';
import { countedAt } from './case-file.js';
import { chineseDate } from './documents/chinese-date.js';
import { type IndicatorValue, evaluateIndicators, explainIndicator } from './evaluate-indicators.js';
import type { LocalDate } from './kernel.js';
import type { Ledger, Reading } from './ports/ledger.js';
import type { Registry } from './registry.js';
import { bindText, placeholdersIn } from './report-definition.js';

export { chineseDate };

/** A document ready to be put on paper: text only, nothing left to look up. */
export interface ReportDocument {
  readonly title: string;
  readonly issuer: string;
  /** Printed under the title, and the date the file itself bears. */
  readonly date: LocalDate;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly table: {
    readonly heading: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly notes: { readonly heading: string; readonly lines: readonly string[] };
}

/**
 * Writes the report of a case from the log: the line's sentences with their values, the indicators beside their targets
 * with where each can be looked up, and what the check found.
 * @throws UnresolvedPlaceholder where a sentence names no figure
 */
export const buildReport = async (
  report: CaseReport,
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
): Promise<ReportDocument> => {
  const { file, figures, findings, position } = report;
  const to = countedAt(file);
  const pinned: Reading = { ...reading, asOf: position };
  const values = await valuesFor(report, registry, ledger, pinned);
  const own: Readonly<Record<string, string>> = {
    year: String(file.fiscalYear),
    asOf: chineseDate(to),
    area: file.bureau.level,
  };
  const bind = (text: string): string => bindText(text, (name) => own[name] ?? values.get(name)?.printed);
  const counts = new EvidenceCounts(registry, ledger, pinned);
  return {
    title: file.title,
    issuer: file.bureau.name,
    date: file.period.documentDate ?? to,
    sections: definitionsFor(report, registry).flatMap(({ parts }) =>
      parts.map(({ heading, paragraphs }) => ({ heading, paragraphs: paragraphs.map(bind) })),
    ),
    table: {
      heading: '指标完成情况表',
      columns: ['指标', '年度指标值', '实际完成值', '佐证'],
      rows: await Promise.all(figures.map((figure) => tableRow(figure, counts, position))),
    },
    notes: {
      heading: '核对发现的问题',
      lines: findings.map(({ severity, message, records }) => {
        const behind = records.length === 0 ? '' : `，涉及记录${records.length}条`;
        return `【${severity === 'block' ? '须更正' : '须说明'}】${message}${behind}。`;
      }),
    },
  };
};

const definitionsFor = ({ file }: CaseReport, registry: Registry) =>
  registry.lines.flatMap((line) => line.reports ?? []).filter(({ section }) => section in file.activity);

/** Every figure the sentences name, for the period the case counts. */
const valuesFor = async (
  report: CaseReport,
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
): Promise<ReadonlyMap<string, IndicatorValue>> => {
  const texts = definitionsFor(report, registry).flatMap(({ parts }) => parts.flatMap(({ paragraphs }) => paragraphs));
  const codes = [...new Set(texts.flatMap(placeholdersIn))].filter((name) => registry.indicators.has(name));
  const period = periodTo(report.file, countedAt(report.file));
  const values = await evaluateIndicators(ledger, registry, reading, period, codes);
  return new Map(values.map((value) => [value.code, value]));
};

const tableRow = async (
  { row, value, basis, match }: RowFigure,
  counts: EvidenceCounts,
  position: number,
): Promise<readonly string[]> => {
  const target = row.printedTarget ?? '—';
  if (value === null || match === 'awaiting-line' || match === 'not-computed') {
    const why = match === 'not-computed' ? '由人填报' : '相应业务尚未接入';
    return [row.level3, target, '—', why];
  }
  const unit = value.unit === '%' ? '' : value.unit;
  const records = (await Promise.all(basis.map((figure) => counts.of(figure)))).reduce((sum, count) => sum + count, 0);
  const edition = value.version === null ? '' : `（${value.version}版）`;
  const named = value.version === null ? [...new Set(basis.map(({ indicator }) => indicator))].join('、') : value.code;
  const source = `${named}${edition}，截至第${position}号记录，${records}条`;
  return [row.level3, target, `${value.printed}${unit}`, source];
};

const PAGE = 1000;

/** How many records stand behind a figure; each figure is counted once. */
class EvidenceCounts {
  private readonly known = new Map<string, Promise<number>>();

  constructor(
    private readonly registry: Registry,
    private readonly ledger: Ledger,
    private readonly reading: Reading,
  ) {}

  of(figure: LeafFigure): Promise<number> {
    const key = JSON.stringify([figure.indicator, figure.period.from, figure.period.to, figure.where ?? {}]);
    const counted = this.known.get(key) ?? this.count(figure);
    this.known.set(key, counted);
    return counted;
  }

  private async count({ indicator, period, where }: LeafFigure): Promise<number> {
    const { registry, ledger, reading } = this;
    let records = 0;
    for (const { term } of await explainIndicator(ledger, registry, reading, period, indicator, where))
      for (let after: string | undefined, more = true; more; more = after !== undefined) {
        const page = await ledger.evidence(reading, term, { limit: PAGE, ...(after === undefined ? {} : { after }) });
        records += page.rows.length;
        after = page.next;
      }
    return records;
  }
}
