import { toTenThousands } from '#kernel/money.js';
import { type CaseFile, moneyPath } from '../case-file.js';
import { readRows } from '../case-rows.js';
import { checkDraft } from '../check-draft.js';
import { documentOfCase } from '../documents/case-document.js';
import { type CaseMaterial, monthEnd, readMaterial } from '../documents/case-material.js';
import { UNIT_OF_MONEY, figureEntry, moneyText } from '../documents/figure-entry.js';
import { ofIndicator } from '../documents/figure-sources.js';
import type { MonitoringEntry } from '../documents/forms/monitoring.form.js';
import { type Narrative, parseNarrative } from '../documents/narrative.js';
import type { PrintedDocument, PrintedFigure } from '../documents/printed.js';
import { sealOfDocument } from '../documents/sealed-figures.js';
import { documentTerms } from '../documents/terms.js';
import { type Actuals, type ActualsPorts, periodOfSheet, readActuals, readingOfSheet } from '../evaluation/actuals.js';
import { type PerformanceSheet, causes, likelihoods } from '../evaluation/performance-sheet.js';
import type { FoundSheet } from '../evaluation/read-sheets.js';
import { moneyOf, readMoney } from '../evaluation/sheet-money.js';
import { readPlans } from '../evaluation/spending-plans.js';
import { type ComparisonPorts, compareWithActuals } from '../last-year/compare-sheet.js';
import { versionAt } from '../indicator.js';
import { type LocalDate, Rejected, reject } from '../kernel.js';
import type { Reading } from '../ports/ledger.js';
import type { Registry } from '../registry.js';
import { frameByCode } from '../scoring/frames/index.js';
import type { RecordedSeal } from '../sealing/books.js';
import { type SealedActuals, sealedActuals } from './sealed-actuals.js';
import { type BaseData, readBaseData } from './base-data.js';
import { countsOf, defaultReport } from './default-report.js';
import { ROW_IDS, type SheetDocument, caseOfSheet, documentsOf, isScored, isSealable } from './sheet-case.js';
import { MISSING, formNarrative, lastMonitoring } from './sheet-narrative.js';
import { newAmong, scoreOf, withActuals } from './sheet-results.js';
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

/** Money of a department is that of no project: the whole of what the figures give. */
const wholeMoney = (
  registry: Registry,
  of: Pick<CaseMaterial, 'report' | 'bureau' | 'positionOf'>,
  { money, period }: Actuals,
  sealed: SealedActuals | undefined,
): ReadonlyMap<string, PrintedFigure> => {
  const [kind] = moneyOf(registry)?.kinds ?? [];
  if (kind === undefined || money === undefined) return new Map();
  const figure = (id: string, code: string, yuan: string, behind = '') => {
    const value = toTenThousands(yuan);
    const definition = registry.indicators.get(code);
    const version = definition === undefined ? undefined : versionAt(definition, period.to);
    const from = sealed?.of(code)?.figure.version ?? version?.from ?? period.from;
    const source = ofIndicator(of, code, from, period);
    return figureEntry(id, `${moneyText(value)}${behind}`, value.toFixed(), UNIT_OF_MONEY, source);
  };
  return new Map([
    figure(`${ROW_IDS.money}.initialBudget`, kind.initial, money.initial),
    figure(`${ROW_IDS.money}.adjustedBudget`, kind.adjusted, money.adjusted),
    figure(`${ROW_IDS.money}.number`, kind.executed, money.executed),
    figure(`${ROW_IDS.money}.actual`, kind.executed, money.executed, UNIT_OF_MONEY),
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

/** Money at the month ends as at the year's: of a department that of the whole bureau, which is the money of no project. */
const monthsOf = async (
  ports: ActualsPorts,
  { sheet }: FoundSheet,
  reading: Reading,
  { months, report: { file } }: CaseMaterial,
): Promise<CaseMaterial['months']> =>
  new Map(
    await Promise.all(
      [...months].map(async ([month, { rows }]) => {
        const { money } = await readMoney(ports, reading, periodOfSheet(sheet, monthEnd(file, month)), sheet);
        return [month, { rows, executed: money === undefined ? null : toTenThousands(money.executed) }] as const;
      }),
    ),
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

/** What a document is made of: the results of the sheet, and the base data where it prints them. */
export interface SheetMaterial extends CaseMaterial {
  readonly actuals: Actuals;
  readonly base?: BaseData;
}

/**
 * What documents of a live sheet are made of: results and money from the log as known at a position, scores by the frame, and
 * what the check finds. With seals the figures are the sealed ones at the positions of their seals. `narrative`: which indicators and months are asked for beside the rows.
 * @throws UnknownFrame
 * @rejects nothing-sealed with seals, for a document drawn up before a year is closed: no seal holds a figure of it
 * @rejects not-found      the base data of a project
 */
export const materialOfSheet = async (
  ports: ActualsPorts,
  { found, document, position: asOf, today, seals }: SheetDocumentRequest,
  narrative: Narrative,
): Promise<SheetMaterial> => {
  if (seals !== undefined && !isSealable(document)) throw new Rejected(reject('nothing-sealed'));
  if (!documentsOf(found.sheet).includes(document))
    throw new Rejected(reject('not-found', { at: 'document', code: 'not-found' }));
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
  const withBase = sheet.subject === 'department' && (document === 'base-data' || document === 'report');
  const base = withBase ? await readBaseData(ports, { found, position, ...(sealed && { sealed }) }) : undefined;
  const file = caseOfSheet(found, document, { bureau, frame, actuals, plan, ...(base && { base: base.rows }) });
  const score = scoreOf(sheet, actuals, frame);
  const scored = score.kind === 'scored' ? score : undefined;
  const figures = withActuals(await readRows(file, registry, ledger, reading), actuals);
  const checked = await checkDraft(file, registry, ledger, reading, figures);
  const findings = [...checked, ...(isScored(document) ? newAmong(scored?.findings ?? [], checked) : [])];
  const report = { file, figures, findings, computed: [], expected: [], position };
  const material = await readMaterial(report, narrative, registry, ledger, reading);
  const own =
    sheet.subject === 'department'
      ? wholeMoney(registry, { report, bureau: found.bureau, positionOf }, actuals, sealed)
      : new Map<string, PrintedFigure>();
  return {
    ...material,
    actuals,
    ...(base && { base }),
    positionOf,
    amounts: new Map([...material.amounts, ...amountsOf(sheet, actuals)]),
    months: await monthsOf(ports, found, reading, material),
    ...(scored !== undefined && { scored }),
    own: new Map([...own, ...(base?.figures ?? []), ...(document === 'report' ? countsOf(material) : [])]),
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
  const form = document === 'report' ? 'self-evaluation' : document;
  const asked = parseNarrative(formNarrative(form, sheet));
  const material = await materialOfSheet(ports, request, asked);
  const report = document === 'report' ? defaultReport(sheet, material) : undefined;
  const comparison =
    document === 'self-evaluation'
      ? await compareWithActuals(ports, found, material.actuals, knownBy(request))
      : undefined;
  const printed = documentOfCase(material, report === undefined ? asked : parseNarrative(report.text), {
    monitoring: saidAtMonthEnd(sheet),
    cells: new Map([...cellsOf(sheet, material.report.file), ...(material.base === undefined ? [] : UNKNOWN_CELLS)]),
    words: new Map([...(report?.words ?? []), [MISSING, missingIn(material.base)]]),
    ...(comparison !== undefined && { comparison }),
  });
  return seals === undefined ? printed : { ...printed, ...sealOf(seals) };
};

/** Up to where the year before is looked at: what was recorded after the last of the seals changes no sealed document. */
const knownBy = ({ position, seals }: SheetDocumentRequest): number =>
  seals === undefined ? position : Math.max(...seals.map(({ recordedAt }) => recordedAt));

/** Cells of the base data that no figure can fill. */
const UNKNOWN_CELLS = ['buildings', 'economy'].map((place) => [place, documentTerms.unknown] as const);

const missingIn = (base: BaseData | undefined): string => yearEndTerms.missing(base?.missing ?? []);

/** What a document says of the seals its figures come from. */
export const sealOf = (seals: readonly RecordedSeal[]): Pick<PrintedDocument, 'seal' | 'seals'> => {
  const hashes = seals.map(({ hash }) => hash);
  return { seal: sealOfDocument(hashes), ...(hashes.length > 1 && { seals: hashes }) };
};
