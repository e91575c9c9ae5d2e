import { isLocalDate } from '#kernel/dates.js';
import { isUuid } from '#kernel/ids.js';
import { newestShape } from './history.js';
import {
  type AnyStream,
  type LocalDate,
  type RecordedEvent,
  type Uuid,
  type Validator,
  compileValidator,
  sources,
} from './kernel.js';
import { recordEventName, recordEventsOf } from './record-events.js';
import type { Registry } from './registry.js';

/** What is wrong with a file of events: each line by its number, from 1. */
export interface LineProblem {
  readonly line: number;
  readonly problem: string;
}

/** An event as one line of text: everything the store keeps of it. */
export const lineOfEvent = (event: RecordedEvent): string => JSON.stringify(event);

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === 'string' && value !== '';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) > 0;
const isInstant: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isEvidence: Check = (value) =>
  Array.isArray(value) &&
  value.every(
    (item: unknown) => typeof item === 'object' && item !== null && isText((item as { docNo?: unknown }).docNo),
  );

const FIELDS: Readonly<Record<keyof RecordedEvent, { readonly check: Check; readonly optional?: true }>> = {
  position: { check: isCount },
  streamId: { check: isUuid },
  streamType: { check: isText },
  version: { check: isCount },
  eventId: { check: isUuid },
  type: { check: isText },
  schemaVersion: { check: isCount },
  data: { check: (value) => typeof value === 'object' && value !== null && !Array.isArray(value) },
  bureau: { check: isText },
  office: { check: isText },
  owner: { check: isText },
  occurredOn: { check: isLocalDate },
  recordedAt: { check: isInstant },
  recordedBy: { check: isText },
  approvedBy: { check: isText, optional: true },
  source: { check: (value) => sources.some((source) => source === value) },
  commandId: { check: isUuid },
  correlationId: { check: isUuid },
  causationId: { check: isUuid, optional: true },
  evidence: { check: isEvidence, optional: true },
};

/**
 * Reads lines of events one by one and remembers only what the next ones must agree with: positions rise, versions of a
 * stream count up from 1, no event comes twice, and every payload is one that this installation knows.
 */
export class EventLines {
  private readonly versions = new Map<Uuid, number>();
  private readonly ids = new Set<Uuid>();
  private readonly validators = new Map<string, Validator>();
  private position = 0;
  private line = 0;
  readonly problems: LineProblem[] = [];

  constructor(
    private readonly registry: Registry,
    private readonly today: LocalDate,
  ) {}

  /** The event of a line, or undefined when something is wrong with it or it is empty. */
  read(text: string): RecordedEvent | undefined {
    this.line += 1;
    if (text.trim() === '') return undefined;
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      return this.wrong('not JSON');
    }
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return this.wrong('not an event');
    const record = parsed as Readonly<Record<string, unknown>>;
    const unknown = Object.keys(record).filter((name) => !(name in FIELDS));
    if (unknown.length > 0) return this.wrong(`unknown key ${unknown.join(', ')}`);
    const faulty = Object.entries(FIELDS).filter(
      ([name, { check, optional }]) => !(record[name] === undefined ? optional === true : check(record[name])),
    );
    if (faulty.length > 0) return this.wrong(`missing or wrong: ${faulty.map(([name]) => name).join(', ')}`);
    const event = record as unknown as RecordedEvent;
    const problem = this.payloadProblem(event) ?? this.orderProblem(event);
    return problem === undefined ? event : this.wrong(problem);
  }

  private wrong(problem: string): undefined {
    this.problems.push({ line: this.line, problem });
    return undefined;
  }

  private payloadProblem(event: RecordedEvent): string | undefined {
    const found = this.registry.stream(event.streamType);
    if (found === undefined) return `no stream ${event.streamType}`;
    try {
      const data = recordEventName(event.type) === undefined ? newestShape(found.stream, event) : event.data;
      const details = this.validatorOf(event.type, found.stream)(data, this.today);
      return details.length === 0 ? undefined : details.map(({ at, code }) => `${at} ${code}`).join(', ');
    } catch (error) {
      return (error as Error).message;
    }
  }

  private validatorOf(type: string, stream: AnyStream): Validator {
    const known = this.validators.get(type);
    if (known !== undefined) return known;
    const definition =
      stream.events[type] ?? recordEventsOf(type.slice(0, type.indexOf('.'))).find((item) => item.type === type);
    if (definition === undefined) throw new Error(`no event ${type}`);
    const validate = compileValidator(definition.fields);
    this.validators.set(type, validate);
    return validate;
  }

  private orderProblem({ position, streamId, version, eventId }: RecordedEvent): string | undefined {
    const next = (this.versions.get(streamId) ?? 0) + 1;
    if (position <= this.position) return `position ${position} after position ${this.position}`;
    if (version !== next) return `version ${version} of stream ${streamId} where ${next} is next`;
    if (this.ids.has(eventId)) return `event ${eventId} stands twice`;
    this.position = position;
    this.versions.set(streamId, version);
    this.ids.add(eventId);
    return undefined;
  }
}
