import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { checkIdentities } from '#application/check-identities.js';
import { titleOf } from '#application/describe-lines.js';
import { type FindingToSettle, findingsToSettle } from '#application/findings/findings-to-settle.js';
import type { Finding } from '#application/identity.js';
import { inScope } from '#application/office-scope.js';
import type { Reading } from '#application/ports/ledger.js';
import type { Registry } from '#application/registry.js';
import { headOffice } from '#application/sealing/head-office.js';
import type { Principal } from '#kernel/command.js';
import type { Period } from '#kernel/period.js';
import type { Platform } from '../../platform/platform.js';
import { rolesWith } from '../callers/permissions.js';
import type { FindingsQuery } from '../queries/query.dto.js';
import { type FigureHead, type FigurePorts, readAt } from '../queries/read-figures.js';

/** A finding as a page shows it; what became of it is told to whoever answers for the bureau. */
export type ShownFinding = Finding &
  Partial<FindingToSettle> & {
    readonly title: string;
    /** Roles that may answer it. */
    readonly mayExplain?: readonly string[];
  };

export interface Findings extends FigureHead {
  readonly findings: readonly ShownFinding[];
}

/** Asks what was found in the figures of a period, and on the sheets of its year. */
export class ReadFindings extends Query<Findings> {
  constructor(
    readonly caller: Principal,
    readonly asked: FindingsQuery,
  ) {
    super();
  }
}

const shown = (registry: Registry, finding: Finding): ShownFinding => {
  const known = [finding.rule, `finding.${finding.code}`].map((code) => ({ code, title: titleOf(registry, code) }));
  const title = known.find((item) => item.title !== item.code)?.title ?? finding.message.replace(/（.*$/s, '');
  return { ...finding, title };
};

/** Balances of the offices a caller sees; of the whole bureau everything there is to settle. */
const found = async (
  platform: Platform,
  caller: Principal,
  { office }: FindingsQuery,
  reading: Reading,
  period: Period,
): Promise<readonly ShownFinding[]> => {
  const { ledger, registry, offices, clock } = platform;
  const { bureau, asOf } = reading;
  const keepsBooks = registry.lines.some(({ periods }) => periods !== undefined);
  if (!keepsBooks || office !== undefined || !inScope(offices, caller, headOffice(offices, bureau)))
    return (await checkIdentities(ledger, registry, reading, period)).map((finding) => shown(registry, finding));
  const position = asOf ?? (await ledger.watermark()).position;
  const { today } = clock.now();
  const all = await findingsToSettle(platform, { bureau, period, position, today });
  const mayExplain = rolesWith('findings:explain');
  return all.map((finding) => ({ ...shown(registry, finding), mayExplain }));
};

@QueryHandler(ReadFindings)
export class ReadFindingsHandler implements IQueryHandler<ReadFindings> {
  constructor(private readonly ports: FigurePorts) {}

  async execute({ caller, asked }: ReadFindings): Promise<Findings> {
    const { value, head } = await readAt(this.ports, caller, asked, (reading, period) =>
      found(this.ports.platform, caller, asked, reading, period),
    );
    return { ...head, findings: value };
  }
}
