import { Type } from 'class-transformer';
import { CommandEnvelope, StreamParams } from '../commands/envelope.dto.js';
import { Id, Line, Whole } from '../web/field-checks.js';

/** A command that is not sent: its type and stream, and what it would say. */
export class ImpactRequest extends CommandEnvelope {
  @Line(100)
  readonly type!: string;

  @Id()
  readonly streamId!: string;
}

/** A correction or void that waits for a second person. */
export class PendingParams extends StreamParams {
  @Id()
  readonly requestId!: string;
}

/** An event by its place in the log. */
export class EventParams {
  @Type(() => Number)
  @Whole(1, Number.MAX_SAFE_INTEGER)
  readonly position!: number;
}
