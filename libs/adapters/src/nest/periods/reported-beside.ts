import type { IndicatorValue } from '#application/evaluate-indicators.js';
import { type Books, booksOf } from '#application/sealing/books.js';
import { figuresOfWork } from '#application/sealing/definition-of-figure.js';
import { officesOf, withBelow } from '#application/sealing/freeze-figures.js';
import type { Principal } from '#kernel/command.js';
import type { OfficeCode } from '#kernel/event.js';
import { exact } from '#kernel/money.js';
import type { Period } from '#kernel/period.js';
import type { SealedValue } from '#kernel/seal.js';
import { type Platform, wholeOf } from '../../platform/platform.js';
import { readingOf } from '../queries/scope.js';
import { restatementTitles } from './read-periods.js';

/** The reported value (上报值) of a figure, beside the one that stands now (修正值). */
export interface ReportedBeside {
  readonly number: number;
  readonly position: number;
  /** `closed`, or `reopened` where the books are open again and this is what was reported last. */
  readonly state: string;
  readonly titles: typeof restatementTitles;
  readonly reported: SealedValue;
  /** The value now less the reported one. */
  readonly delta: string | null;
  /** Where the difference opens to the postings that make it. */
  readonly causes: string;
}

interface Head {
  readonly bureau: string;
  readonly period: Period;
  readonly position: number;
}

/** The office whose figures a reading of just these offices gives; undefined where it is not one and what lies below. */
const officeRead = ({ offices }: Platform, bureau: string, read: readonly OfficeCode[]): OfficeCode | undefined =>
  officesOf(offices, bureau).find((code) => {
    const below = withBelow(offices, bureau, code);
    return below.length === read.length && below.every((each) => read.includes(each));
  });

/** What was reported for figures of a period, where its books were closed before the position they are read at. */
export const sealsBeside = async (
  platform: Platform,
  caller: Principal,
  asked: { readonly bureau?: string; readonly office?: string },
  { bureau, period, position }: Head,
  codes: readonly string[],
): Promise<(item: IndicatorValue) => { readonly seal?: ReportedBeside }> => {
  const { registry } = platform;
  if (!registry.lines.some(({ periods }) => periods !== undefined)) return () => ({});
  const office = officeRead(platform, bureau, readingOf(platform.offices, caller, asked).offices);
  if (office === undefined) return () => ({});
  const wanted = new Set(codes);
  const lines = registry.lines.filter(({ code: line }) =>
    figuresOfWork(registry, line, bureau).some(({ code }) => wanted.has(code)),
  );
  const books = await Promise.all(lines.map(({ code: line }) => booksOf(wholeOf(platform), { bureau, line, period })));
  const found = new Map<string, ReportedBeside>();
  for (const item of books) collect(found, item, office, position);
  return ({ code, value }) => {
    const seal = found.get(code);
    if (seal === undefined) return {};
    const { value: reported } = seal.reported;
    const delta = value === null || reported === undefined ? null : exact(value).minus(reported).toFixed();
    return { seal: { ...seal, delta } };
  };
};

const collect = (
  found: Map<string, ReportedBeside>,
  { streamId, state, seals }: Books,
  office: OfficeCode,
  upTo: number,
): void => {
  const seal = seals.findLast(({ recordedAt }) => recordedAt <= upTo);
  for (const { indicator, values } of seal?.figures ?? []) {
    const reported = values.find((value) => value.office === office);
    if (seal === undefined || reported === undefined) continue;
    const { number, position } = seal;
    const scope = new URLSearchParams({ seal: String(number), office, codes: indicator, asOf: String(upTo) });
    const causes = `/v1/periods/${streamId}/restatement?${scope.toString()}`;
    found.set(indicator, { number, position, state, titles: restatementTitles, reported, delta: null, causes });
  }
};
