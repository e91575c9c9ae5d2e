import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What a new line is called: `notary`, 公证, and the letters its figures begin with. */
export interface LineName {
  readonly code: string;
  readonly zh: string;
  readonly prefix: string;
}

/** A line that cannot be written: what is wrong with its name, or that it is there. */
export class CannotWriteLine extends Error {}

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const SUFFIX = '.tmpl';

const pascal = (code: string): string =>
  code.replaceAll(/(^|-)([a-z])/g, (_whole, _dash, letter: string) => letter.toUpperCase());

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(SUFFIX))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/**
 * Writes the rooms of a new line from the templates; gives the paths written.
 * @throws CannotWriteLine for a name that is no code, or a folder that is there
 */
export const writeLine = (templates: string, folder: string, { code, zh, prefix }: LineName): readonly string[] => {
  if (!CODE.test(code)) throw new CannotWriteLine(`${code} is no code of a line: small letters, digits and hyphens`);
  if (!/^[A-Z]{2,4}$/.test(prefix))
    throw new CannotWriteLine(`${prefix} is no prefix of figures: two to four capitals`);
  if (existsSync(folder)) throw new CannotWriteLine(`${folder} exists`);
  const Line = pascal(code);
  const words: Readonly<Record<string, string>> = {
    line: code,
    Line,
    camel: Line[0]?.toLowerCase() + Line.slice(1),
    zh,
    PREFIX: prefix,
  };
  return filesBelow(templates).map((path) => {
    const to = join(folder, relative(templates, path).slice(0, -SUFFIX.length));
    mkdirSync(dirname(to), { recursive: true });
    const text = readFileSync(path, 'utf8').replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => words[name] ?? whole);
    writeFileSync(to, text);
    return to;
  });
};

/** Adds a line to the list of lines, in its place. */
export const listLine = (list: string, code: string): string => {
  const name = pascal(code);
  const variable = name[0]?.toLowerCase() + name.slice(1);
  const lines = list.split('\n');
  const insert = (pattern: RegExp, row: string): void => {
    const own = lines.map((line, at) => ({ line, at })).filter(({ line }) => pattern.test(line));
    const after = own.filter(({ line }) => line < row).at(-1);
    lines.splice(after === undefined ? (own[0]?.at ?? lines.length) : after.at + 1, 0, row);
  };
  insert(/^import \{ \w+ \} from '\.\//, `import { ${variable} } from './${code}/index.js';`);
  insert(/^ {2}\w+,/, `  ${variable},`);
  return lines.join('\n');
};
