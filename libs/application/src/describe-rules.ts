import { type DeadlineDefinition, type DeadlineVersion, daysOf } from './deadline.js';
import type { LineDefinition } from './define-line.js';
import { codeTables, fieldTerm, isOpen, titleOf } from './describe-lines.js';
import { correctionReasons } from './record-events.js';
import type { Registry } from './registry.js';

/** Where a word comes from: a law, a form, or ourselves. */
const originOf = (registry: Registry, code: string) => {
  const { origin = 'house', source } = registry.terms.get(code) ?? {};
  return { origin, ...(source === undefined ? {} : { source }) };
};

/** Every code table with its official Chinese and where that comes from, by line; what every line uses stands once, at the end. */
export const describeCodeTables = (registry: Registry) => {
  const described = registry.lines.filter(isOpen).map((line) => ({
    code: line.code,
    title: titleOf(registry, line.code),
    tables: codeTables(registry, line).map((table) => ({ ...table, ...originOf(registry, table.name) })),
  }));
  const common = ({ name }: { readonly name: string }): boolean => name === correctionReasons.name;
  const shared = described[0]?.tables.filter(common) ?? [];
  return [
    ...described.map((line) => ({ ...line, tables: line.tables.filter((table) => !common(table)) })),
    { code: 'every-line', title: titleOf(registry, 'every-line'), tables: shared },
  ].filter(({ tables }) => tables.length > 0);
};

const describeVersion = (version: DeadlineVersion, settings: unknown) => ({
  from: version.from,
  days: daysOf(version, settings),
  count: version.count,
  rolls: version.roll === true,
  ...(typeof version.days === 'number' ? {} : { setting: version.days.setting }),
});

const describeDeadline = (registry: Registry, line: LineDefinition, deadline: DeadlineDefinition) => {
  const named = (name: string): string => fieldTerm(registry, deadline.fact, name)?.zh ?? name;
  return {
    ...{ code: deadline.code, title: titleOf(registry, deadline.code), ...originOf(registry, deadline.code) },
    fact: titleOf(registry, deadline.fact),
    ...(deadline.starts === undefined ? {} : { starts: named(deadline.starts) }),
    ...(deadline.due === undefined ? {} : { due: named(deadline.due) }),
    met: named(deadline.met),
    versions: (deadline.versions ?? []).map((version) => describeVersion(version, registry.settingsOf(line.code))),
  };
};

/** Every deadline with its terms by the day each holds from, and what of them the deployment chose, by line. */
export const describeDeadlines = (registry: Registry) =>
  registry.lines
    .filter(isOpen)
    .map((line) => ({
      code: line.code,
      title: titleOf(registry, line.code),
      deadlines: line.deadlines.map((deadline) => describeDeadline(registry, line, deadline)),
    }))
    .filter(({ deadlines }) => deadlines.length > 0);
