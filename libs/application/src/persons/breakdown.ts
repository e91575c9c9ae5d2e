import { type IndicatorValue, evaluateByOffice, evaluateIndicators } from '../evaluate-indicators.js';
import type { OfficeCode, Period } from '../kernel.js';
import type { Ledger, Reading } from '../ports/ledger.js';
import type { Registry } from '../registry.js';
import { type Shown, isSmall, netOfList, suppress } from './small-cells.js';
import { personTerms } from './terms.js';

/** A figure as it may be published: its number is absent where it would tell of one or two persons. */
export interface PublishedFigure {
  readonly printed: string;
  readonly value?: string | null;
}

export interface Breakdown {
  readonly unit: string;
  readonly offices: readonly (PublishedFigure & { readonly office: OfficeCode })[];
  readonly total: PublishedFigure;
}

/** Units that count persons, or cases behind each of which stands one. */
const OF_PERSONS = ['人', '人次', '件', '例'];
const TOTAL = 'total';

const whole = (found: IndicatorValue | undefined): number | undefined => {
  const value = Number(found?.value ?? NaN);
  return Number.isSafeInteger(value) && value >= 0 && found?.numerator === undefined ? value : undefined;
};

const printed = (shown: Shown | undefined, known: IndicatorValue): PublishedFigure => {
  if (shown === 'small') return { printed: personTerms['small-cell'].zh };
  return shown === 'withheld'
    ? { printed: personTerms['withheld'].zh }
    : { printed: known.printed, value: known.value };
};

/**
 * A figure by office, with that of all. Published, small numbers of persons are told as small only and what else would tell them
 * is withheld; a rate is withheld with the small number it is made of. Where offices do not add up, since a person counts in
 * two, no sum is published beside a small number.
 */
export const breakdownByOffice = async (
  ports: { readonly ledger: Ledger; readonly registry: Registry },
  reading: Reading,
  period: Period,
  code: string,
  isPublished: boolean,
): Promise<Breakdown> => {
  const { ledger, registry } = ports;
  const [total] = (await evaluateIndicators(ledger, registry, reading, period, [code])) as readonly [IndicatorValue];
  const found = [...(await evaluateByOffice(ledger, registry, reading, period, code))];
  const shown = isPublished && needsCare(total) ? shownOf(found, total) : undefined;
  return {
    unit: total.unit,
    offices: found.map(([office, value]) => ({ office, ...printed(shown?.get(office), value) })),
    total: printed(shown?.get(TOTAL), total),
  };
};

const needsCare = ({ unit, numerator }: IndicatorValue): boolean =>
  numerator !== undefined || OF_PERSONS.includes(unit);

const isSmallPart = ({ value, numerator, denominator }: IndicatorValue): boolean =>
  numerator === undefined
    ? isSmall(Number(value ?? 0))
    : [numerator, denominator].some((part) => isSmall(Number(part)));

const shownOf = (
  found: readonly (readonly [OfficeCode, IndicatorValue])[],
  total: IndicatorValue,
): ReadonlyMap<string, Shown> => {
  const counts = found.map(([office, value]) => [office, whole(value)] as const);
  const parts = Object.fromEntries(counts.flatMap(([office, value]) => (value === undefined ? [] : [[office, value]])));
  const sum = Object.values(parts).reduce((all, value) => all + value, 0);
  if (counts.length === Object.keys(parts).length && sum === whole(total)) return suppress(netOfList(TOTAL, parts));
  const small = found.filter(([, value]) => isSmallPart(value)).map(([office]) => office);
  const mark: Shown = total.numerator === undefined ? 'small' : 'withheld';
  return new Map<string, Shown>([
    ...small.map((office) => [office, mark] as const),
    ...(small.length > 0 || isSmallPart(total) ? [[TOTAL, 'withheld'] as const] : []),
  ]);
};
