import type { DeadlineDefinition } from './deadline.js';
import type { LineDefinition, PeopleDefinition } from './define-line.js';
import type { IdentityDefinition } from './identity.js';
import type { IndicatorDefinition } from './indicator.js';
import type { AnyStream, BureauCode, EventDefinition, Fields, Term } from './kernel.js';
import type { MeasureDefinition } from './measure.js';
import { type RecordCommandName, recordCommands, recordEventsOf } from './record-events.js';
import type { StoredDefinition } from './own-definition.js';
import type { RegisterDefinition } from './register.js';
import { settle } from './settings.js';
import { type Validator, compileValidator } from '#kernel/validate.js';

/** A command type, and what it records where. */
export interface CommandDefinition {
  /** `corrections.ReceiveSubject`. */
  readonly type: string;
  readonly line: LineDefinition;
  /** The stream it belongs to; undefined for the record commands, which fit any stream of the line. */
  readonly stream: AnyStream | undefined;
  /** What the caller sends; for a line's own command the fields of its event. */
  readonly fields: Fields;
  readonly validate: Validator;
  /** The event a line's own command records; undefined for the record commands. */
  readonly event: EventDefinition | undefined;
  /** Set for the record commands. */
  readonly record: RecordCommandName | undefined;
}

/** The declared lines, looked up by any of their codes. An app builds it once from the list of lines. */
export class Registry {
  readonly lines: readonly LineDefinition[];
  indicators: ReadonlyMap<string, IndicatorDefinition>;
  measures: ReadonlyMap<string, MeasureDefinition>;
  readonly registers: ReadonlyMap<string, RegisterDefinition>;
  readonly identities: readonly IdentityDefinition[];
  readonly deadlines: readonly DeadlineDefinition[];
  readonly commands: ReadonlyMap<string, CommandDefinition>;
  terms: ReadonlyMap<string, Term>;
  /** Indicators that a bureau defined for itself: whose they are, and the newest edition. */
  own: ReadonlyMap<string, { readonly bureau: BureauCode; readonly revision: number }> = new Map();
  private readonly streams: ReadonlyMap<string, { line: LineDefinition; stream: AnyStream }>;
  private readonly events: ReadonlyMap<string, EventDefinition>;
  private readonly settings: ReadonlyMap<string, unknown>;
  /** What the lines alone declare; definitions of bureaus come on top. */
  private readonly declared: Pick<Registry, 'indicators' | 'measures' | 'terms'>;
  private live = 0;

  /** `overrides`: settings of this deployment, by line and name. */
  constructor(
    lines: readonly LineDefinition[],
    private readonly overrides: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
  ) {
    this.lines = lines;
    this.indicators = unique(
      'indicator',
      lines.flatMap((line) => line.indicators.map((item) => [item.code, item] as const)),
    );
    this.measures = unique(
      'measure',
      lines.flatMap((line) => line.measures.map((item) => [item.code, item] as const)),
    );
    this.registers = unique(
      'register',
      lines.flatMap((line) => line.registers.map((item) => [item.code, item] as const)),
    );
    this.identities = lines.flatMap((line) => line.identities);
    this.deadlines = lines.flatMap((line) => line.deadlines);
    this.terms = unique(
      'term',
      lines.flatMap((line) => Object.entries(line.terms)),
    );
    this.streams = unique(
      'stream',
      lines.flatMap((line) => line.streams.map((stream) => [stream.type, { line, stream }] as const)),
    );
    this.commands = unique(
      'command',
      lines.flatMap(commandsOf).map((command) => [command.type, command] as const),
    );
    this.events = unique(
      'event',
      lines.flatMap(eventsOf).map((event) => [event.type, event] as const),
    );
    this.settings = new Map(lines.map((line) => [line.code, settle(line.settings, overrides[line.code])]));
    const { indicators, measures, terms } = this;
    this.declared = { indicators, measures, terms };
  }

  /** Id of the newest definition of a bureau whose measure is counted. */
  get definitions(): number {
    return this.live;
  }

  /** Whether everything that was derived up to a definition is counted here. */
  knows(definition: number): boolean {
    return this.live === definition;
  }

  /** Another registry of the same lines, without the definitions of bureaus. */
  copy(): Registry {
    return new Registry(this.lines, this.overrides);
  }

  /**
   * Puts definitions of bureaus beside those of the lines, the newest version of each: indicators at once, measures only up to
   * the definition the rows were derived with. A newer edition of an indicator holds from its own date on; what it replaces keeps
   * the periods that end before.
   */
  adopt(definitions: readonly StoredDefinition[], live: number): void {
    const indicators = new Map(this.declared.indicators);
    const measures = new Map(this.declared.measures);
    const terms = new Map(this.declared.terms);
    const own = new Map<string, { bureau: BureauCode; revision: number }>();
    for (const { id, kind, body, title, bureau, version } of definitions) {
      if (kind === 'indicator') {
        indicators.set(body.code, following(indicators.get(body.code), body));
        own.set(body.code, { bureau, revision: version });
      } else if (id <= live) measures.set(body.code, { ...body, version, bureau });
      terms.set(body.code, { zh: title, en: body.code, origin: 'house' });
    }
    this.indicators = indicators;
    this.measures = measures;
    this.terms = terms;
    this.own = own;
    this.live = live;
  }

  stream(type: string): { line: LineDefinition; stream: AnyStream } | undefined {
    return this.streams.get(type);
  }

  event(type: string): EventDefinition | undefined {
    return this.events.get(type);
  }

  /** The settled settings of a line. */
  settingsOf(line: string): unknown {
    return this.settings.get(line);
  }

  /** How records of persons are kept; undefined where no line does. */
  get people(): PeopleDefinition | undefined {
    return this.lines.find(({ people }) => people !== undefined)?.people;
  }

  line(code: string): LineDefinition | undefined {
    return this.lines.find((line) => line.code === code);
  }

  /** The Chinese of an identifier; the identifier itself where no term is known, so that nothing prints empty. */
  zh(code: string): string {
    return this.terms.get(code)?.zh ?? code;
  }
}

/** An indicator with the versions it had before, where the newest edition does not begin as early. */
const following = (before: IndicatorDefinition | undefined, newest: IndicatorDefinition): IndicatorDefinition => {
  const begins = newest.versions.map(({ from }) => from);
  const kept = before?.versions.filter(({ from }) => begins.every((begin) => from < begin)) ?? [];
  return kept.length === 0 ? newest : { ...newest, versions: [...kept, ...newest.versions] };
};

const eventsOf = (line: LineDefinition): readonly EventDefinition[] => [
  ...line.streams.flatMap((stream) => Object.values<EventDefinition>(stream.events)),
  ...recordEventsOf(line.code),
];

const commandsOf = (line: LineDefinition): readonly CommandDefinition[] => {
  const own = line.streams.flatMap((stream) =>
    Object.values<EventDefinition>(stream.events).map((event) => ({
      type: `${line.code}.${event.command}`,
      stream: stream as AnyStream | undefined,
      fields: event.fields,
      event: event as EventDefinition | undefined,
      record: undefined as RecordCommandName | undefined,
    })),
  );
  const record = (Object.keys(recordCommands) as RecordCommandName[]).map((name) => ({
    type: `${line.code}.${name}`,
    stream: undefined,
    fields: recordCommands[name],
    event: undefined,
    record: name,
  }));
  return [...own, ...record].map((command) => ({ ...command, line, validate: compileValidator(command.fields) }));
};

const unique = <Value>(what: string, entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> => {
  const found = new Map<string, Value>();
  for (const [code, value] of entries) {
    if (found.has(code)) throw new Error(`two ${what}s are called ${code}`);
    found.set(code, value);
  }
  return found;
};
