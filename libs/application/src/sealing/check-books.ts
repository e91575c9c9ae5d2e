import { checkIdentities, indicatorsOf } from '../check-identities.js';
import { type CompletenessPorts, completeness } from '../completeness.js';
import type { SheetPorts } from '../evaluation/read-sheets.js';
import type { Explainable } from '../explain-findings.js';
import type { Finding } from '../identity.js';
import type { LocalDate } from '../kernel.js';
import type { Ledger, Reading } from '../ports/ledger.js';
import { platformTerms } from '../terms.js';
import type { BooksOf } from './books.js';
import { figuresOfWork } from './definition-of-figure.js';
import { officesOf } from './freeze-figures.js';

/** What is about to be closed, as known at a position. */
export interface ClosingOf extends BooksOf {
  readonly position: number;
  readonly today: LocalDate;
}

export interface MayClosePorts extends CompletenessPorts, Pick<SheetPorts, 'store' | 'calendar'> {
  readonly ledger: Ledger;
}

/** What keeps the books of a period open until somebody explains it, with the explanation where there is one already. */
export type MayClose = (ports: MayClosePorts, closing: ClosingOf) => Promise<readonly Explainable[]>;

const finding = (code: 'reports-missing' | 'records-set-aside', numbers: Finding['numbers']): Finding => ({
  code,
  severity: 'block',
  rule: code,
  rows: [],
  records: [],
  numbers,
  message: `${platformTerms[code].zh}（${Object.values(numbers).join('，')}）`,
});

/** What is looked at in the books of several fields of work at once. */
export interface BooksCheck extends Omit<ClosingOf, 'line'> {
  readonly lines: readonly string[];
}
type Check = (ports: MayClosePorts, asked: BooksCheck) => Promise<(line: string) => readonly Finding[]>;

const readingOf = ({ offices }: MayClosePorts, { bureau, position }: BooksCheck): Reading => ({
  bureau,
  offices: officesOf(offices, bureau),
  asOf: position,
});

/** Balances between the figures of the work that do not hold. */
const brokenBalances: Check = async (ports, asked) => {
  const { ledger, registry } = ports;
  const found = await checkIdentities(ledger, registry, readingOf(ports, asked), asked.period);
  return (line) => {
    const theirs = new Set(figuresOfWork(registry, line, asked.bureau).map(({ code }) => code));
    const concerned = new Set(
      registry.identities
        .filter((identity) => indicatorsOf(identity).some((code) => theirs.has(code)))
        .map(({ code }) => code),
    );
    return found.filter(({ rule }) => concerned.has(rule));
  };
};

/** Offices that neither logged anything in a month nor declared it empty, and records that no figure counts. */
const missingReports: Check = async (ports, asked) => {
  const declared = ports.registry.lines.filter(({ code }) => asked.lines.includes(code));
  const owed = await completeness(ports, readingOf(ports, asked), declared, asked.period, asked.today);
  const byLine = Map.groupBy(owed, ({ line }) => line);
  return (line) => {
    const months = byLine.get(line) ?? [];
    const missing = months.filter(({ standing }) => standing === 'missing').length;
    return missing === 0 ? [] : [finding('reports-missing', { missing: String(missing), owed: String(months.length) })];
  };
};

const setAside: Check = async ({ ledger }) => {
  const { parked } = await ledger.watermark();
  return () => (parked === 0 ? [] : [finding('records-set-aside', { parked: String(parked) })]);
};

/** Whether the books themselves are in order: their figures agree, everybody reported, no record is left out. */
export const checkBooks = async (
  ports: MayClosePorts,
  asked: BooksCheck,
): Promise<ReadonlyMap<string, readonly Finding[]>> => {
  const checks = await Promise.all([brokenBalances, missingReports, setAside].map((check) => check(ports, asked)));
  return new Map(asked.lines.map((line) => [line, checks.flatMap((found) => found(line))]));
};
