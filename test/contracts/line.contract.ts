import { Ajv2020 } from 'ajv/dist/2020.js';
import { daysOf } from '#application/deadline.js';
import type { LineDefinition } from '#application/define-line.js';
import { indicatorsOf } from '#application/check-identities.js';
import { fieldsOfCondition } from '#application/condition.js';
import { type Expression, versionAt } from '#application/indicator.js';
import { compileMeasure, fieldsOf } from '#application/measure-postings.js';
import { Registry } from '#application/registry.js';
import { canBeNarrowed } from '#application/sealing/definition-of-figure.js';
import { settle } from '#application/settings.js';
import { platformErrors } from '#application/terms.js';
import type { AnyStream } from '#kernel/decider.js';
import type { EventDefinition } from '#kernel/event.js';
import { jsonSchemaOf } from '#kernel/json-schema.js';
import type { Field } from '#kernel/schema.js';

const eventsOf = (stream: AnyStream): readonly EventDefinition[] => Object.values(stream.events);

/** Every name of a field at any depth. */
const fieldNames = (field: Field): readonly string[] => {
  switch (field.kind) {
    case 'record':
      return Object.entries(field.fields).flatMap(([name, inner]) => [name, ...fieldNames(inner)]);
    case 'list':
    case 'optional':
      return fieldNames(field.of);
    default:
      return [];
  }
};

const measuresIn = (expression: Expression): readonly string[] => {
  if ('sum' in expression) return expression.sum.flatMap(measuresIn);
  if ('less' in expression) return expression.less.flatMap(measuresIn);
  if ('cumulative' in expression) return [...expression.cumulative, expression.baseline];
  if ('indicator' in expression) return [];
  const [named] = ['flow', 'opening', 'closing', 'cohort', 'persons'].filter((name) => name in expression);
  return [(expression as unknown as Record<string, string>)[named as string] as string];
};

/** Identifiers of a person; they belong in the person registry and nowhere else. */
const PERSONAL = /^(name|fullName|idNo|idNumber|phone|mobile|address|birthDate|birthday|email)$/i;
/** Organisations have names too. */
const OF_AN_ORGANISATION = ['commissioningOrg', 'decidingOrg', 'authority', 'court'];

const personalFields = (event: EventDefinition): readonly string[] =>
  Object.entries(event.fields).flatMap(([name, field]) => [
    ...(PERSONAL.test(name) ? [name] : []),
    ...(OF_AN_ORGANISATION.includes(name)
      ? []
      : fieldNames(field)
          .filter((inner) => PERSONAL.test(inner))
          .map((inner) => `${name}.${inner}`)),
  ]);

/** What every line must answer. */
export const lineContract = (line: LineDefinition): void => {
  describe(`the line ${line.code}`, () => {
    const registry = new Registry([line]);
    const streams = line.streams.map((stream): [string, AnyStream] => [stream.type, stream]);
    const types = new Set(line.streams.flatMap((stream) => eventsOf(stream).map(({ type }) => type)));

    it('gives every code its own name first', () => {
      const codes = [
        ...line.streams.map(({ type }) => type),
        ...types,
        ...line.measures.map(({ code }) => code),
        ...line.registers.map(({ code }) => code),
        ...line.identities.map(({ code }) => code),
        ...line.facts.kinds,
        ...Object.keys(line.errors),
      ];
      expect(codes.filter((code) => !code.startsWith(`${line.code}.`))).toEqual([]);
    });

    it('records every event by one command, dated by a date that must be given', () => {
      for (const stream of line.streams)
        for (const [key, event] of Object.entries<EventDefinition>(stream.events)) {
          expect(key).toBe(event.type);
          expect([event.type, event.fields[event.datedBy]?.kind]).toEqual([event.type, 'date']);
          expect(event.type).toMatch(/\.[A-Z]\w+$/);
          expect(event.command).toMatch(/^[A-Z]\w+$/);
        }
      expect(registry.commands.size).toBe(types.size + 4);
    });

    it('keeps persons out of its events', () => {
      expect([...line.streams].flatMap((stream) => eventsOf(stream).flatMap(personalFields))).toEqual([]);
    });

    it('publishes a schema for every event that a validator can read', () => {
      const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true, uuid: true } });
      for (const stream of line.streams)
        for (const event of eventsOf(stream)) expect(() => ajv.compile(jsonSchemaOf(event.fields))).not.toThrow();
    });

    it.each(streams)(
      '%s: every event has a rule and a state that allows it, and no state allows an unknown one',
      (_type, stream) => {
        const own = eventsOf(stream).map(({ type }) => type);
        const allowed = Object.values<readonly string[]>(stream.steps).flat();
        expect(Object.keys(stream.decide).sort()).toEqual([...own].sort());
        expect(own.filter((type) => !allowed.includes(type))).toEqual([]);
        expect(allowed.filter((type) => !own.includes(type))).toEqual([]);
        expect(stream.steps[stream.initial.status]?.length).toBeGreaterThan(0);
      },
    );

    it.each(streams)('%s: a key that is taken answers with a code that has a status', (_type, stream) => {
      for (const code of Object.values(stream.keyCodes ?? {}))
        expect(line.errors[code] ?? platformErrors[code]).toBeGreaterThanOrEqual(400);
    });

    it('answers every refusal with a status that says whose fault it is', () => {
      for (const status of Object.values(line.errors)) expect([400, 403, 404, 409, 422]).toContain(status);
    });

    it('folds known events into declared kinds only', () => {
      expect(Object.keys(line.facts.on).filter((type) => !types.has(type))).toEqual([]);
    });

    it('says the fields of its facts, by which a measure of a bureau’s own is checked', () => {
      const { kinds, fields } = line.facts;
      expect(Object.keys(fields).sort()).toEqual([...kinds].sort());
      for (const [kind, names] of Object.entries(fields))
        expect([kind, names.length > 0, new Set(names).size]).toEqual([kind, true, names.length]);
      for (const measure of line.measures)
        expect([measure.code, fieldsOf(measure).filter((name) => !fields[measure.fact]?.includes(name))]).toEqual([
          measure.code,
          [],
        ]);
    });

    it('measures, lists and dates facts that exist', () => {
      const kinds = new Set(line.facts.kinds);
      for (const measure of line.measures) {
        expect([measure.code, kinds.has(measure.fact)]).toEqual([measure.code, true]);
        expect(() => compileMeasure(measure)).not.toThrow();
        expect(JSON.parse(JSON.stringify(measure))).toEqual(measure);
      }
      for (const { code, fact } of [...line.registers, ...line.deadlines])
        expect([code, kinds.has(fact)]).toEqual([code, true]);
      for (const deadline of line.deadlines) {
        expect(
          deadline.due !== undefined || (deadline.starts !== undefined && (deadline.versions?.length ?? 0) > 0),
        ).toBe(true);
        expect(fieldsOfCondition(deadline.where)).toBeDefined();
        for (const version of deadline.versions ?? [])
          expect(Number.isInteger(daysOf(version, registry.settingsOf(line.code)))).toBe(true);
      }
    });

    it('says where its sheets and the money of projects are by codes that exist', () => {
      const { sheets, money } = line;
      const columnsOf = (code: string | undefined): readonly string[] =>
        line.registers.find((register) => register.code === code)?.columns ?? [];
      const filtersOf = (code: string | undefined): readonly string[] =>
        line.registers.find((register) => register.code === code)?.filters ?? [];
      if (sheets !== undefined) {
        expect(line.streams.map(({ type }) => type)).toContain(sheets.stream);
        expect(filtersOf(sheets.register)).toContain(sheets.year);
        expect(registry.commands.get(sheets.evaluate)?.stream?.type).toBe(sheets.stream);
        expect(
          sheets.read({ ...line.streams.find(({ type }) => type === sheets.stream)?.initial, status: 'none' }),
        ).toBe(undefined);
      }
      if (money !== undefined) {
        const { plan, kinds, project } = money;
        expect(filtersOf(plan.register)).toEqual(expect.arrayContaining([plan.year, plan.project]));
        expect(columnsOf(plan.register)).toEqual(expect.arrayContaining([plan.project, plan.monthEnd, plan.percent]));
        const figures = kinds.flatMap(({ initial, adjusted, executed, as = {} }) => [
          ...[initial, adjusted, executed],
          ...Object.entries(as).flat(),
        ]);
        for (const code of figures) {
          const definition = registry.indicators.get(code);
          expect([code, definition !== undefined && canBeNarrowed(registry, definition, project)]).toEqual([
            code,
            true,
          ]);
        }
      }
    });

    it('reckons with measures of its own, or says of which line to come', () => {
      const named = new Set(
        line.indicators.flatMap(({ versions }) =>
          versions.flatMap((version) =>
            ('value' in version ? [version.value] : [version.numerator, version.denominator]).flatMap(measuresIn),
          ),
        ),
      );
      const foreign = [...named].filter((code) => !registry.measures.has(code));
      expect(foreign.filter((code) => code.startsWith(`${line.code}.`))).toEqual([]);
      for (const { of } of line.indicators)
        if (of !== undefined) expect([of, registry.indicators.has(of)]).toEqual([of, true]);
      for (const indicator of line.indicators) expect(versionAt(indicator, '2023-12-31')).toBeDefined();
    });

    it('balances figures that exist', () => {
      const unknown = line.identities.flatMap(indicatorsOf).filter((code) => !registry.indicators.has(code));
      expect(unknown).toEqual([]);
    });

    it('settles every choice with a default and a reason', () => {
      const settled = settle(line.settings) as Record<string, unknown>;
      for (const [name, setting] of Object.entries(line.settings)) {
        expect(setting.why.length).toBeGreaterThan(0);
        expect(settled[name]).toEqual(setting.default);
      }
    });

    it('maps the leaves of a case file to figures that exist', () => {
      const unknown = (line.cases ?? [])
        .flatMap(({ leaves }) => Object.values(leaves))
        .flatMap((meaning) => {
          const indicator =
            typeof meaning === 'object' && meaning !== null
              ? (meaning as { indicator?: string | null }).indicator
              : meaning;
          return typeof indicator === 'string' && !registry.indicators.has(indicator) ? [indicator] : [];
        });
      expect(unknown).toEqual([]);
    });
  });
};
