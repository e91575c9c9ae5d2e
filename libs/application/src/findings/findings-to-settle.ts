import type { Explanation } from '#kernel/seal.js';
import { findingId } from '#kernel/finding.js';
import type { ActualsPorts } from '../evaluation/actuals.js';
import { type FoundSheet, type SheetPorts, readSheets } from '../evaluation/read-sheets.js';
import type { Finding } from '../identity.js';
import { type BureauCode, type Period, fiscalYear } from '../kernel.js';
import type { Needs } from '../finding-codes.js';
import type { Registry } from '../registry.js';
import { type ClosingOf, type MayClosePorts, checkBooks } from '../sealing/check-books.js';
import { figuresOfWork } from '../sealing/definition-of-figure.js';
import { officesOf } from '../sealing/freeze-figures.js';
import { ROW_IDS } from '../year-end/sheet-case.js';
import { type GivenAnswer, answersTo } from './answers.js';
import { type SheetFinding, findingsOfSheet } from './findings-of-sheet.js';

/** Where a finding stands: on a sheet, or in the books of a field of work. */
export type FindingPlace =
  | { readonly kind: 'books'; readonly line: string }
  | {
      readonly kind: 'sheet';
      readonly streamId: string;
      readonly subject: 'department' | 'project';
      readonly subjectCode: string;
      readonly subjectName: string;
    };

/** `to-read`: nobody has read it yet. `wrong`: somebody has, and it is wrong, or the explanation no longer holds. */
export type FindingState = 'open' | 'to-read' | 'wrong' | 'explained' | 'in-order';

/** A finding with what became of it. */
export interface FindingToSettle extends Finding {
  /** SHA-256 over what it says of what. */
  readonly id: string;
  readonly place: FindingPlace;
  readonly state: FindingState;
  /** Fields of work whose books of the period it keeps open while it is not settled. */
  readonly stops: readonly string[];
  /** It keeps the self-evaluation from being recorded, as long as there is none. */
  readonly stopsEvaluation: boolean;
  readonly needs?: Needs;
  readonly toRead?: readonly string[];
  readonly answer: GivenAnswer | null;
}

export interface SettlePorts extends MayClosePorts, Pick<ActualsPorts, 'ledger' | 'offices'> {
  readonly store: SheetPorts['store'];
  readonly calendar: SheetPorts['calendar'];
}

/** Whose findings: of one field of work, or of all, over a period. */
export interface SettleRequest extends Omit<ClosingOf, 'line'> {
  readonly line?: string;
}

interface Raw {
  readonly finding: Finding & Partial<SheetFinding>;
  readonly place: FindingPlace;
  readonly lines: readonly string[];
  /** By the self-evaluation of its sheet. */
  readonly there?: GivenAnswer;
}

/** The fiscal year a period is, whose sheets speak of it. */
const yearOf = (period: Period): number | undefined => {
  const year = Number(period.from.slice(0, 4));
  const whole = fiscalYear(year);
  return period.scheme === whole.scheme && period.from === whole.from && period.to === whole.to ? year : undefined;
};

const lineOfSheets = (registry: Registry): string | undefined =>
  registry.lines.find(({ sheets }) => sheets !== undefined)?.code;

/** Fields of work the rows of a finding count; that of the sheets themselves where they count nothing. */
const linesBehind = (
  registry: Registry,
  bureau: BureauCode,
): ((found: FoundSheet, rows: readonly string[]) => readonly string[]) => {
  const lineOf = new Map(
    registry.lines.flatMap(({ code }) =>
      figuresOfWork(registry, code, bureau).map((figure) => [figure.code, code] as const),
    ),
  );
  const ofMoney = registry.lines.find(({ money }) => money !== undefined)?.code;
  return ({ sheet }, rows) => {
    const found = rows.flatMap((id) =>
      id === ROW_IDS.money
        ? (ofMoney ?? [])
        : (lineOf.get(sheet.rows.find((row) => row.id === id)?.indicator ?? '') ?? []),
    );
    return found.length > 0 ? [...new Set(found)] : [lineOfSheets(registry) ?? ''];
  };
};

const placeOf = ({ streamId, sheet: { subject, subjectCode, subjectName } }: FoundSheet): FindingPlace => ({
  kind: 'sheet',
  ...{ streamId, subject, subjectCode, subjectName },
});

/** What the self-evaluation of a sheet said to a finding. */
const saidThere = (
  { sheet: { evaluation } }: FoundSheet,
  { rule, explainedThere }: SheetFinding,
): Pick<Raw, 'there'> => {
  const explanation = evaluation?.explained?.find((item) => item.rule === rule);
  if (evaluation === undefined || explanation === undefined || !explainedThere) return {};
  const { reason, role } = explanation;
  return { there: { answer: 'explained', reason, role, by: evaluation.by, on: evaluation.evaluatedOn } };
};

/** Findings of the sheets of a year; for one field of work only of those that could stop it. */
const ofSheets = async (ports: SettlePorts, request: SettleRequest): Promise<readonly Raw[]> => {
  const { registry, offices } = ports;
  const { bureau, period, position, today, line } = request;
  const year = yearOf(period);
  const own = lineOfSheets(registry);
  if (year === undefined || own === undefined) return [];
  const sheets = await readSheets(ports, { bureau, offices: officesOf(offices, bureau), asOf: position }, year);
  const behind = linesBehind(registry, bureau);
  const ids = ({ sheet }: FoundSheet): readonly string[] => [...sheet.rows.map(({ id }) => id), ROW_IDS.money];
  const concerned = sheets.filter(
    (found) => line === undefined || line === own || ids(found).some((id) => behind(found, [id]).includes(line)),
  );
  const raw: Raw[] = [];
  for (const found of concerned) {
    const others = sheets.filter(({ streamId }) => streamId !== found.streamId);
    for (const finding of await findingsOfSheet(ports, found, others, today, position)) {
      const lines = behind(found, finding.rows);
      if (line === undefined || lines.includes(line))
        raw.push({ finding, place: placeOf(found), lines, ...saidThere(found, finding) });
    }
  }
  return raw;
};

const ofBooks = async (ports: SettlePorts, request: SettleRequest): Promise<readonly Raw[]> => {
  const lines = request.line === undefined ? ports.registry.lines.map(({ code }) => code) : [request.line];
  return [...(await checkBooks(ports, { ...request, lines }))].flatMap(([line, found]) =>
    found.map((finding): Raw => ({ finding, place: { kind: 'books', line }, lines: [line] })),
  );
};

const stateOf = (answer: GivenAnswer | undefined, needs: Needs | undefined): FindingState => {
  if (answer !== undefined) return answer.answer;
  return needs === undefined ? 'open' : 'to-read';
};

const idOf = ({ bureau, period }: SettleRequest, { finding, place }: Raw): string => {
  const { code, rule, rows, message, toRead = [] } = finding;
  const at = place.kind === 'books' ? { line: place.line } : { sheet: place.streamId };
  const { scheme, from, to } = period;
  return findingId({ bureau, scheme, from, to, ...at, code, rule, rows, message, toRead });
};

/** What was read and is wrong is no longer a question: it stops what a contradiction stops, until it is explained like one. */
const settled = (raw: Raw, id: string, answer: GivenAnswer | undefined): FindingToSettle => {
  const { awaitsEvaluation = false, explainedThere: _there, ...finding } = raw.finding;
  const state = stateOf(answer, finding.needs);
  const severity =
    finding.needs !== undefined && (state === 'wrong' || state === 'explained') ? 'block' : finding.severity;
  return {
    ...finding,
    ...{ id, state, severity, place: raw.place },
    stops: severity === 'block' && !awaitsEvaluation ? raw.lines : [],
    stopsEvaluation: severity === 'block' && awaitsEvaluation,
    answer: answer ?? null,
  };
};

/**
 * Everything that was found in the books of a period and on the sheets of its year, with the answers persons gave. Whether an
 * explanation fits is theirs to say; one given for other numbers counts no more.
 */
export const findingsToSettle = async (
  ports: SettlePorts,
  request: SettleRequest,
): Promise<readonly FindingToSettle[]> => {
  const raw = [...(await ofBooks(ports, request)), ...(await ofSheets(ports, request))].map((item) => ({
    item,
    id: idOf(request, item),
  }));
  const unique = [...new Map(raw.map((found) => [found.id, found])).values()];
  const answers = await answersTo(
    ports,
    request.bureau,
    unique.map(({ id }) => id),
  );
  return unique.map(({ item, id }) => settled(item, id, answers.get(id) ?? item.there));
};

export const isSettled = ({ state }: Pick<FindingToSettle, 'state'>): boolean =>
  state === 'explained' || state === 'in-order';

/** Where a finding stands, in one line: `sheet/row`, or the field of work. */
export const placeName = ({ place, rows }: Pick<FindingToSettle, 'place' | 'rows'>): string =>
  place.kind === 'books' ? place.line : [place.subjectName, ...rows].join('/');

/** The answer that settled a finding, as a seal keeps it. */
export const explanationIn = ({ id, rule, state, answer }: FindingToSettle): Explanation | undefined =>
  answer === null || !isSettled({ state })
    ? undefined
    : { rule, reason: answer.reason, role: answer.role, finding: id, by: answer.by, on: answer.on };
