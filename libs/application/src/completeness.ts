import type { LineDefinition } from './define-line.js';
import { type LocalDate, type OfficeCode, type Period, addMonths, lastOfMonth } from './kernel.js';
import type { Ledger, Reading } from './ports/ledger.js';
import type { Office, OfficeDirectory } from './ports/office-directory.js';
import type { Registry } from './registry.js';
import { platformTerms } from './terms.js';

/** How a month of an office stands in one field of work. */
export type MonthStanding =
  /** Business was logged. */
  | 'logged'
  /** The office said that there was none. */
  | 'nil'
  /** Neither: nobody knows whether nothing happened or nothing was written down. */
  | 'missing'
  /** Both: the declaration must be withdrawn, or the records are wrong. */
  | 'nil-but-logged';

export interface OfficeMonth {
  readonly line: string;
  readonly office: OfficeCode;
  /** YYYY-MM. */
  readonly month: string;
  readonly standing: MonthStanding;
}

export interface CompletenessPorts {
  readonly registry: Registry;
  readonly ledger: Pick<Ledger, 'monthsLogged' | 'registerRows'>;
  readonly offices: OfficeDirectory;
}

/** Months of a period that are over on a day, oldest first. */
export const monthsOver = ({ from, to }: Period, today: LocalDate): readonly string[] => {
  const months: string[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to && lastOfMonth(first) < today; first = addMonths(first, 1))
    months.push(first.slice(0, 7));
  return months;
};

/** Kinds of offices that report on a field of work where its line does not say: every justice office. */
const USUAL: readonly Office['kind'][] = ['justice-office'];

/** Offices of a reading that owe a report in a field of work for a month: those that existed throughout it. */
const owing = (
  offices: OfficeDirectory,
  reading: Reading,
  { reportedBy = USUAL }: LineDefinition,
  month: string,
): readonly OfficeCode[] => {
  const first = `${month}-01`;
  return reading.offices.filter((code) => {
    const office = offices.find(code);
    if (office === undefined || !reportedBy.includes(office.kind)) return false;
    return office.validFrom <= first && (office.validTo === null || office.validTo >= lastOfMonth(first));
  });
};

/**
 * Every month that is over, of every office that owes a report, for the lines given. A month counts as logged when anything
 * that figures count was ever dated in it, though it may have been voided since.
 */
export const completeness = async (
  { registry, ledger, offices }: CompletenessPorts,
  reading: Reading,
  lines: readonly LineDefinition[],
  period: Period,
  today: LocalDate,
): Promise<readonly OfficeMonth[]> => {
  const months = monthsOver(period, today);
  if (months.length === 0) return [];
  const logged = await loggedMonths(ledger, reading, lines, months);
  const nil = await nilMonths(registry, ledger, reading);
  return lines.flatMap((line) =>
    months.flatMap((month) =>
      owing(offices, reading, line, month).map((office) => {
        const key = `${line.code} ${office} ${month}`;
        const standing = standingOf(logged.has(key), nil.has(key));
        return { line: line.code, office, month, standing };
      }),
    ),
  );
};

const standingOf = (logged: boolean, nil: boolean): MonthStanding => {
  if (logged) return nil ? 'nil-but-logged' : 'logged';
  return nil ? 'nil' : 'missing';
};

const loggedMonths = async (
  ledger: CompletenessPorts['ledger'],
  reading: Reading,
  lines: readonly LineDefinition[],
  months: readonly string[],
): Promise<ReadonlySet<string>> => {
  const lineOf = new Map(
    lines.flatMap(({ code, measures }) => measures.map((measure) => [measure.code, code] as const)),
  );
  const rows = await ledger.monthsLogged(reading, [...lineOf.keys()], months[0] ?? '', months.at(-1) ?? '');
  return new Set(rows.map(({ measure, office, month }) => `${lineOf.get(measure)} ${office} ${month}`));
};

const PAGE = 500;

const nilMonths = async (
  registry: Registry,
  ledger: CompletenessPorts['ledger'],
  reading: Reading,
): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  for (const { nils } of registry.lines) {
    if (nils === undefined) continue;
    let after: string | undefined;
    do {
      const page = await ledger.registerRows(reading, {
        register: nils.register,
        filters: { [nils.standing]: 'true' },
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      for (const { office, columns } of page.rows) found.add(`${columns[nils.line]} ${office} ${columns[nils.month]}`);
      after = page.next;
    } while (after !== undefined);
  }
  return found;
};

/** Nothing, where nobody said that there was nothing, prints as not reported: it is no zero. */
export const reportedAs = (
  { value, printed }: { readonly value: string | null; readonly printed: string },
  months: readonly OfficeMonth[],
): { readonly printed: string; readonly missing: number } => {
  const missing = months.filter(({ standing }) => standing === 'missing').length;
  const silent = months.length > 0 && missing === months.length && (value === null || Number(value) === 0);
  return { printed: silent ? platformTerms['not-reported'].zh : printed, missing };
};
