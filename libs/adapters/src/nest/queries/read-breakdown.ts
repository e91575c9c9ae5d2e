import { titleOf } from '#application/describe-lines.js';
import { type Breakdown, breakdownByOffice } from '#application/persons/breakdown.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { BreakdownQuery } from './query.dto.js';
import { type FigureHead, type FigurePorts, readAt } from './read-figures.js';
import { readTogether } from './shared-reads.js';

export interface OfficeBreakdown extends FigureHead, Breakdown {
  readonly code: string;
  readonly title: string;
  readonly published: boolean;
}

/** A figure of each office in scope, and of all; fit to be published where that is asked for. @rejects not-found */
export const readBreakdown = (
  ports: FigurePorts,
  caller: Principal,
  code: string,
  asked: BreakdownQuery,
): Promise<OfficeBreakdown> =>
  readTogether(ports, caller, `offices ${code}`, asked, () => breakdownOf(ports, caller, code, asked));

const breakdownOf = async (
  ports: FigurePorts,
  caller: Principal,
  code: string,
  asked: BreakdownQuery,
): Promise<OfficeBreakdown> => {
  const { registry } = ports.platform;
  const published = asked.published === 'true';
  const { value, head } = await readAt(ports, caller, asked, (reading, period) => {
    if (!registry.indicators.has(code)) throw new Rejected(reject('not-found'));
    return breakdownByOffice(ports.platform, reading, period, code, published);
  });
  return { ...head, code, title: titleOf(registry, code), published, ...value };
};
