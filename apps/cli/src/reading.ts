import { cutOffOf, periodOf, readingOf } from '#adapters/nest/queries/scope.js';
import type { Platform } from '#adapters/platform/platform.js';
import { EVERY_OFFICE } from '#application/office-scope.js';
import type { Reading } from '#application/ports/ledger.js';
import type { Principal } from '#kernel/command.js';
import type { Period } from '#kernel/period.js';
import { type JobContext, type JobOption, UsageFault, given } from './job.js';

/** Whoever can start a job on the machine may read, and close, everything. */
export const operator: Principal = { name: 'cli', roles: ['operator'], offices: [EVERY_OFFICE] };

export const periodOptions = {
  bureau: { type: 'string', value: '<code>', help: 'division code of the bureau (GB/T 2260)', required: true },
  year: { type: 'string', value: '<yyyy>', help: 'fiscal year' },
  period: {
    type: 'string',
    value: '<period>',
    help: '2023, 2023S, 2023-04, 2023Q2, 2023H1 or 2023-01-01..2023-12-06',
  },
  office: { type: 'string', value: '<code>', help: 'an office and what is below it' },
  'as-of': { type: 'string', value: '<position|instant>', help: 'as known then' },
} as const satisfies Readonly<Record<string, JobOption>>;

/** What a job reads: which bureau and offices, which days, as known when. */
export const readingFor = async (
  context: JobContext,
  platform: Platform,
): Promise<{ readonly reading: Reading; readonly period: Period; readonly position: number }> => {
  const text = context.text('period') ?? context.text('year');
  if (text === undefined) throw new UsageFault('--year or --period is missing');
  const period = periodOf(text);
  const office = context.text('office');
  const scope = readingOf(platform.offices, operator, {
    bureau: given(context, 'bureau'),
    ...(office === undefined ? {} : { office }),
  });
  const asOf = context.text('as-of');
  const position = asOf === undefined ? (await platform.ledger.watermark()).position : await cutOffOf(platform, asOf);
  return { reading: { ...scope, asOf: position }, period, position };
};
