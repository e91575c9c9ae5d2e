import { canonicalJson } from '#kernel/canonical.js';
import { exact, roundForPrint } from '#kernel/money.js';
import { type CaseFile, countedAt } from './case-file.js';
import { type RowFigure, indicatorOf } from './case-rows.js';
import { type BrokenIdentity, checkPrintedIdentities } from './draft-identities.js';
import { type Draft, checkForm } from './draft-rules/index.js';
import { explainIndicator } from './evaluate-indicators.js';
import type { Finding } from './identity.js';
import { versionAt } from './indicator.js';
import type { Period } from './kernel.js';
import { satisfies } from './operator.js';
import type { Ledger, Reading } from './ports/ledger.js';
import type { Registry } from './registry.js';

type Records = Finding['records'];

/** Everything the rules find in a draft: broken balances of the printed figures, bounds the log denies, faults of form. */
export const checkDraft = async (
  file: CaseFile,
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
  figures: readonly RowFigure[],
  companions: readonly CaseFile[] = [],
): Promise<readonly Finding[]> => {
  const draft: Draft = { file, registry, figures, companions };
  const period: Period = { scheme: 'CUSTOM', from: file.period.from, to: countedAt(file) };
  const records = (codes: readonly string[], within = period): Promise<Records> =>
    recordsOf(registry, ledger, reading, within, codes);
  const balances = checkPrintedIdentities(file, registry, figures).map(async ({ finding, unprinted }) => {
    const found = await records(unprinted.map(({ indicator }) => indicator));
    return { ...finding, records: withoutCancelled(found, unprinted) };
  });
  const pooled = companions.flatMap((other) => checkTogether(draft, other));
  const bounds = figures.filter(breaksBound).map(async (figure) => {
    const counted = numeratorsOf(registry, figure);
    const rows = figures
      .filter(({ indicator }) => indicator !== null && counted.includes(indicator))
      .map(({ row }) => row.id);
    return {
      ...boundFinding(figure, [figure.row.id, ...rows], registry),
      records: await records(counted, figure.period),
    };
  });
  return [...(await Promise.all([...balances, ...bounds])), ...pooled, ...checkForm(draft)];
};

/** Balances that two documents of one bureau and year break together: what one prints, the other completes. */
const checkTogether = ({ file, registry, figures }: Draft, other: CaseFile): readonly Finding[] => {
  const own = new Set(figures.map(({ row }) => row.id));
  const alone = new Set(checkPrintedIdentities(file, registry, figures).map(({ finding }) => finding.rule));
  const theirs = printedFigures(other, registry).filter(({ row }) => !own.has(row.id));
  return checkPrintedIdentities(file, registry, [...figures, ...theirs])
    .filter(({ finding }) => !alone.has(finding.rule) && finding.rows.some((id) => own.has(id)))
    .filter(({ finding }) => finding.rows.some((id) => !own.has(id)))
    .map(({ finding }) => ({
      ...finding,
      rows: finding.rows.filter((id) => own.has(id)),
      message: `${finding.message}（与${other.title}合看）`,
    }));
};

/** The rows of a document by what they mean, with nothing computed. */
const printedFigures = (file: CaseFile, registry: Registry): readonly RowFigure[] =>
  file.rows.map((row) => ({
    row,
    indicator: indicatorOf(file, registry, row) ?? row.indicator?.[0] ?? null,
    period: { scheme: 'CUSTOM', from: file.period.from, to: countedAt(file) },
    value: null,
    basis: [],
    match: 'not-computed',
    awaits: [],
  }));

const breaksBound = ({ row: { actualBound }, value }: RowFigure): boolean =>
  actualBound !== undefined &&
  value?.value != null &&
  !satisfies(exact(value.value), actualBound.operator, actualBound.number);

/** Indicators that count what a rate has above the line. */
const numeratorsOf = (registry: Registry, { indicator, period }: RowFigure): readonly string[] => {
  const rate = indicator === null ? undefined : registry.indicators.get(indicator);
  const version = rate === undefined ? undefined : versionAt(rate, period.to);
  if (version === undefined || !('numerator' in version)) return [];
  const wanted = canonicalJson(version.numerator);
  return [...registry.indicators.values()].flatMap((item) => {
    const own = versionAt(item, period.to);
    const counts = own !== undefined && 'value' in own && canonicalJson(own.value) === wanted;
    return counts || canonicalJson({ indicator: item.code }) === wanted ? [item.code] : [];
  });
};

const boundFinding = (
  { row, value, indicator }: RowFigure,
  rows: readonly string[],
  registry: Registry,
): Omit<Finding, 'records'> => {
  const computed =
    value === null ? '—' : `${roundForPrint(value.value ?? 0, value.decimals).toFixed(value.decimals)}${value.unit}`;
  return {
    code: 'bound-not-supported',
    severity: 'block',
    rule: 'bound-not-supported',
    rows,
    numbers: {
      computed,
      bound: String(row.actualBound?.number),
      numerator: value?.numerator ?? '',
      denominator: value?.denominator ?? '',
    },
    message: `${registry.zh(indicator ?? '')}填报 ${row.printedActual ?? ''}，据记录为 ${computed}（${value?.numerator ?? '—'} ÷ ${value?.denominator ?? '—'}）`,
  };
};

/** Leaves out streams that came and went by flows the draft does not print: they change nothing, and explain nothing. */
const withoutCancelled = (found: Records, unprinted: BrokenIdentity['unprinted']): Records => {
  const signs = new Map(unprinted.map(({ indicator, sign }) => [indicator, sign]));
  const net = new Map<string, number>();
  for (const { streamId, indicator } of found)
    net.set(streamId, (net.get(streamId) ?? 0) + (signs.get(indicator) ?? 0));
  return found.filter(({ streamId }) => net.get(streamId) !== 0);
};

const PAGE = 1000;

/** The facts that make up indicators, each once. */
const recordsOf = async (
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
  period: Period,
  codes: readonly string[],
): Promise<Records> => {
  const found = new Map<string, Records[number]>();
  for (const indicator of codes)
    for (const { term } of await explainIndicator(ledger, registry, reading, period, indicator))
      for (let after: string | undefined, more = true; more; more = after !== undefined) {
        const page = await ledger.evidence(reading, term, { limit: PAGE, ...(after === undefined ? {} : { after }) });
        for (const { streamId, factKey } of page.rows)
          found.set(`${streamId} ${factKey} ${indicator}`, { streamId, key: factKey, indicator });
        after = page.next;
      }
  return [...found.values()];
};
