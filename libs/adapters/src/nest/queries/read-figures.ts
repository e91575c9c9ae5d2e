import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type OfficeMonth, completeness, completenessByIndicator, reportedAs } from '#application/completeness.js';
import { titleOf } from '#application/describe-lines.js';
import { type IndicatorValue, evaluateIndicators } from '#application/evaluate-indicators.js';
import type { Reading } from '#application/ports/ledger.js';
import type { Principal } from '#kernel/command.js';
import type { Period } from '#kernel/period.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import type { Freshness, FreshnessWatch } from './freshness.js';
import type { CompletenessQuery, FindingsQuery, IndicatorsQuery } from './query.dto.js';
import { type ReportedBeside, sealsBeside } from '../periods/reported-beside.js';
import { cutOffOf, periodOf, readingOf } from './scope.js';
import { readTogether } from './shared-reads.js';

/** What stands above every figure: whose it is, for when, and how it was known. */
export interface FigureHead {
  readonly bureau: string;
  readonly office?: string;
  readonly period: Period;
  /** The recording position the figures were computed at. */
  readonly position: number;
  readonly freshness: Freshness;
}

export interface Figures extends FigureHead {
  readonly values: readonly (IndicatorValue & {
    readonly title: string;
    readonly evidence: string;
    /** Months of offices that neither logged anything of the field of work nor declared it empty. */
    readonly missing: number;
    /** Set where the period is sealed: what was reported stands beside the value, which is the restated one. */
    readonly seal?: ReportedBeside;
  })[];
}

/** Asks for figures of a period. */
export class ReadFigures extends Query<Figures> {
  constructor(
    readonly caller: Principal,
    readonly asked: IndicatorsQuery,
  ) {
    super();
  }
}

/** How the months of the offices stand: logged, declared empty, or missing. */
export interface Completeness extends FigureHead {
  readonly months: readonly OfficeMonth[];
}

/** Asks which offices reported on what, month by month. */
export class ReadCompleteness extends Query<Completeness> {
  constructor(
    readonly caller: Principal,
    readonly asked: CompletenessQuery,
  ) {
    super();
  }
}

/** What figures are read with. */
export interface FigurePorts {
  readonly platform: Platform;
  readonly freshness: FreshnessWatch;
}

/** Reads something of a period for exactly one recording position. */
export const readAt = async <Value>(
  { platform, freshness }: FigurePorts,
  caller: Principal,
  asked: FindingsQuery,
  read: (reading: Reading, period: Period) => Promise<Value>,
): Promise<{ readonly value: Value; readonly head: FigureHead }> => {
  await platform.definitions.refresh();
  const reading = readingOf(platform.offices, caller, asked);
  const period = periodOf(asked.period);
  const least = asked['min-position'];
  const asOf = asked.asOf === undefined ? undefined : await cutOffOf(platform, asked.asOf);
  const found = await freshness.steady(
    { ...(least === undefined ? {} : { least }), ...(asOf === undefined ? {} : { asOf }) },
    (cutOff) => read(cutOff === undefined ? reading : { ...reading, asOf: cutOff }, period),
  );
  const { value, position } = found;
  const office = asked.office === undefined ? {} : { office: asked.office };
  return { value, head: { bureau: reading.bureau, ...office, period, position, freshness: found.freshness } };
};

/** Where a figure opens to its records, as they stood when it was computed. */
const evidenceOf = (code: string, asked: FindingsQuery, { bureau, office, position }: FigureHead): string => {
  const scope = new URLSearchParams({ bureau, ...(office === undefined ? {} : { office }) });
  return `/v1/indicators/${encodeURIComponent(code)}/evidence?${scope.toString()}&period=${asked.period}&asOf=${position}`;
};

@QueryHandler(ReadFigures)
export class ReadFiguresHandler implements IQueryHandler<ReadFigures> {
  constructor(private readonly ports: FigurePorts) {}

  execute({ caller, asked }: ReadFigures): Promise<Figures> {
    return readTogether(this.ports, caller, 'figures', asked, () => this.read(caller, asked));
  }

  /** @rejects invalid-data naming the codes that no line declares */
  private async read(caller: Principal, asked: IndicatorsQuery): Promise<Figures> {
    const { ledger, registry } = this.ports.platform;
    const codes = asked.codes?.split(',') ?? [...registry.indicators.keys()];
    const unknown = codes.filter((code) => !registry.indicators.has(code));
    if (unknown.length > 0)
      throw new Rejected(reject('invalid-data', ...unknown.map((at) => ({ at, code: 'not-found' }))));
    const { value, head } = await readAt(this.ports, caller, asked, (reading, period) =>
      Promise.all([
        evaluateIndicators(ledger, registry, reading, period, codes),
        completenessByIndicator(this.ports.platform, reading, codes, period, this.ports.platform.clock.now().today),
      ]),
    );
    const [found, monthsOf] = value;
    const sealOf = await sealsBeside(this.ports.platform, caller, asked, head, codes);
    const values = found.map((item) => ({
      ...item,
      ...reportedAs(item, monthsOf(item.code)),
      title: titleOf(registry, item.code),
      evidence: evidenceOf(item.code, asked, head),
      ...sealOf(item),
    }));
    return { ...head, values };
  }
}

@QueryHandler(ReadCompleteness)
export class ReadCompletenessHandler implements IQueryHandler<ReadCompleteness> {
  constructor(private readonly ports: FigurePorts) {}

  /** @rejects invalid-data naming the lines there are not */
  async execute({ caller, asked }: ReadCompleteness): Promise<Completeness> {
    const { platform } = this.ports;
    const { registry, clock } = platform;
    const owing = registry.lines.filter(({ reportedBy }) => reportedBy?.length !== 0);
    const codes = asked.line?.split(',') ?? owing.map(({ code }) => code);
    const lines = owing.filter(({ code }) => codes.includes(code));
    const unknown = codes.filter((code) => !lines.some((line) => line.code === code));
    if (unknown.length > 0)
      throw new Rejected(reject('invalid-data', ...unknown.map((at) => ({ at, code: 'not-found' }))));
    const { value, head } = await readAt(this.ports, caller, asked, (reading, period) =>
      completeness(platform, reading, lines, period, clock.now().today),
    );
    return { ...head, months: value };
  }
}
