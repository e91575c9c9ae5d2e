import { checkIdentities, indicatorsOf } from '../check-identities.js';
import { type CompletenessPorts, completeness } from '../completeness.js';
import type { Finding } from '../identity.js';
import type { LocalDate } from '../kernel.js';
import type { Ledger } from '../ports/ledger.js';
import { platformTerms } from '../terms.js';
import type { BooksOf } from './books.js';
import { figuresOfWork } from './definition-of-figure.js';
import { officesOf } from './freeze-figures.js';

/** What is about to be closed, as known at a position. */
export interface ClosingOf extends BooksOf {
  readonly position: number;
  readonly today: LocalDate;
}

export interface MayClosePorts extends CompletenessPorts {
  readonly ledger: Ledger;
}

/** What keeps the books of a period open until somebody explains it. */
export type MayClose = (ports: MayClosePorts, closing: ClosingOf) => Promise<readonly Finding[]>;

const finding = (code: 'reports-missing' | 'records-set-aside', numbers: Finding['numbers']): Finding => ({
  code,
  severity: 'block',
  rule: code,
  rows: [],
  records: [],
  numbers,
  message: `${platformTerms[code].zh}（${Object.values(numbers).join('，')}）`,
});

/** Balances between the figures of the work that do not hold, where they are such as block. */
const brokenBalances: MayClose = async ({ ledger, registry, offices }, { bureau, line, period, position }) => {
  const theirs = new Set(figuresOfWork(registry, line, bureau).map(({ code }) => code));
  const reading = { bureau, offices: officesOf(offices, bureau), asOf: position };
  const found = await checkIdentities(ledger, registry, reading, period);
  const concerned = new Set(
    registry.identities
      .filter((identity) => indicatorsOf(identity).some((code) => theirs.has(code)))
      .map(({ code }) => code),
  );
  return found.filter(({ severity, rule }) => severity === 'block' && concerned.has(rule));
};

/** Offices that neither logged anything in a month nor declared it empty, and records that no figure counts. */
const missingReports: MayClose = async (ports, { bureau, line, period, position, today }) => {
  const declared = ports.registry.line(line);
  if (declared === undefined) return [];
  const reading = { bureau, offices: officesOf(ports.offices, bureau), asOf: position };
  const months = await completeness(ports, reading, [declared], period, today);
  const missing = months.filter(({ standing }) => standing === 'missing').length;
  return missing === 0 ? [] : [finding('reports-missing', { missing: String(missing), owed: String(months.length) })];
};

const setAside: MayClose = async ({ ledger }) => {
  const { parked } = await ledger.watermark();
  return parked === 0 ? [] : [finding('records-set-aside', { parked: String(parked) })];
};

/** What is looked at wherever nothing else is asked. */
export const usualChecks: MayClose = async (ports, closing) =>
  (await Promise.all([brokenBalances, missingReports, setAside].map((check) => check(ports, closing)))).flat();
