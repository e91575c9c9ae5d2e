import type { SealedFigure, SealedValue } from '#kernel/seal.js';
import { type CompletenessPorts, completeness, reportedAs } from '../completeness.js';
import { type IndicatorValue, evaluateIndicators } from '../evaluate-indicators.js';
import type { IndicatorDefinition } from '../indicator.js';
import type { BureauCode, LocalDate, OfficeCode } from '../kernel.js';
import type { Ledger } from '../ports/ledger.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { BooksOf } from './books.js';
import { definitionHash, figuresOfWork } from './definition-of-figure.js';

export interface FreezingPorts extends CompletenessPorts {
  readonly ledger: Ledger;
}

/** Offices of a bureau that are none of its parts: the bureau itself first, the others by code. */
export const officesOf = (offices: OfficeDirectory, bureau: BureauCode): readonly OfficeCode[] =>
  offices
    .all()
    .filter((office) => office.bureau === bureau)
    .map(({ code }) => code)
    .sort();

/** An office with what lies below it, as every figure of an office is read. */
export const withBelow = (offices: OfficeDirectory, bureau: BureauCode, office: OfficeCode): readonly OfficeCode[] => {
  const theirs = new Set(officesOf(offices, bureau));
  return offices.below(office).filter((code) => theirs.has(code));
};

const sealedValue = (office: OfficeCode, found: IndicatorValue, printed: string): SealedValue => ({
  office,
  ...(found.value === null ? {} : { value: found.value }),
  ...(found.numerator === undefined ? {} : { numerator: found.numerator }),
  ...(found.denominator === undefined ? {} : { denominator: found.denominator }),
  printed,
});

const frozen = (
  definition: IndicatorDefinition,
  revision: number,
  fingerprint: string,
  version: LocalDate | null,
  values: readonly SealedValue[],
): SealedFigure => ({
  indicator: definition.code,
  unit: definition.unit,
  ...(version === null ? {} : { version }),
  revision,
  definition: fingerprint,
  values,
});

/** Every figure of a field of work, of every office of the bureau, as known at one position. */
export const freezeFigures = async (
  ports: FreezingPorts,
  { bureau, line, period }: BooksOf,
  position: number,
  today: LocalDate,
): Promise<readonly SealedFigure[]> => {
  const { registry, ledger, offices } = ports;
  const declared = registry.line(line);
  if (declared === undefined) return [];
  const definitions = figuresOfWork(registry, line, bureau);
  const codes = definitions.map(({ code }) => code);
  const all = officesOf(offices, bureau);
  const months = await completeness(ports, { bureau, offices: all, asOf: position }, [declared], period, today);
  const rows: { readonly office: OfficeCode; readonly found: readonly IndicatorValue[] }[] = [];
  for (const office of all) {
    const reading = { bureau, offices: withBelow(offices, bureau, office), asOf: position };
    rows.push({ office, found: await evaluateIndicators(ledger, registry, reading, period, codes) });
  }
  return definitions.map((definition, at) => {
    const values = rows.map(({ office, found }) => {
      const below = new Set(withBelow(offices, bureau, office));
      const item = found[at] as IndicatorValue;
      const theirs = months.filter((month) => below.has(month.office));
      return sealedValue(office, item, reportedAs(item, theirs).printed);
    });
    const revision = registry.own.get(definition.code)?.revision ?? 1;
    const version = rows[0]?.found[at]?.version ?? null;
    return frozen(definition, revision, definitionHash(registry, definition, period.to), version, values);
  });
};
