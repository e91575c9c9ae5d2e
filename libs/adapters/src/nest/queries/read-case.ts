import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type CaseDescription, describeCase } from '#application/describe-case.js';
import type { Principal } from '#kernel/command.js';
import type { Uuid } from '#kernel/ids.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import { withoutHidden } from '../persons/desk.js';
import { cutOffOf } from './scope.js';

/** Asks for one case with its history. */
export class ReadCase extends Query<CaseDescription> {
  constructor(
    readonly caller: Principal,
    readonly streamType: string,
    readonly streamId: Uuid,
    /** As known at a position, or at an instant. */
    readonly asOf?: string,
  ) {
    super();
  }
}

@QueryHandler(ReadCase)
export class ReadCaseHandler implements IQueryHandler<ReadCase> {
  constructor(private readonly platform: Platform) {}

  /** @rejects not-found no such case, or one of others */
  async execute({ caller, streamType, streamId, asOf }: ReadCase): Promise<CaseDescription> {
    const cutOff = asOf === undefined ? undefined : await cutOffOf(this.platform, asOf);
    const found = await describeCase(this.platform, caller, streamType, streamId, cutOff);
    if (found === undefined) throw new Rejected(reject('not-found'));
    return withoutHidden(this.platform, caller, found);
  }
}
