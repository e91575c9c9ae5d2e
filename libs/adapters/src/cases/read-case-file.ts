import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CaseFile } from '#application/case-file.js';
import { parseFormula } from '#application/expressions.js';
import { isLocalDate } from '#kernel/dates.js';
import { PlainFault } from '#kernel/plain-fault.js';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { projectRoot } from '../project-root.js';

/** A case file that cannot be used: what is wrong, each with its place in the file. */
export class UnusableCaseFile extends PlainFault {
  constructor(
    readonly path: string,
    readonly problems: readonly string[],
  ) {
    super(`${path}\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

let compiled: Promise<ValidateFunction> | undefined;

const validator = (): Promise<ValidateFunction> =>
  (compiled ??= (async () => {
    const schema = JSON.parse(await readFile(join(projectRoot(), 'cases', 'schema.json'), 'utf8')) as object;
    return new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
  })());

/** `/rows/3/actual: must be number`; an unknown key is named. */
const say = ({ instancePath, message, params, keyword }: ErrorObject): string => {
  const at = instancePath === '' ? '/' : instancePath;
  const { additionalProperty, unevaluatedProperty, allowedValues } = params as Record<string, unknown>;
  const extra = additionalProperty ?? unevaluatedProperty;
  if (extra !== undefined) return `${at}: unknown key "${String(extra)}"`;
  if (keyword === 'enum') return `${at}: must be one of ${(allowedValues as readonly string[]).join(' ')}`;
  return `${at}: ${message ?? keyword}`;
};

/** Checks data against the schema of case files and gives every problem at once, none for a sound file. */
export const problemsOfCase = async (data: unknown): Promise<readonly string[]> => {
  const validate = await validator();
  if (!validate(data)) return [...new Set((validate.errors ?? []).map(say))];
  const file = data as CaseFile;
  return [...impossibleDates(data), ...misplacedActivity(file), ...unreadableFormulas(file)];
};

/** Texts that look like a date and are none, `2023-02-30`, with their places. */
const impossibleDates = (data: unknown, at = ''): readonly string[] => {
  if (typeof data === 'string')
    return /^\d{4}-\d{2}-\d{2}$/.test(data) && !isLocalDate(data) ? [`${at}: ${data} is no date`] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => impossibleDates(value, `${at}/${name}`));
};

/** A window that is none, or of another year; and what has a place of its own in the file. */
const misplacedActivity = (file: CaseFile): readonly string[] => {
  const { fiscalYear, activity } = file;
  const { from, to } = activity.window;
  const span = `${from} to ${to}`;
  return [
    ...(from > to ? [`/activity/window: ${span} ends before it begins`] : []),
    ...(Number(to.slice(0, 4)) < fiscalYear || Number(from.slice(0, 4)) > fiscalYear
      ? [`/activity/window: ${span} is not of the fiscal year ${fiscalYear}`]
      : []),
    ...Object.keys(activity)
      .filter((section) => section in file)
      .map((section) => `/activity: unknown key "${section}"`),
  ];
};

const unreadableFormulas = ({ rows, identities, expectedComputed }: CaseFile): readonly string[] =>
  [
    ...rows.flatMap(({ id, derivations }) => derivations.map(({ expression }) => [`row ${id}`, expression] as const)),
    ...identities.flatMap(({ id, left, right }) => [left, right].map((side) => [`identity ${id}`, side] as const)),
    ...expectedComputed.map(({ id, expression }) => [`expectedComputed ${id}`, expression] as const),
  ].flatMap(([at, expression]) => {
    try {
      parseFormula(expression);
      return [];
    } catch (error) {
      return [`${at}: ${(error as Error).message}`];
    }
  });

/**
 * Reads a case file and checks it against `cases/schema.json`.
 * @throws UnusableCaseFile when it is missing, not JSON, or breaks the schema
 */
export const readCaseFile = async (path: string): Promise<CaseFile> => {
  let data: unknown;
  try {
    data = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UnusableCaseFile(path, [(error as Error).message]);
  }
  const problems = await problemsOfCase(data);
  if (problems.length > 0) throw new UnusableCaseFile(path, problems);
  return data as CaseFile;
};

/** The other documents of the bureau and year of a case that lie in the same folder; what is no case file is passed over. */
export const companionsOf = async (path: string, file: CaseFile): Promise<readonly CaseFile[]> => {
  const folder = dirname(path);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== basename(path)).sort();
  const found = await Promise.all(
    names.map((name) =>
      readCaseFile(join(folder, name)).catch((error: unknown) => {
        if (error instanceof UnusableCaseFile) return undefined;
        throw error;
      }),
    ),
  );
  return found
    .filter((other) => other !== undefined)
    .filter(
      ({ caseId, bureau, fiscalYear }) =>
        caseId !== file.caseId && bureau.name === file.bureau.name && fiscalYear === file.fiscalYear,
    );
};
