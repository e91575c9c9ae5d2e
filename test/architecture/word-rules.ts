import type { Rule } from './import-rules.js';
import { isSpec } from './rooms.js';
import type { Source, Violation } from './source.js';

/** A business line as the rules look for it: its code, and its Chinese name where terms give one. */
export interface LineName {
  readonly code: string;
  readonly zh?: string;
}

const KNOWS_LINES = /^(libs\/lines|libs\/flows|test)\//;

/** What reads report files speaks of the files' own keys, which a line may share. */
const READS_REPORTS = /^libs\/application\/src\/(case-|draft-rules\/|simulate\.ts)/;
const KEYS_OF_REPORTS: ReadonlySet<string> = new Set(['funds']);

const names = (text: string, { code, zh }: LineName): boolean =>
  new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(text) || (zh !== undefined && text.includes(zh));

/** The platform knows no line by name: neither its code nor its Chinese stands in code outside lines, flows and tests. */
export const noLineByName =
  (lines: readonly LineName[]): Rule =>
  ({ path, texts }) => {
    if (KNOWS_LINES.test(path) || isSpec(path)) return [];
    const words = [{ text: path.replaceAll(/[/.]/g, ' '), line: 1 }, ...texts];
    return words.flatMap(({ text, line }) =>
      lines
        .filter((name) => names(text, name) && !(READS_REPORTS.test(path) && KEYS_OF_REPORTS.has(name.code)))
        .map(({ code }) => ({ path, line, rule: 'no-line-by-name', what: `${code} in ${JSON.stringify(text)}` })),
    );
  };

const IS_SETTINGS = /(^|[/.])settings\.ts$/;
const READS_ENVIRONMENT = /^(globalThis\.)?process\.env$/;

/** The environment is read in one checked place per process. */
export const environmentIsReadInSettings: Rule = ({ path, uses }) =>
  isSpec(path) || IS_SETTINGS.test(path)
    ? []
    : uses
        .filter(({ text }) => READS_ENVIRONMENT.test(text))
        .map(({ text, line }) => ({ path, line, rule: 'environment-is-read-in-settings', what: text }));

const CLOCK_HOME = 'libs/adapters/src/system/';
const AMBIENT = /^((globalThis\.)?(Date\.now|Math\.random|crypto\.randomUUID)|new Date\(\)|Date\(\)|randomUUID)$/;

/** Time, ids and randomness come in through ports, so that every loop can run under a seeded simulator. */
export const timeAndChanceComeThroughPorts: Rule = ({ path, uses }) =>
  isSpec(path) || path.startsWith(CLOCK_HOME)
    ? []
    : uses
        .filter(({ text }) => AMBIENT.test(text))
        .map(({ text, line }) => ({ path, line, rule: 'time-and-chance-come-through-ports', what: text }));

/** SQL and other text without a parser of ours: looked at whole, comments left out. */
export const readPlain = (path: string, text: string): Source => ({
  path,
  imports: [],
  uses: [],
  texts: text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .split('\n')
    .map((line, at) => ({ text: line.replace(/--.*$/, ''), line: at + 1 })),
});

export const violationsIn = (sources: readonly Source[], rules: readonly Rule[]): readonly Violation[] =>
  sources.flatMap((source) => rules.flatMap((rule) => rule(source)));
