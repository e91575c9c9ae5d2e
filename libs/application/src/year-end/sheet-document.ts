import { toTenThousands } from '#kernel/money.js';
import { type CaseFile, moneyPath } from '../case-file.js';
import { type RowFigure, readRows } from '../case-rows.js';
import { checkDraft } from '../check-draft.js';
import { documentOfCase } from '../documents/case-document.js';
import { type CaseMaterial, readMaterial } from '../documents/case-material.js';
import { UNIT_OF_MONEY, figureEntry, moneyText } from '../documents/figure-entry.js';
import { ofIndicator } from '../documents/figure-sources.js';
import type { MonitoringEntry } from '../documents/forms/monitoring.form.js';
import { type Narrative, parseNarrative } from '../documents/narrative.js';
import type { PrintedDocument, PrintedFigure } from '../documents/printed.js';
import { sealOfDocument } from '../documents/sealed-figures.js';
import { type Actuals, type ActualsPorts, readActuals, readingOfSheet } from '../evaluation/actuals.js';
import { NOTHING_ENTERED, enteredIn } from '../evaluation/entries.js';
import { type PerformanceSheet, causes, likelihoods } from '../evaluation/performance-sheet.js';
import type { FoundSheet } from '../evaluation/read-sheets.js';
import { scoringSheetOf } from '../evaluation/scoring-sheet.js';
import { moneyOf } from '../evaluation/sheet-money.js';
import { readPlans } from '../evaluation/spending-plans.js';
import type { Finding } from '../identity.js';
import { type ComparisonPorts, compareWithActuals } from '../last-year/compare-sheet.js';
import { versionAt } from '../indicator.js';
import { type LocalDate, Rejected, reject } from '../kernel.js';
import type { Registry } from '../registry.js';
import { frameByCode } from '../scoring/frames/index.js';
import { type ScoredSheet, scoreSheet } from '../scoring/score-sheet.js';
import type { RecordedSeal } from '../sealing/books.js';
import { type SealedActuals, sealedActuals } from './sealed-actuals.js';
import { ROW_IDS, type SheetDocument, caseOfSheet } from './sheet-case.js';
import { yearEndTerms } from './terms.js';

/** A sheet names a frame that nobody knows. */
export class UnknownFrame extends Error {
  constructor(readonly code: string) {
    super(`no scoring frame ${code}`);
  }
}

export interface SheetDocumentRequest {
  readonly found: FoundSheet;
  readonly document: SheetDocument;
  /** Figures as known at this position. */
  readonly position: number;
  readonly today: LocalDate;
  /** Results and money as these seals hold them, in the place of those of the position: for the self-evaluation alone. */
  readonly seals?: readonly RecordedSeal[];
}

/** The last monitoring that was recorded; the form is drawn up for its month, for the whole year where there is none. */
const lastMonitoring = ({ monitorings }: PerformanceSheet) =>
  [...monitorings].sort((a, b) => (a.monthEnd < b.monthEnd ? -1 : 1)).at(-1);
const WHOLE_YEAR = '12';

const narrativeOf = (document: SheetDocument, sheet: PerformanceSheet): string => {
  const { subject, subjectCode } = sheet;
  const title = yearEndTerms.titles[document][subject];
  const table = {
    targets: `@@ targets ${subjectCode}`,
    monitoring: `@@ monitoring ${lastMonitoring(sheet)?.monthEnd.slice(5, 7) ?? WHOLE_YEAR}`,
    'self-evaluation': `@@ self-evaluation ${subject}`,
  }[document];
  return [`--- landscape ${title}`, `# {year}${yearEndTerms.ofYear}${title}`, table, '= {bureau}', '= {date}'].join(
    '\n',
  );
};

/** Results of the sheet in the place of those that a bare code would give: in the unit of the row, silent where nobody reported. */
const withActuals = (figures: readonly RowFigure[], actuals: Actuals): readonly RowFigure[] => {
  const found = new Map(actuals.rows.map((row) => [row.row, row]));
  return figures.map((figure): RowFigure => {
    const actual = found.get(figure.row.id);
    if (actual === undefined) return figure;
    const { indicator, where, unit, value, numerator, denominator, printed, version } = actual;
    return {
      ...figure,
      indicator,
      match: 'unprinted',
      period: actuals.period,
      basis: [{ indicator, period: actuals.period, per: 1, ...(where !== undefined && { where }) }],
      value: {
        ...{ code: indicator, unit, value, printed, decimals: 2, awaits: [] },
        // An address of evidence opens whole figures: one of a project alone says what it is narrowed to.
        version: where === undefined ? (version ?? null) : null,
        ...(numerator !== undefined && { numerator }),
        ...(denominator !== undefined && { denominator }),
      },
    };
  });
};

/** Money of a department is that of no project: the whole of what the figures give. */
const wholeMoney = (
  registry: Registry,
  of: Pick<CaseMaterial, 'report' | 'bureau' | 'positionOf'>,
  { money, period }: Actuals,
  sealed: SealedActuals | undefined,
): ReadonlyMap<string, PrintedFigure> => {
  const [kind] = moneyOf(registry)?.kinds ?? [];
  if (kind === undefined || money === undefined) return new Map();
  const figure = (id: string, code: string, yuan: string) => {
    const value = toTenThousands(yuan);
    const definition = registry.indicators.get(code);
    const version = definition === undefined ? undefined : versionAt(definition, period.to);
    const from = sealed?.of(code)?.figure.version ?? version?.from ?? period.from;
    const source = ofIndicator(of, code, from, period);
    return figureEntry(id, moneyText(value), value.toFixed(), UNIT_OF_MONEY, source);
  };
  return new Map([
    figure(`${ROW_IDS.money}.initialBudget`, kind.initial, money.initial),
    figure(`${ROW_IDS.money}.adjustedBudget`, kind.adjusted, money.adjusted),
    figure(`${ROW_IDS.money}.number`, kind.executed, money.executed),
  ]);
};

const amountsOf = ({ subjectCode }: PerformanceSheet, { money }: Actuals): CaseMaterial['amounts'] =>
  new Map(
    money === undefined
      ? []
      : [undefined, subjectCode].flatMap((line) => [
          [moneyPath('initialBudget', line), toTenThousands(money.initial)] as const,
          [moneyPath('adjustedBudget', line), toTenThousands(money.adjusted)] as const,
          [moneyPath('executed', line), toTenThousands(money.executed)] as const,
        ]),
  );

/** What persons said at the month end, as the form has it. */
const saidAtMonthEnd = (sheet: PerformanceSheet): ReadonlyMap<string, MonitoringEntry> =>
  new Map(
    lastMonitoring(sheet)?.rows.map(({ row, forecast, forecastText, likelihood, explanation, ...rest }) => [
      row,
      {
        forecast: forecastText ?? forecast ?? '',
        explanation: explanation ?? '',
        likelihood: likelihoods.indexOf(likelihood) as 0 | 1 | 2,
        causes: rest.causes.map((cause) => causes.indexOf(cause) as 0 | 1 | 2 | 3 | 4),
      },
    ]),
  );

const cellsOf = ({ evaluation }: PerformanceSheet, file: CaseFile): ReadonlyMap<string, string> => {
  const groupOf = new Map(
    file.template.groups.map(({ level1, level2, rows }) => [`${level1}|${level2}`, rows[0] ?? '']),
  );
  return new Map([
    ...(evaluation?.groups ?? []).flatMap(({ level1, level2, deviationReason }) =>
      deviationReason === undefined
        ? []
        : [[`reason:${groupOf.get(`${level1}|${level2}`) ?? ''}`, deviationReason] as const],
    ),
    ...(evaluation?.rows ?? []).flatMap(({ row, deviationReason }) =>
      deviationReason === undefined ? [] : [[`reason:${row}`, deviationReason] as const],
    ),
  ]);
};

/** Findings of the scoring that the check of the form has not made of the same row. */
const newAmong = (findings: readonly Finding[], known: readonly Finding[]): readonly Finding[] => {
  const said = new Set(known.flatMap(({ code, rows }) => rows.map((row) => `${code}|${row}`)));
  return findings.filter(({ code, rows }) => rows.length === 0 || rows.some((row) => !said.has(`${code}|${row}`)));
};

/**
 * What documents of a live sheet are made of: results and money from the log as known at a position, scores by the frame, and
 * what the check finds. With seals the figures are the sealed ones at the positions of their seals. `narrative`: which indicators and months are asked for beside the rows.
 * @throws UnknownFrame
 * @rejects nothing-sealed with seals, for a document drawn up before a year is closed: no seal holds a figure of it
 */
export const materialOfSheet = async (
  ports: ActualsPorts,
  request: SheetDocumentRequest,
  narrative: Narrative,
): Promise<CaseMaterial> => (await readSheetMaterial(ports, request, narrative)).material;

/** The material with the results it holds. */
const readSheetMaterial = async (
  ports: ActualsPorts,
  { found, document, position: asOf, today, seals }: SheetDocumentRequest,
  narrative: Narrative,
): Promise<{ readonly material: CaseMaterial; readonly actuals: Actuals }> => {
  if (seals !== undefined && document !== 'self-evaluation') throw new Rejected(reject('nothing-sealed'));
  const { registry, ledger, offices } = ports;
  const { sheet } = found;
  const frame = frameByCode(sheet.frame);
  if ('kind' in frame) throw new UnknownFrame(sheet.frame);
  const bureau = offices.all().find(({ code }) => code === found.bureau);
  if (bureau === undefined) throw new Error(`no bureau ${found.bureau}`);
  const sealed = seals === undefined ? undefined : await sealedActuals(ports, found, seals);
  const position = sealed?.position ?? asOf;
  const positionOf = (code: string): number | undefined => sealed?.of(code)?.seal.position;
  const reading = readingOfSheet(ports, found, position);
  const year = { scheme: 'FISCAL_YEAR', from: `${sheet.fiscalYear}-01-01`, to: `${sheet.fiscalYear}-12-31` } as const;
  const actuals = sealed?.actuals ?? (await readActuals(ports, found, year, today, position));
  // Only a project has one plan: those of a department are its projects'. No seal holds any.
  const planned = sheet.subject === 'project' && sealed === undefined;
  const [project] = planned ? await readPlans(ports, found, year, position) : [];
  const plan = [...(project?.plan ?? [])].sort((a, b) => (a.monthEnd < b.monthEnd ? -1 : 1));
  const file = caseOfSheet(found, document, { bureau, frame, actuals, plan });
  const scored = scoredBy(sheet, actuals, frame);
  const figures = withActuals(await readRows(file, registry, ledger, reading), actuals);
  const checked = await checkDraft(file, registry, ledger, reading, figures);
  const findings = [...checked, ...(document === 'self-evaluation' ? newAmong(scored?.findings ?? [], checked) : [])];
  const report = { file, figures, findings, computed: [], expected: [], position };
  const material = await readMaterial(report, narrative, registry, ledger, reading);
  const own =
    sheet.subject === 'department'
      ? wholeMoney(registry, { report, bureau: found.bureau, positionOf }, actuals, sealed)
      : undefined;
  return {
    material: {
      ...material,
      positionOf,
      amounts: new Map([...material.amounts, ...amountsOf(sheet, actuals)]),
      ...(scored !== undefined && { scored }),
      ...(own !== undefined && { own }),
    },
    actuals,
  };
};

/**
 * A document of a live sheet, with what persons entered beside the figures. With seals it is no draft: the same sheet and seals
 * give the same document whatever is recorded later. Nothing is recorded.
 * @throws UnknownFrame
 * @rejects nothing-sealed with seals, for a document drawn up before a year is closed: no seal holds a figure of it
 */
export const documentOfSheet = async (
  ports: ComparisonPorts,
  request: SheetDocumentRequest,
): Promise<PrintedDocument> => {
  const { found, document, seals } = request;
  const { sheet } = found;
  const narrative = parseNarrative(narrativeOf(document, sheet));
  const { material, actuals } = await readSheetMaterial(ports, request, narrative);
  const comparison =
    document === 'self-evaluation' ? await compareWithActuals(ports, found, actuals, knownBy(request)) : undefined;
  const printed = documentOfCase(material, narrative, {
    monitoring: saidAtMonthEnd(sheet),
    cells: cellsOf(sheet, material.report.file),
    ...(comparison !== undefined && { comparison }),
  });
  return seals === undefined ? printed : { ...printed, ...sealOf(seals) };
};

/** Up to where the year before is looked at: what was recorded after the last of the seals changes no sealed document. */
const knownBy = ({ position, seals }: SheetDocumentRequest): number =>
  seals === undefined ? position : Math.max(...seals.map(({ recordedAt }) => recordedAt));

const sealOf = (seals: readonly RecordedSeal[]): Pick<PrintedDocument, 'seal' | 'seals'> => {
  const hashes = seals.map(({ hash }) => hash);
  return { seal: sealOfDocument(hashes), ...(hashes.length > 1 && { seals: hashes }) };
};

/** The sheet scored with what persons entered so far; undefined where it cannot be scored as it stands. */
const scoredBy = (
  sheet: PerformanceSheet,
  actuals: Actuals,
  frame: Parameters<typeof scoreSheet>[0],
): ScoredSheet | undefined => {
  const entered = enteredIn(sheet, NOTHING_ENTERED, { by: sheet.evaluation?.by ?? '', on: actuals.period.to });
  const scored = scoreSheet(frame, scoringSheetOf(frame, sheet, actuals, entered));
  return scored.kind === 'scored' ? scored : undefined;
};
