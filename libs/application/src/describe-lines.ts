import { type JsonSchema, jsonSchemaOf } from '#kernel/json-schema.js';
import type { LineDefinition } from './define-line.js';
import type { AnyStream, EnumField, EventDefinition, Field, Term } from './kernel.js';
import { correctionReasons } from './record-events.js';
import { fieldsOf } from './measure-postings.js';
import { permissionOf } from './roles/second-person.js';
import type { CommandDefinition, Registry } from './registry.js';
import { platformTerms } from './terms.js';

/** The Chinese of an identifier, wherever it is written: in a line's terms or in the platform's. */
export const titleOf = (registry: Registry, code: string): string =>
  registry.terms.get(code)?.zh ?? (platformTerms as Readonly<Record<string, { zh: string }>>)[code]?.zh ?? code;

/** A name in a line's vocabulary: of its own place where that says it differently, else what the line calls it everywhere. */
export const fieldTerm = (registry: Registry, owner: string, name: string): Term | undefined => {
  const line = owner.slice(0, owner.indexOf('.'));
  return registry.terms.get(`${owner}.${name}`) ?? registry.terms.get(`${line}.field.${name}`);
};

/** A schema with the Chinese of every field in it, at any depth, and the help shown there. */
const withTitles = (registry: Registry, owner: string, schema: JsonSchema): JsonSchema => {
  const { properties, items } = schema as { properties?: Readonly<Record<string, JsonSchema>>; items?: JsonSchema };
  const titled = Object.entries(properties ?? {}).map(([name, property]) => {
    const term = fieldTerm(registry, owner, name);
    const help = term?.help === undefined ? {} : { description: term.help };
    return [
      name,
      { ...(term === undefined ? {} : { title: term.zh, ...help }), ...withTitles(registry, owner, property) },
    ];
  });
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: Object.fromEntries(titled) }),
    ...(items === undefined ? {} : { items: withTitles(registry, owner, items) }),
  };
};

/** The commands a caller may send to a stream of a line: its own, and the record commands where its events may be corrected. */
export const commandsOn = (registry: Registry, line: LineDefinition, stream: AnyStream): readonly CommandDefinition[] =>
  [...registry.commands.values()].filter(
    (command) =>
      command.line === line &&
      (command.stream === undefined ? stream.fixed !== true : command.stream === stream) &&
      command.event?.derived !== true,
  );

/** What a command is called: by its own name, or by the event it records where the line gives it none. */
export const commandTitle = (registry: Registry, { type, event, record }: CommandDefinition): string =>
  record !== undefined
    ? titleOf(registry, `record.${record}`)
    : (registry.terms.get(type)?.zh ?? titleOf(registry, event?.type ?? type));

/** What a state is called: of its own kind of stream where that says it differently, else what the line calls it. */
export const stateTitle = (registry: Registry, streamType: string, state: string): string =>
  registry.terms.get(`${streamType}.${state}`)?.zh ??
  titleOf(registry, `${streamType.slice(0, streamType.indexOf('.'))}.status.${state}`);

/** What a caller sends as `data`. */
export const commandSchema = (registry: Registry, { fields, event }: CommandDefinition): JsonSchema =>
  event === undefined ? jsonSchemaOf(fields) : withTitles(registry, event.type, jsonSchemaOf(fields));

const describeCommand = (registry: Registry, command: CommandDefinition) => ({
  type: command.type,
  title: commandTitle(registry, command),
  ...(command.event === undefined ? {} : { event: command.event.type, datedBy: command.event.datedBy }),
  documentRequired: command.event?.documentRequired ?? false,
  permission: permissionOf(command.type, command.event?.right),
  data: commandSchema(registry, command),
});

const describeStream = (registry: Registry, line: LineDefinition, stream: AnyStream) => ({
  type: stream.type,
  title: titleOf(registry, stream.type),
  states: Object.entries(stream.steps as Readonly<Record<string, readonly string[]>>).map(([state, allowed]) => ({
    state,
    title: stateTitle(registry, stream.type, state),
    allowed,
  })),
  commands: commandsOn(registry, line, stream).map((command) => describeCommand(registry, command)),
});

/** Code tables named anywhere below a field. */
const tablesIn = (field: Field): readonly EnumField<string>[] => {
  switch (field.kind) {
    case 'enum':
      return [field];
    case 'list':
    case 'optional':
      return tablesIn(field.of);
    case 'record':
      return Object.values(field.fields).flatMap(tablesIn);
    case 'date':
    case 'instant':
    case 'ref':
    case 'text':
    case 'count':
    case 'decimal':
    case 'flag':
    case 'patch':
      return [];
  }
};

/** The code tables that events of a line use. */
export const codeTables = (registry: Registry, line: LineDefinition) => {
  const events = line.streams.flatMap((stream) => Object.values<EventDefinition>(stream.events));
  const found = events.flatMap(({ fields }) => Object.values(fields).flatMap(tablesIn));
  const tables = new Map([...found, correctionReasons].map((table) => [table.name, table]));
  return [...tables.values()].map(({ name, values }) => ({
    name,
    title: titleOf(registry, name),
    values: values.map((value) => ({ value, title: titleOf(registry, `${name}.${value}`) })),
  }));
};

/** Fields a fact is known to have: as its line declares them, else those its measures and registers name. */
const fieldsOfFact = ({ facts, measures, registers }: LineDefinition, fact: string): readonly string[] => {
  const counted = measures.filter((measure) => measure.fact === fact).flatMap(fieldsOf);
  const listed = registers.filter((register) => register.fact === fact).flatMap(({ columns }) => columns);
  return facts.fields?.[fact] ?? [...new Set([...counted, ...listed])];
};

/** What definitions of a bureau may rest on: facts with their fields, measures and indicators, each with its Chinese. */
export const describeVocabulary = (registry: Registry) => ({
  facts: registry.lines.filter(isOpen).flatMap((line) =>
    line.facts.kinds.map((fact) => ({
      ...{ fact, title: titleOf(registry, fact), line: titleOf(registry, line.code) },
      fields: fieldsOfFact(line, fact).map((name) => ({
        name,
        title: fieldTerm(registry, fact, name)?.zh ?? name,
      })),
    })),
  ),
  measures: [...registry.measures.values()].map(({ code, unit, kind, splits }) => ({
    ...{ code, title: titleOf(registry, code), unit, kind },
    splits: splits.map((name) => ({ name, title: fieldTerm(registry, code, name)?.zh ?? name })),
  })),
  indicators: [...registry.indicators.values()].map(({ code, unit }) => ({
    ...{ code, title: titleOf(registry, code), unit },
  })),
});

/** What is decided about persons is no work of a page's lists and forms: it has routes of its own. */
export const isOpen = ({ people }: LineDefinition): boolean => people === undefined;

/** Everything a page needs to build its forms, lists and tables of figures, for every line there is. */
export const describeLines = (registry: Registry) =>
  registry.lines.filter(isOpen).map((line) => ({
    code: line.code,
    title: titleOf(registry, line.code),
    staff: line.staff ?? [],
    streams: line.streams.map((stream) => describeStream(registry, line, stream)),
    codeTables: codeTables(registry, line),
    registers: line.registers.map(({ code, fact, columns, filters, orderBy }) => ({
      code,
      title: titleOf(registry, code),
      columns: columns.map((name) => ({ name, title: fieldTerm(registry, fact, name)?.zh ?? name })),
      filters,
      orderBy,
    })),
    indicators: line.indicators.map(({ code, kind, unit, decimals, of, variant, versions }) => ({
      code,
      title: titleOf(registry, code),
      kind,
      unit,
      decimals,
      ...(of === undefined ? {} : { of }),
      ...(variant === undefined ? {} : { variant }),
      versions: versions.map(({ from }) => from),
    })),
    measures: line.measures.map(({ code, unit, kind, version, splits }) => ({
      code,
      title: titleOf(registry, code),
      unit,
      kind,
      version,
      splits,
    })),
    deadlines: line.deadlines.map(({ code }) => ({ code, title: titleOf(registry, code) })),
  }));
