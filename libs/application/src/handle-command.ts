import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical.js';
import { decideRecordCommand } from './correct-records.js';
import { inScope, mayTouch } from './office-scope.js';
import { type EffectiveEvent, effectiveHistory, fold, happened, judge, revalidate } from './history.js';
import {
  type AnyStream,
  type Command,
  type EventDefinition,
  type Receipt,
  type RecordedEvent,
  Rejected,
  type Rejection,
  type WorkingDayCalendar,
  reject,
  uuidV5,
} from './kernel.js';
import type { Clock } from './ports/clock.js';
import type { AppendItem, AppendOutcome, EventStore, NewEvent, StoredCommand, StoredStream } from './ports/event-store.js';
import type { OfficeDirectory } from './ports/office-directory.js';
import type { CommandDefinition, Registry } from './registry.js';

export interface CommandHandlerPorts {
  readonly store: EventStore;
  readonly registry: Registry;
  readonly offices: OfficeDirectory;
  readonly clock: Clock;
  readonly calendar: () => WorkingDayCalendar;
}

/** What one command would store on its stream. */
interface Decision {
  readonly event: NewEvent;
  readonly keysBefore: readonly string[];
  readonly keysAfter: readonly string[];
}

const RETRIES = 5;

/**
 * The one front door: every event of every line, whoever sends it, comes through here. It checks the payload, the office,
 * the step, the rule and everything dated later; appends with the version the decision rests on; and decides again when
 * another writer was first. A repeat with the same command id gets the first answer.
 */
export class CommandHandler {
  constructor(private readonly ports: CommandHandlerPorts) {}

  /** @throws Rejected */
  async handle(command: Command): Promise<Receipt> {
    const definition = this.definitionOf(command);
    const requestHash = hashOf(command);
    for (let attempt = 0; attempt < RETRIES; attempt += 1) {
      const stored = await this.ports.store.load(command.streamId);
      const decision = this.decide(definition, command, stored);
      if (!('event' in decision)) return this.answerWithoutEvent(command, requestHash, decision, stored);
      const item = toItem(command, definition, stored, requestHash, decision);
      const outcome = await this.ports.store.append(item);
      const receipt = this.receiptOf(outcome, command, definition, requestHash, [decision.event.eventId]);
      if (receipt !== undefined) return receipt;
    }
    throw new Rejected(reject('too-busy'));
  }

  /**
   * Handles many commands at once, in order, with one append. `atomic`: all or nothing. Gives a receipt or a rejection per
   * command, in the order given.
   */
  async handleMany(commands: readonly Command[], atomic: boolean): Promise<readonly (Receipt | Rejection)[]> {
    const { store } = this.ports;
    const [known, loaded] = await Promise.all([
      Promise.all(commands.map((command) => store.findCommand(command.commandId))),
      store.loadMany([...new Set(commands.map((command) => command.streamId))]),
    ]);
    const streams = new Map(loaded);
    const answers: (Receipt | Rejection | undefined)[] = commands.map(() => undefined);
    const items = new Map<string, { item: AppendItem; at: number[] }>();
    for (const [at, command] of commands.entries()) {
      try {
        const first = known[at];
        if (first !== undefined) {
          answers[at] = replay(first, hashOf(command));
          continue;
        }
        const definition = this.definitionOf(command);
        const stored = streams.get(command.streamId);
        const decision = this.decide(definition, command, stored);
        if (!('event' in decision)) {
          answers[at] = await this.answerWithoutEvent(command, hashOf(command), decision, stored);
          continue;
        }
        const item = toItem(command, definition, stored, hashOf(command), decision);
        const group = items.get(command.streamId);
        if (group === undefined) items.set(command.streamId, { item, at: [at] });
        else {
          group.item = joinItems(group.item, item);
          group.at.push(at);
        }
        streams.set(command.streamId, withEvent(stored, item, decision.event));
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
        answers[at] = error.rejection;
      }
    }
    if (atomic && answers.some(isRefusal)) return abandonOthers(answers);
    const groups = [...items.values()];
    const outcomes = groups.length === 0 ? [] : await store.appendMany(groups.map(({ item }) => item), atomic);
    for (const [index, { item, at }] of groups.entries()) {
      const outcome = outcomes[index] as AppendOutcome;
      if (outcome.outcome === 'appended') settle(answers, item, at, outcome);
      else if (atomic) for (const place of at) answers[place] = this.refusalOf(outcome, commands[place] as Command);
      else for (const place of at) answers[place] = await this.oneByOne(commands[place] as Command);
    }
    if (atomic && answers.some(isRefusal)) return abandonOthers(answers);
    return answers as readonly (Receipt | Rejection)[];
  }

  private async oneByOne(command: Command): Promise<Receipt | Rejection> {
    try {
      return await this.handle(command);
    } catch (error) {
      if (error instanceof Rejected) return error.rejection;
      throw error;
    }
  }

  private refusalOf(outcome: AppendOutcome, command: Command): Rejection {
    switch (outcome.outcome) {
      case 'held':
        return this.keyHeld(this.definitionOf(command), outcome.key, outcome.holder);
      case 'conflict':
        return reject('stale-version');
      default:
        return reject('abandoned');
    }
  }

  private definitionOf(command: Command): CommandDefinition {
    const definition = this.ports.registry.commands.get(command.type);
    if (definition === undefined) throw new Rejected(reject('unknown-command'));
    return definition;
  }

  /** @throws Rejected where the command is at fault whatever the state; returns rejections that rest on the state. */
  private decide(definition: CommandDefinition, command: Command, stored: StoredStream | undefined): Decision | Rejection | { kind: 'nothing' } {
    const moment = this.ports.clock.now();
    const wrong = definition.validate(command.data, moment.today);
    if (wrong.length > 0) throw new Rejected(reject('invalid-data', ...wrong));
    const { event: recorded, record } = definition;
    const occurredOn = recorded === undefined ? moment.today : ((command.data as Record<string, string>)[recorded.datedBy] as string);
    if (occurredOn > moment.today)
      throw new Rejected(reject('invalid-data', { at: `data.${recorded?.datedBy}`, code: 'in-the-future' }));
    this.checkOffice(command, occurredOn, stored);
    const streamType = definition.stream?.type ?? stored?.streamType;
    if (streamType === undefined) throw new Rejected(reject('not-found'));
    if (stored !== undefined && stored.streamType !== streamType) throw new Rejected(reject('wrong-stream'));
    if (command.expectedVersion !== undefined && command.expectedVersion !== (stored?.version ?? 0))
      return reject('stale-version', { at: 'version', code: String(stored?.version ?? 0) });
    const found = this.ports.registry.stream(streamType);
    if (found === undefined) throw new Rejected(reject('wrong-stream'));
    const context = { settings: this.ports.registry.settingsOf(found.line.code), calendar: this.ports.calendar() };
    const events = stored?.events ?? [];
    if (record === undefined) {
      const event = newEvent(command, recorded as EventDefinition, command.data, occurredOn);
      return this.judgeInOrder(found.stream, effectiveHistory(found.stream, events), event, command, context);
    }
    const decided = decideRecordCommand(record, command, { stream: found.stream, events, context, moment });
    if (decided.kind === 'reject') return decided;
    const type = this.ports.registry.event(`${found.line.code}.${decided.name}`) as EventDefinition;
    const event = newEvent(command, type, decided.data, moment.today);
    const before = fold(found.stream, effectiveHistory(found.stream, events), context);
    const after = fold(found.stream, effectiveHistory(found.stream, [...events, asRecorded(event, command, events.length)]), context);
    return { event, keysBefore: keysOf(found.stream, before), keysAfter: keysOf(found.stream, after) };
  }

  /** Asks the rules in business-date order: the past up to the event decides it, and everything later must stay possible. */
  private judgeInOrder(
    stream: AnyStream,
    history: readonly EffectiveEvent[],
    event: NewEvent,
    command: Command,
    context: { settings: unknown; calendar: WorkingDayCalendar },
  ): Decision | Rejection | { kind: 'nothing' } {
    const candidate: EffectiveEvent = {
      event: asRecorded(event, command, history.length),
      occurredOn: event.occurredOn,
      office: event.office,
      data: event.data,
    };
    const split = history.findLastIndex((item) => item.occurredOn <= event.occurredOn) + 1;
    const later = history.slice(split);
    const past = fold(stream, history.slice(0, split), context);
    const verdict = judge(stream, past, candidate, context);
    if (verdict.kind !== 'accept') return verdict;
    if (verdict.confirm.length > 0 && (command.approvedBy === undefined || command.approvedBy === command.principal.name))
      return reject('approval-required', ...verdict.confirm.map((code) => ({ at: 'approvedBy', code })));
    const then = stream.evolve(past, happened(candidate), context.settings);
    const { state, conflicts } = revalidate(stream, later, context, then);
    if (conflicts.length > 0) return reject('later-events-conflict', ...conflicts);
    const before = later.length === 0 ? past : fold(stream, later, context, past);
    return { event, keysBefore: keysOf(stream, before), keysAfter: keysOf(stream, state) };
  }

  /** The caller's office must exist on that day and be in its scope; a stream of others is as if it were not there. */
  private checkOffice(command: Command, occurredOn: string, stored: StoredStream | undefined): void {
    const { offices } = this.ports;
    const office = offices.find(command.office);
    if (office === undefined || office.bureau !== command.bureau || !inScope(offices, command.principal, command.office))
      throw new Rejected(reject('not-found', { at: 'office', code: 'not-found' }));
    if (office.validFrom > occurredOn || (office.validTo !== null && office.validTo < occurredOn))
      throw new Rejected(reject('office-not-active', { at: 'office', code: 'office-not-active' }));
    if (stored === undefined) return;
    if (stored.bureau !== command.bureau || !mayTouch(offices, command.principal, stored)) throw new Rejected(reject('not-found'));
  }

  /** A repeat gets its first answer even where the state has moved on since; only then is it nothing or a rejection. */
  private async answerWithoutEvent(
    command: Command,
    requestHash: string,
    verdict: Rejection | { kind: 'nothing' },
    stored: StoredStream | undefined,
  ): Promise<Receipt> {
    const known = await this.ports.store.findCommand(command.commandId);
    if (known !== undefined) return replay(known, requestHash);
    if (verdict.kind === 'reject') throw new Rejected(verdict);
    const last = stored?.events[stored.events.length - 1];
    return { streamId: command.streamId, version: last?.version ?? 0, position: last?.position ?? 0, eventIds: [], recorded: false };
  }

  /** Undefined: another writer was first, decide again. */
  private receiptOf(
    outcome: AppendOutcome,
    command: Command,
    definition: CommandDefinition,
    requestHash: string,
    eventIds: readonly string[],
  ): Receipt | undefined {
    switch (outcome.outcome) {
      case 'appended':
        return { streamId: command.streamId, version: outcome.version, position: outcome.position, eventIds, recorded: true };
      case 'repeated':
        return replay(outcome.command, requestHash);
      case 'held':
        throw new Rejected(this.keyHeld(definition, outcome.key, outcome.holder));
      case 'conflict':
      case 'abandoned':
        return undefined;
    }
  }

  private keyHeld(definition: CommandDefinition, key: string, holder: string): Rejection {
    const bare = key.slice(key.indexOf('/') + 1);
    const code = definition.stream?.keyCodes?.[bare.slice(0, bare.indexOf(':'))] ?? 'duplicate-key';
    return reject(code, { at: holder, code: 'duplicate-key' });
  }
}

const isRefusal = (answer: Receipt | Rejection | undefined): answer is Rejection => answer !== undefined && 'kind' in answer;

/** All or nothing: what was refused says why, everything else was abandoned with it. */
const abandonOthers = (answers: readonly (Receipt | Rejection | undefined)[]): readonly Rejection[] =>
  answers.map((answer) => (isRefusal(answer) ? answer : reject('abandoned')));

const hashOf = ({ type, streamId, data, bureau, office, source, evidence, approvedBy }: Command): string =>
  createHash('sha256').update(canonicalJson({ type, streamId, data, bureau, office, source, evidence, approvedBy })).digest('hex');

const replay = (known: StoredCommand, requestHash: string): Receipt => {
  if (known.requestHash !== requestHash) throw new Rejected(reject('command-id-reused'));
  const { streamId, version, position, eventIds } = known;
  return { streamId, version, position, eventIds, recorded: true };
};

/** Natural keys are unique within a bureau and a kind of stream. */
const keysOf = (stream: AnyStream, state: { readonly status: string }): readonly string[] => stream.keys?.(state) ?? [];

const newEvent = (command: Command, { type, schemaVersion }: EventDefinition, data: object, occurredOn: string): NewEvent => ({
  eventId: uuidV5(command.commandId, '0'),
  type,
  schemaVersion,
  data,
  office: command.office,
  occurredOn,
  recordedBy: command.principal.name,
  source: command.source,
  correlationId: command.correlationId,
  ...(command.approvedBy === undefined ? {} : { approvedBy: command.approvedBy }),
  ...(command.causationId === undefined ? {} : { causationId: command.causationId }),
  ...(command.evidence === undefined ? {} : { evidence: command.evidence }),
});

const asRecorded = (event: NewEvent, command: Command, behind: number): RecordedEvent => ({
  ...event,
  position: Number.MAX_SAFE_INTEGER,
  version: behind + 1,
  recordedAt: '',
  streamId: command.streamId,
  streamType: '',
  bureau: command.bureau,
  commandId: command.commandId,
});

const toItem = (
  command: Command,
  definition: CommandDefinition,
  stored: StoredStream | undefined,
  requestHash: string,
  { event, keysBefore, keysAfter }: Decision,
): AppendItem => {
  const streamType = stored?.streamType ?? definition.stream?.type ?? '';
  const scoped = (key: string): string => `${command.bureau}:${streamType}/${key}`;
  return {
    streamId: command.streamId,
    streamType,
    bureau: command.bureau,
    owner: stored?.owner ?? command.office,
    expectedVersion: stored?.version ?? 0,
    entries: [{ commandId: command.commandId, requestHash, events: [event] }],
    hold: keysAfter.filter((key) => !keysBefore.includes(key)).map(scoped),
    release: keysBefore.filter((key) => !keysAfter.includes(key)).map(scoped),
  };
};

const joinItems = (first: AppendItem, next: AppendItem): AppendItem => ({
  ...first,
  entries: [...first.entries, ...next.entries],
  hold: [...first.hold.filter((key) => !next.release.includes(key)), ...next.hold.filter((key) => !first.release.includes(key))],
  release: [...first.release.filter((key) => !next.hold.includes(key)), ...next.release.filter((key) => !first.hold.includes(key))],
});

/** The stream as it will stand once the pending item is stored, for the next command of the same batch. */
const withEvent = (stored: StoredStream | undefined, item: AppendItem, event: NewEvent): StoredStream => {
  const events = stored?.events ?? [];
  const next: RecordedEvent = {
    ...event,
    position: Number.MAX_SAFE_INTEGER,
    version: events.length + 1,
    recordedAt: '',
    streamId: item.streamId,
    streamType: item.streamType,
    bureau: item.bureau,
    commandId: item.entries[item.entries.length - 1]?.commandId ?? '',
  };
  return {
    streamId: item.streamId,
    streamType: item.streamType,
    bureau: item.bureau,
    owner: item.owner,
    version: events.length + 1,
    events: [...events, next],
  };
};

const settle = (
  answers: (Receipt | Rejection | undefined)[],
  item: AppendItem,
  at: readonly number[],
  outcome: { version: number; position: number },
): void => {
  const behind = item.entries.length - 1;
  for (const [index, place] of at.entries()) {
    const entry = item.entries[index];
    answers[place] = {
      streamId: item.streamId,
      version: outcome.version - behind + index,
      position: outcome.position - behind + index,
      eventIds: entry?.events.map(({ eventId }) => eventId) ?? [],
      recorded: true,
    };
  }
};
