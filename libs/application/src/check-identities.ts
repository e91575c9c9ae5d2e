import { exact } from '#kernel/money.js';
import { type IndicatorValue, evaluateIndicators } from './evaluate-indicators.js';
import type { Finding, IdentityDefinition } from './identity.js';
import { type Period, addDays } from './kernel.js';
import type { Ledger, Reading } from './ports/ledger.js';
import type { Registry } from './registry.js';

/** Every indicator an identity speaks of. */
export const indicatorsOf = (identity: IdentityDefinition): readonly string[] => {
  switch (identity.kind) {
    case 'parts':
      return [identity.total, ...identity.parts];
    case 'stock-flow':
      return [identity.stock, ...identity.inflows, ...identity.outflows];
    case 'difference':
      return [identity.minuend, identity.subtrahend, identity.equals];
    case 'at-most':
      return [identity.smaller, identity.larger];
  }
};

const findingCodes = {
  parts: 'parts-do-not-sum',
  'stock-flow': 'stock-flow-mismatch',
  difference: 'parts-do-not-sum',
  'at-most': 'count-exceeds-population',
} as const;

export const findingCodeOf = (identity: IdentityDefinition): string => findingCodes[identity.kind];

/** The two sides of an identity from values by code; `opening` is the stock before the period. Null where a value is missing. */
export const sidesOf = (
  identity: IdentityDefinition,
  value: (code: string) => string | null | undefined,
  opening: (code: string) => string | null | undefined,
): { readonly left: string; readonly right: string } | null => {
  const missing = { hit: false };
  const number = (found: string | null | undefined) => {
    if (found === null || found === undefined) missing.hit = true;
    return exact(found ?? 0);
  };
  const add = (codes: readonly string[]) => codes.reduce((sum, code) => sum.plus(number(value(code))), exact(0));
  const [left, right] = (() => {
    switch (identity.kind) {
      case 'parts':
        return [number(value(identity.total)), add(identity.parts)];
      case 'stock-flow':
        return [
          number(value(identity.stock)),
          number(opening(identity.stock)).plus(add(identity.inflows)).minus(add(identity.outflows)),
        ];
      case 'difference':
        return [
          number(value(identity.minuend)).minus(number(value(identity.subtrahend))),
          number(value(identity.equals)),
        ];
      case 'at-most':
        return [number(value(identity.smaller)), number(value(identity.larger))];
    }
  })();
  return missing.hit ? null : { left: left.toFixed(), right: right.toFixed() };
};

export const holds = (identity: IdentityDefinition, { left, right }: { left: string; right: string }): boolean =>
  identity.kind === 'at-most' ? exact(left).lessThanOrEqualTo(right) : exact(left).equals(right);

/** Checks every declared identity on the computed values of a period; what does not hold is a finding. */
export const checkIdentities = async (
  ledger: Ledger,
  registry: Registry,
  reading: Reading,
  period: Period,
): Promise<readonly Finding[]> => {
  const codes = [...new Set(registry.identities.flatMap(indicatorsOf))];
  const before = { ...period, to: addDays(period.from, -1) };
  const stocks = registry.identities.flatMap((identity) => (identity.kind === 'stock-flow' ? [identity.stock] : []));
  const [now, then] = await Promise.all([
    evaluateIndicators(ledger, registry, reading, period, codes),
    evaluateIndicators(ledger, registry, reading, before, [...new Set(stocks)]),
  ]);
  const byCode = new Map(now.map((item) => [item.code, item]));
  const opening = new Map(then.map((item) => [item.code, item]));
  return registry.identities.flatMap((identity) => {
    const sides = sidesOf(
      identity,
      (code) => byCode.get(code)?.value,
      (code) => opening.get(code)?.value,
    );
    return sides === null || holds(identity, sides) ? [] : [findingOf(identity, sides, registry, byCode)];
  });
};

const findingOf = (
  identity: IdentityDefinition,
  { left, right }: { left: string; right: string },
  registry: Registry,
  values: ReadonlyMap<string, IndicatorValue>,
): Finding => ({
  code: findingCodeOf(identity),
  severity: identity.severity,
  rule: identity.code,
  rows: indicatorsOf(identity),
  records: [],
  numbers: { left, right, difference: exact(left).minus(right).toFixed() },
  message: `${registry.zh(identity.code)}：${left} 与 ${right} 不符（${indicatorsOf(identity)
    .map((code) => `${registry.zh(code)} ${values.get(code)?.printed ?? '—'}`)
    .join('，')}）`,
});
