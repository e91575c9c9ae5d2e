import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type CaseDescription, describeCase } from '#application/describe-case.js';
import type { Principal } from '#kernel/command.js';
import type { Uuid } from '#kernel/ids.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';

/** Asks for one case with its history. */
export class ReadCase extends Query<CaseDescription> {
  constructor(
    readonly caller: Principal,
    readonly streamType: string,
    readonly streamId: Uuid,
  ) {
    super();
  }
}

@QueryHandler(ReadCase)
export class ReadCaseHandler implements IQueryHandler<ReadCase> {
  constructor(private readonly platform: Platform) {}

  /** @rejects not-found no such case, or one of others */
  async execute({ caller, streamType, streamId }: ReadCase): Promise<CaseDescription> {
    const found = await describeCase(this.platform, caller, streamType, streamId);
    if (found === undefined) throw new Rejected(reject('not-found'));
    return found;
  }
}
