import { exact } from '#kernel/money.js';
import { findingCodeOf, holds, indicatorsOf, sidesOf } from './check-identities.js';
import type { Finding, IdentityDefinition } from './identity.js';
import { type LocalDate, addDays } from './kernel.js';
import { type CaseFile, countedAt } from './case-file.js';
import { dateOf } from './case-figures.js';
import type { RowFigure } from './case-rows.js';
import type { Registry } from './registry.js';

/** A balance that the printed figures break, with the parts or flows that are not printed. */
export interface BrokenIdentity {
  readonly finding: Finding;
  /** Indicators of the identity that the draft does not print, whose records explain the difference; an outflow is taken off. */
  readonly unprinted: readonly { readonly indicator: string; readonly sign: 1 | -1 }[];
}

/**
 * Checks the declared identities on the printed figures alone. A part or flow that is not printed counts as absent: that is
 * how a report that leaves one out is found. What is printed with 余 or as a bound is no figure.
 */
export const checkPrintedIdentities = (
  file: CaseFile,
  registry: Registry,
  figures: readonly RowFigure[],
): readonly BrokenIdentity[] =>
  registry.identities.flatMap((identity) => {
    const broken = checkOne(identity, file, registry, figures);
    return broken === undefined ? [] : [broken];
  });

const checkOne = (
  identity: IdentityDefinition,
  file: CaseFile,
  registry: Registry,
  figures: readonly RowFigure[],
): BrokenIdentity | undefined => {
  const now = countedAt(file);
  const before = addDays(file.period.from, -1);
  const rowOf = (code: string, on: LocalDate): RowFigure | undefined => printedRow(file, figures, code, on);
  const number = (code: string, on: LocalDate): string | null => rowOf(code, on)?.row.actual?.number.toString() ?? null;
  const [whole, others] = sidesIn(identity);
  const printed = others.filter((code) => rowOf(code, now) !== undefined);
  if (whole.some((code) => rowOf(code, now) === undefined) || (others.length > 0 && printed.length === 0))
    return undefined;
  const rows = (codes: readonly string[]): readonly string[] => codes.flatMap((code) => rowOf(code, now)?.row.id ?? []);
  const outflows: readonly string[] = identity.kind === 'stock-flow' ? identity.outflows : [];
  const unprinted = others
    .filter((code) => !printed.includes(code))
    .map((indicator) => ({ indicator, sign: outflows.includes(indicator) ? (-1 as const) : (1 as const) }));

  if (identity.kind === 'stock-flow') {
    const opening = rowOf(identity.stock, before);
    if (opening === undefined)
      return { finding: openingMissing(identity, registry, rows([...whole, ...printed])), unprinted: [] };
  }
  const sides = sidesOf(
    identity,
    (code) => number(code, now) ?? (whole.includes(code) ? null : '0'),
    (code) => number(code, before),
  );
  if (sides === null || holds(identity, sides)) return undefined;
  const first = identity.kind === 'stock-flow' ? [rowOf(identity.stock, before)?.row.id ?? ''] : [];
  const { left, right } = sides;
  const spoken = indicatorsOf(identity).map((code) => `${registry.zh(code)} ${number(code, now) ?? '未列'}`);
  const finding: Finding = {
    code: findingCodeOf(identity),
    severity: identity.severity,
    rule: identity.code,
    rows: [...first, ...rows([...whole, ...printed])],
    records: [],
    numbers: { left, right, difference: exact(left).minus(right).toFixed() },
    message: `${registry.zh(identity.code)}：${left} 与 ${right} 不符，相差 ${exact(left).minus(right).abs().toFixed()}（${spoken.join('，')}）`,
  };
  return { finding, unprinted };
};

/** The figures an identity cannot do without, and the parts or flows it adds up. */
const sidesIn = (identity: IdentityDefinition): readonly [whole: readonly string[], others: readonly string[]] => {
  switch (identity.kind) {
    case 'parts':
      return [[identity.total], identity.parts];
    case 'stock-flow':
      return [[identity.stock], [...identity.inflows, ...identity.outflows]];
    case 'difference':
      return [[identity.minuend, identity.subtrahend, identity.equals], []];
    case 'at-most':
      return [[identity.smaller, identity.larger], []];
  }
};

/** The first row in reading order that prints an indicator as an exact number for a day. */
export const printedRow = (
  file: CaseFile,
  figures: readonly RowFigure[],
  code: string,
  on: LocalDate,
): RowFigure | undefined =>
  figures.find(
    ({ row, indicator }) =>
      indicator === code && dateOf(file, row) === on && row.actual !== null && row.actual.approximate === undefined,
  );

const openingMissing = (
  { code, stock }: Extract<IdentityDefinition, { kind: 'stock-flow' }>,
  registry: Registry,
  rows: readonly string[],
): Finding => ({
  code: 'opening-missing',
  severity: 'warn',
  rule: code,
  rows,
  records: [],
  numbers: {},
  message: `列出了${registry.zh(stock)}及其增减，未列期初数，无法核对`,
});
