import { projectRoot } from '#adapters/project-root.js';
import { lines } from '#lines/index.js';
import {
  importCircles,
  importsLeadSomewhere,
  importsPointOneWay,
  linesStayApart,
  nothingImportsAnApp,
  packagesAreDependencies,
  theWorldIsMetInAdapters,
  type Rule,
} from './import-rules.js';
import { filesBelow, readText } from './project-files.js';
import { readSource, type Source } from './source.js';
import {
  environmentIsReadInSettings,
  noLineByName,
  readPlain,
  timeAndChanceComeThroughPorts,
  violationsIn,
} from './word-rules.js';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

const root = projectRoot();
const files = filesBelow(root);
const inHouse = (path: string): boolean => /^(apps|libs|test|infra)\//.test(path) && !path.startsWith('apps/web/');
const code = files.filter((path) => inHouse(path) && path.endsWith('.ts'));
const sources = code.map((path) => readSource(path, readText(root, path)));
const plain = files.filter((path) => path.startsWith('infra/') && path.endsWith('.sql'));
const scripts = files.filter((path) => path.startsWith('infra/') && path.endsWith('.mjs'));
const unparsed = [
  ...plain.map((path) => readPlain(path, readText(root, path))),
  ...scripts.map((path) => readSource(path, readText(root, path))),
];
const platform = sources.filter(({ path }) => path.startsWith('libs/') || path.startsWith('apps/'));
const dependencies = new Set(Object.keys((JSON.parse(readText(root, 'package.json')) as Manifest).dependencies));
const names = lines.map(({ code, terms }) => ({ code, zh: terms[code]?.zh }));
const rules = (rule: Rule, of: readonly Source[] = sources): readonly string[] =>
  violationsIn(of, [rule]).map(({ path, line, what }) => `${path}:${line} ${what}`);

describe('the house as it stands', () => {
  it('has code to look at', () => expect(platform.length).toBeGreaterThan(30));
  it('imports files that exist', () => expect(rules(importsLeadSomewhere(new Set(files)))).toEqual([]));
  it('imports one way: domain ← application ← adapters ← apps', () => expect(rules(importsPointOneWay)).toEqual([]));
  it('imports no app', () => expect(rules(nothingImportsAnApp)).toEqual([]));
  it('keeps lines apart', () => expect(rules(linesStayApart)).toEqual([]));
  it('meets the world in adapters alone', () => expect(rules(theWorldIsMetInAdapters)).toEqual([]));
  it('runs on what package.json gives to users', () =>
    expect(rules(packagesAreDependencies(dependencies))).toEqual([]));
  it('goes round in no circle', () => expect(importCircles(sources).map(({ what }) => what)).toEqual([]));
  it('names no line outside lines, flows and tests', () =>
    expect(rules(noLineByName(names), [...platform, ...unparsed])).toEqual([]));
  it('has a Chinese name for every line', () =>
    expect(names.filter(({ zh }) => zh === undefined).map((line) => line.code)).toEqual([]));
  it('reads the environment in settings files', () => expect(rules(environmentIsReadInSettings, platform)).toEqual([]));
  it('asks for time and chance in one place', () => expect(rules(timeAndChanceComeThroughPorts, platform)).toEqual([]));
});

describe('each rule reports what it forbids', () => {
  const reported = (rule: Rule, path: string, text: string): number => rule(readSource(path, text)).length;
  const DOMAIN = 'libs/lines/notary/domain/decide.ts';

  it.each([
    ['the kernel importing the application', 'libs/kernel/src/a.ts', '#application/facts.js'],
    ['the application importing a line', 'libs/application/src/a.ts', '#lines/notary/index.js'],
    ['the application importing the list of lines', 'libs/application/src/a.ts', '#lines/index.js'],
    ['the application importing an adapter', 'libs/application/src/a.ts', '#adapters/system/clock.js'],
    ['an adapter importing a line', 'libs/adapters/src/nest/a.ts', '#lines/notary/index.js'],
    ['a domain importing the application', DOMAIN, '#application/facts.js'],
    ['a domain importing its own views', DOMAIN, '../views/register.view.js'],
    ['a measure importing an adapter', 'libs/lines/notary/measures/a.measure.ts', '#adapters/postgres/pool.js'],
    ['an indicator reaching past its measures', 'libs/lines/notary/indicators/a.indicator.ts', '../domain/events.js'],
    ['a flow reaching into a line', 'libs/flows/a.flow.ts', '#lines/notary/domain/events.js'],
    ['an app reaching into a line', 'apps/api/src/main.ts', '#lines/notary/index.js'],
    ['the list of lines reaching past a face', 'libs/lines/index.ts', './notary/terms.js'],
  ])('%s', (_name, path, to) => {
    expect(reported(importsPointOneWay, path, `import { x } from '${to}';`)).toBe(1);
    expect(reported(importsPointOneWay, path, `import type { X } from '${to}';`)).toBe(1);
    expect(reported(importsPointOneWay, path, `export * from '${to}';`)).toBe(1);
    expect(reported(importsPointOneWay, path, `const x = await import('${to}');`)).toBe(1);
  });

  it.each([
    ['a domain using the kernel and its own room', DOMAIN, '#kernel/reject.js'],
    ['a domain naming its own settings', DOMAIN, '../settings.js'],
    ['a view using its own domain', 'libs/lines/notary/views/facts.view.ts', '../domain/events.js'],
    ['a line index using its adapters', 'libs/lines/notary/index.ts', './adapters/notary.controller.js'],
    ['a flow using the face of a line', 'libs/flows/a.flow.ts', '#lines/notary/index.js'],
    ['an app using the list of lines', 'apps/api/src/main.ts', '#lines/index.js'],
    ['a spec using test support', 'libs/lines/notary/domain/decide.spec.ts', '../../../../test/support/spec-for.js'],
  ])('but not %s', (_name, path, to) =>
    expect(reported(importsPointOneWay, path, `import { x } from '${to}';`)).toBe(0),
  );

  it('an app imported by a library, by another app, but not by itself', () => {
    const main = `import { x } from '../../apps/api/src/main.js';`;
    expect(reported(nothingImportsAnApp, 'libs/adapters/a.ts', main)).toBe(1);
    expect(reported(nothingImportsAnApp, 'apps/cli/src/main.ts', `import '../../api/src/main.js';`)).toBe(1);
    expect(reported(nothingImportsAnApp, 'apps/cli/src/main.ts', `import './jobs/import.js';`)).toBe(0);
  });

  it('one line imported by another, even through its face, even in a spec', () => {
    expect(reported(linesStayApart, DOMAIN, `import { x } from '#lines/mediation/index.js';`)).toBe(1);
    expect(reported(linesStayApart, DOMAIN, `import { x } from '../../mediation/terms.js';`)).toBe(1);
    expect(reported(linesStayApart, 'libs/lines/notary/a.spec.ts', `import '../mediation/index.js';`)).toBe(1);
    expect(reported(linesStayApart, DOMAIN, `import { x } from '#lines/index.js';`)).toBe(1);
    expect(reported(linesStayApart, DOMAIN, `import { x } from './events.js';`)).toBe(0);
  });

  it.each([
    'pg',
    'typeorm',
    'kafkajs',
    '@nestjs/common',
    'class-validator',
    'docx',
    'exceljs',
    'node:fs',
    'node:fs/promises',
  ])('%s outside adapters and apps', (name) => {
    const text = `import { x } from '${name}';`;
    for (const path of ['libs/kernel/src/a.ts', 'libs/application/src/a.ts', DOMAIN, 'libs/lines/notary/index.ts']) {
      expect(reported(theWorldIsMetInAdapters, path, text)).toBe(1);
    }
    for (const path of ['libs/adapters/src/a.ts', 'libs/lines/notary/adapters/a.ts', 'apps/api/src/main.ts']) {
      expect(reported(theWorldIsMetInAdapters, path, text)).toBe(0);
    }
  });

  it('a circle of files, unless it is of types', () => {
    const circle = (keyword: string): readonly Source[] => [
      readSource('libs/kernel/src/a.ts', `import { b } from './b.js';`),
      readSource('libs/kernel/src/b.ts', `import { c } from './c.js';`),
      readSource('libs/kernel/src/c.ts', `${keyword} { a } from './a.js';`),
    ];
    expect(importCircles(circle('import')).map(({ what }) => what)).toEqual([
      'libs/kernel/src/a.ts → libs/kernel/src/b.ts → libs/kernel/src/c.ts → libs/kernel/src/a.ts',
    ]);
    expect(importCircles(circle('import type'))).toEqual([]);
  });

  it('a package that only developers have, unless for its types', () => {
    const rule = packagesAreDependencies(new Set(['pg']));
    expect(reported(rule, DOMAIN, `import { x } from 'jest-mock';`)).toBe(1);
    expect(reported(rule, DOMAIN, `import type { x } from 'jest-mock';`)).toBe(0);
    expect(reported(rule, DOMAIN, `import { x } from 'pg';\nimport { y } from 'node:crypto';`)).toBe(0);
    expect(reported(rule, 'libs/kernel/src/a.spec.ts', `import { x } from 'jest-mock';`)).toBe(0);
  });

  it('an import that leads nowhere', () =>
    expect(reported(importsLeadSomewhere(new Set()), DOMAIN, `import { x } from '#kernel/gone.js';`)).toBe(1));

  it('a line named in code, in its Chinese, in SQL or in a path, but not in a comment', () => {
    const rule = noLineByName([{ code: 'notary', zh: '公证' }]);
    const platformFile = 'libs/application/src/a.ts';
    expect(reported(rule, platformFile, `if (line === 'notary') return;`)).toBe(1);
    expect(reported(rule, platformFile, 'const topic = `taizhang.notary.${version}`;')).toBe(1);
    expect(reported(rule, platformFile, `const title = '公证事项';`)).toBe(1);
    expect(reported(rule, 'libs/adapters/src/notary.ts', '')).toBe(1);
    expect(rule(readPlain('infra/a.sql', `select 'notary';`))).toHaveLength(1);
    expect(rule(readPlain('infra/a.sql', `-- notary\n/* notary\n notary */`))).toHaveLength(0);
    expect(reported(rule, platformFile, '// notary\n/** 公证 */')).toBe(0);
    expect(reported(rule, platformFile, `const word = 'notaryship';`)).toBe(0);
    expect(reported(rule, 'libs/lines/notary/index.ts', `const code = 'notary';`)).toBe(0);
  });

  it('a line named where report files are read, unless the files have such a key', () => {
    const reader = 'libs/application/src/case-file.ts';
    const rule = noLineByName([{ code: 'notary' }, { code: 'funds' }]);
    expect(reported(rule, reader, `const key = 'notary';`)).toBe(1);
    expect(reported(rule, reader, `const key = 'funds';`)).toBe(0);
    expect(reported(rule, 'libs/application/src/registry.ts', `const line = 'funds';`)).toBe(1);
  });

  it('the environment read outside a settings file', () => {
    expect(reported(environmentIsReadInSettings, 'apps/api/src/main.ts', 'const url = process.env.URL;')).toBe(1);
    expect(reported(environmentIsReadInSettings, 'apps/api/src/main.ts', `const { URL } = process.env;`)).toBe(1);
    expect(reported(environmentIsReadInSettings, 'apps/api/src/main.ts', `const url = process.env['URL'];`)).toBe(1);
    expect(reported(environmentIsReadInSettings, 'apps/api/src/settings.ts', 'const url = process.env.URL;')).toBe(0);
  });

  it.each([
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    'Math.random()',
    'crypto.randomUUID()',
    'globalThis.crypto.randomUUID()',
  ])('%s outside the system adapters', (expression) => {
    const text = `const x = ${expression};`;
    expect(reported(timeAndChanceComeThroughPorts, 'libs/application/src/a.ts', text)).toBe(1);
    expect(reported(timeAndChanceComeThroughPorts, 'libs/adapters/src/system/clock.ts', text)).toBe(0);
  });

  it('randomUUID under another name, but no date made from a value', () => {
    const rule = timeAndChanceComeThroughPorts;
    expect(reported(rule, DOMAIN, `import { randomUUID as id } from 'node:crypto';`)).toBe(1);
    expect(reported(rule, DOMAIN, 'const day = new Date(0);')).toBe(0);
  });
});
