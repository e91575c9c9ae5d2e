import { ValidateNested } from 'class-validator';
import { type Evidence, type Source, sources } from '#kernel/event.js';
import { Flag, Form, Id, Line, ListOf, Maybe, OneOf, Payload, Whole } from '../web/field-checks.js';

/** A document that backs what is recorded (文书). */
export class EvidenceItem implements Evidence {
  @Line(64)
  readonly docKind!: string;

  @Line(64)
  readonly docNo!: string;

  /** SHA-256 of the file, hex. */
  @Maybe()
  @Form(/^[0-9a-f]{64}$/)
  readonly fileHash?: string;
}

/** What surrounds the payload of a command. */
export class CommandEnvelope {
  static readonly lists = { evidence: EvidenceItem };

  /** The office in whose name it is recorded. */
  @Line(32)
  readonly office!: string;

  @Payload()
  readonly data!: object;

  @Maybe()
  @ListOf(1, 20)
  @ValidateNested({ each: true })
  readonly evidence?: readonly EvidenceItem[];

  /** The second person who approved what a soft rule asks to confirm. */
  @Maybe()
  @Line(200)
  readonly approvedBy?: string;

  @Maybe()
  @OneOf(sources)
  readonly source?: Source;
}

/** One command among many: it names its type, stream and id itself. */
export class BulkItem extends CommandEnvelope {
  @Line(100)
  readonly type!: string;

  @Id()
  readonly streamId!: string;

  @Id()
  readonly commandId!: string;

  @Maybe()
  @Whole(0, 2 ** 31 - 1)
  readonly expectedVersion?: number;
}

export const MOST_COMMANDS = 500;

/** Many commands at once; each item is checked by itself, so that one bad one is one answer. */
export class BulkRequest {
  static readonly lists = {};

  /** All or nothing, or each by itself. */
  @Flag()
  readonly atomic!: boolean;

  @ListOf(1, MOST_COMMANDS)
  readonly commands!: readonly unknown[];
}

export class StreamParams {
  static readonly lists = {};

  @Id()
  readonly streamId!: string;
}
