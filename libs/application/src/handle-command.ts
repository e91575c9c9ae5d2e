import { hashOf, joinItems, kindOfKey, receiptsOf, toItem, withEvent } from './append-items.js';
import { type DecidingPorts, decideCommand, definitionOf } from './decide-command.js';
import { type Command, type Nothing, type Receipt, Rejected, type Rejection, reject } from './kernel.js';
import { mayTouch } from './office-scope.js';
import type { AppendItem, AppendOutcome, EventStore, StoredCommand, StoredStream } from './ports/event-store.js';
import type { CommandDefinition } from './registry.js';
import type { SoftClosings } from './sealing/soft-closings.js';
import { TrialStore } from './trial-store.js';

export interface CommandHandlerPorts extends DecidingPorts {
  readonly store: EventStore;
  /** Asks for more where an event would enter books that are softly closed; absent where none are kept. */
  readonly softClosings?: Pick<SoftClosings, 'refusal'>;
}

/** How often a command is decided again because another writer was first. */
const RETRIES = 5;

type Answer = Receipt | Rejection;

/**
 * The one front door: every event of every line, whoever sends it, comes through here. It decides, appends with the version
 * the decision rests on, and decides again when another writer was first. A repeat with the same command id gets the
 * first answer.
 */
export class CommandHandler {
  constructor(private readonly ports: CommandHandlerPorts) {}

  /** @throws Rejected */
  async handle(command: Command): Promise<Receipt> {
    const { registry, store } = this.ports;
    const definition = definitionOf(registry, command);
    for (let attempt = 0; attempt < RETRIES; attempt += 1) {
      const stored = await store.load(command.streamId);
      const decision = await this.decide(definition, command, stored);
      if (decision.kind !== 'event') return this.answerWithoutEvent(command, decision, stored);
      const item = toItem(command, stored?.streamType ?? definition.stream?.type ?? '', stored, decision);
      const outcome = await store.append(item);
      switch (outcome.outcome) {
        case 'appended':
          return receiptsOf(item, outcome)[0] as Receipt;
        case 'repeated':
          return replay(outcome.command, command);
        case 'held':
          throw new Rejected(await this.keyHeld(definition, command, outcome.key, outcome.holder));
        case 'conflict':
        case 'abandoned':
      }
    }
    throw new Rejected(reject('too-busy'));
  }

  /**
   * Handles many commands at once, in order, with one append. `atomic`: all or nothing. Gives a receipt or a rejection per
   * command, in the order given.
   */
  async handleMany(commands: readonly Command[], atomic: boolean): Promise<readonly Answer[]> {
    const { store } = this.ports;
    const answers: (Answer | undefined)[] = commands.map(() => undefined);
    const groups = await this.decideMany(commands, answers);
    if (atomic && answers.some(isRefusal)) return abandonOthers(answers);
    const items = groups.map(({ item }) => item);
    const outcomes = items.length === 0 ? [] : await store.appendMany(items, atomic);
    for (const [index, { item, at }] of groups.entries()) {
      const outcome = outcomes[index] as AppendOutcome;
      const receipts = outcome.outcome === 'appended' ? receiptsOf(item, outcome) : [];
      for (const [nth, place] of at.entries()) {
        const command = commands[place] as Command;
        answers[place] =
          receipts[nth] ?? (atomic ? await this.refusalOf(outcome, command) : await this.oneByOne(command));
      }
    }
    return atomic && answers.some(isRefusal) ? abandonOthers(answers) : (answers as readonly Answer[]);
  }

  /** The same front door with nothing behind it: decides as this one would, and records nothing. */
  trial(): CommandHandler {
    return new CommandHandler({ ...this.ports, store: new TrialStore(this.ports.store) });
  }

  private async decide(
    definition: CommandDefinition,
    command: Command,
    stored: StoredStream | undefined,
  ): Promise<ReturnType<typeof decideCommand>> {
    const decision = decideCommand(this.ports, definition, command, stored);
    if (decision.kind !== 'event') return decision;
    return (await this.ports.softClosings?.refusal(command, definition, decision.event.occurredOn)) ?? decision;
  }

  /** Decides a batch in its order, each command seeing what those before it would store; one item per stream. */
  private async decideMany(commands: readonly Command[], answers: (Answer | undefined)[]): Promise<readonly Group[]> {
    const { registry, store } = this.ports;
    const [known, loaded] = await Promise.all([
      Promise.all(commands.map((command) => store.findCommand(command.commandId))),
      store.loadMany([...new Set(commands.map((command) => command.streamId))]),
    ]);
    const streams = new Map(loaded);
    const groups = new Map<string, Group>();
    for (const [at, command] of commands.entries()) {
      try {
        const first = known[at];
        if (first !== undefined) {
          answers[at] = replay(first, command);
          continue;
        }
        const definition = definitionOf(registry, command);
        const stored = streams.get(command.streamId);
        const decision = await this.decide(definition, command, stored);
        if (decision.kind !== 'event') {
          answers[at] = await this.answerWithoutEvent(command, decision, stored);
          continue;
        }
        const item = toItem(command, stored?.streamType ?? definition.stream?.type ?? '', stored, decision);
        const group = groups.get(command.streamId);
        groups.set(
          command.streamId,
          group === undefined ? { item, at: [at] } : { item: joinItems(group.item, item), at: [...group.at, at] },
        );
        streams.set(command.streamId, withEvent(stored, command, item, decision.event));
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
        answers[at] = error.rejection;
      }
    }
    return [...groups.values()];
  }

  private async oneByOne(command: Command): Promise<Answer> {
    try {
      return await this.handle(command);
    } catch (error) {
      if (error instanceof Rejected) return error.rejection;
      throw error;
    }
  }

  private async refusalOf(outcome: AppendOutcome, command: Command): Promise<Rejection> {
    if (outcome.outcome === 'held')
      return this.keyHeld(definitionOf(this.ports.registry, command), command, outcome.key, outcome.holder);
    return reject(outcome.outcome === 'conflict' ? 'stale-version' : 'abandoned');
  }

  /** A repeat gets its first answer even where the state has moved on since; only then is it nothing or a rejection. */
  private async answerWithoutEvent(
    command: Command,
    verdict: Rejection | Nothing,
    stored: StoredStream | undefined,
  ): Promise<Receipt> {
    const known = await this.ports.store.findCommand(command.commandId);
    if (known !== undefined) return replay(known, command);
    if (verdict.kind === 'reject') throw new Rejected(verdict);
    const last = stored?.events[stored.events.length - 1];
    return {
      streamId: command.streamId,
      version: last?.version ?? 0,
      position: last?.position ?? 0,
      eventIds: [],
      recorded: false,
    };
  }

  /** Names the stream that holds a key only to those who may see it. */
  private async keyHeld(
    { stream }: CommandDefinition,
    { principal }: Command,
    key: string,
    holder: string,
  ): Promise<Rejection> {
    const { offices, store } = this.ports;
    const held = await store.load(holder);
    const details =
      held !== undefined && mayTouch(offices, principal, held) ? [{ at: holder, code: 'duplicate-key' }] : [];
    return reject(stream?.keyCodes?.[kindOfKey(key)] ?? 'duplicate-key', ...details);
  }
}

interface Group {
  readonly item: AppendItem;
  /** Places of its commands in the batch. */
  readonly at: readonly number[];
}

const isRefusal = (answer: Answer | undefined): answer is Rejection => answer !== undefined && 'kind' in answer;

/** All or nothing: what was refused says why, everything else was abandoned with it. */
const abandonOthers = (answers: readonly (Answer | undefined)[]): readonly Rejection[] =>
  answers.map((answer) => (isRefusal(answer) ? answer : reject('abandoned')));

/** The first answer, to the same words only. @throws Rejected command-id-reused */
const replay = (known: StoredCommand, command: Command): Receipt => {
  if (known.requestHash !== hashOf(command)) throw new Rejected(reject('command-id-reused'));
  const { streamId, version, position, eventIds } = known;
  return { streamId, version, position, eventIds, recorded: true };
};
