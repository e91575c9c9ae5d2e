import type { CaseFile, CaseRow } from '#application/case-file.js';
import { type NarrativeLine, linesOf, placeholdersIn, rowPlaceholder, rowsOfLine, rowsOfTable, typedIn } from './narrative-lines.js';

/** What is wrong with a narrative of a case, one sentence a fault, by line where it has one. */
export type NarrativeRule = (text: string, file: CaseFile) => readonly string[];

const everyLine =
  (rule: (line: NarrativeLine, file: CaseFile) => readonly string[]): NarrativeRule =>
  (text, file) =>
    linesOf(text).flatMap((line) => rule(line, file).map((fault) => `line ${line.number}: ${fault}`));

const MARKS = new Set(['', '#', '##', '###', '####', '>', '=', '---', '@@', '@=']);

/** Every line is of a known kind, a table has rows, a brace has its pair, and the title comes once. */
export const linesAreKnown: NarrativeRule = (text, file) => [
  ...everyLine(({ mark, text: words }) => [
    ...(MARKS.has(mark) ? [] : [`${mark} is no mark`]),
    ...(words === '' ? ['nothing after the mark'] : []),
    ...(mark === '' && /^(#|@|>|=|-{2,})/.test(words) ? ['a mark without a blank behind it'] : []),
    ...(mark === '@@' && rowsOfTable(file, words).length === 0 ? [`no rows for ${words}`] : []),
    ...(/[{}]/.test(typedIn(words)) ? ['a brace without its pair'] : []),
  ])(text, file),
  ...(linesOf(text).filter(({ mark }) => mark === '#').length === 1 ? [] : ['not exactly one title']),
];

const ALWAYS = new Set(['year', 'priorYear', 'bureau', 'area']);
const OF_SCORED_FORM = new Set(['total.score', 'total.grade', 'execution.score', 'execution.rate']);

const generalFor = ({ period, template }: CaseFile, inner: string): boolean | undefined => {
  if (ALWAYS.has(inner)) return true;
  if (inner === 'asOf') return period.asOf !== null;
  if (inner === 'date') return period.documentDate !== null;
  return OF_SCORED_FORM.has(inner) ? template.groups.length > 0 : undefined;
};

const hasPart = (row: CaseRow, part: string): boolean => {
  switch (part) {
    case '':
      return true;
    case 'number':
      return row.derivations.length > 0 || row.actual !== null;
    case 'target':
      return row.printedTarget !== null;
    case 'score':
      return row.score != null || row.group !== undefined;
    default:
      return false;
  }
};

/** Every placeholder is a general one that the case can fill, or a row that has what is asked of it. */
export const placeholdersAreKnown = everyLine(({ text }, file) =>
  placeholdersIn(text).flatMap((inner) => {
    const { id, part } = rowPlaceholder(inner);
    const row = file.rows.find((item) => item.id === id);
    return (generalFor(file, inner) ?? (row !== undefined && hasPart(row, part))) ? [] : [`{${inner}} is not known`];
  }),
);

/** Every row of the case stands somewhere. */
export const rowsAreCovered: NarrativeRule = (text, file) => {
  const standing = new Set(linesOf(text).flatMap((line) => rowsOfLine(file, line).map(({ id }) => id)));
  return file.rows.filter(({ id }) => !standing.has(id)).map(({ id }) => `${id} stands nowhere`);
};

/** A document of targets has one table for each of its projects, in their order. */
export const projectsHaveTables: NarrativeRule = (text, { documentType, funds }) => {
  if (documentType !== 'budget-performance-targets') return [];
  const tables = linesOf(text).flatMap(({ mark, text: words }) =>
    mark === '@@' ? (/^targets (\S+)$/.exec(words)?.[1] ?? []) : [],
  );
  const wanted = funds.lines.map(({ id }) => id);
  return tables.join(' ') === wanted.join(' ') ? [] : [`tables of ${tables.join(' ')}, projects ${wanted.join(' ')}`];
};

const firstOf = (sections: readonly string[]): readonly string[] => [...new Set(sections)];

/** Sections begin in the order in which the source prints them. */
export const sectionsAreInOrder: NarrativeRule = (text, file) => {
  const wanted = firstOf(file.rows.map(({ section }) => section));
  const begun = firstOf(linesOf(text).flatMap((line) => rowsOfLine(file, line).map(({ section }) => section)));
  const present = wanted.filter((section) => begun.includes(section));
  return begun.flatMap((section, at) => (section === present[at] ? [] : [`${section} begins instead of ${present[at]}`]));
};

const ORDINAL = /^（?(?<zh>[一二三四五六七八九十]+)[）、]|^(?<digits>\d+)[.、]/;
const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Headings that carry an ordinal count up from one below the heading they belong to. */
export const headingsCountUp: NarrativeRule = (text) => {
  const reached = new Map<number, number>();
  return linesOf(text).flatMap(({ number, mark, text: words }) => {
    const level = /^#{2,}$/.test(mark) ? mark.length : undefined;
    if (level === undefined) return [];
    for (const deeper of [...reached.keys()]) if (deeper > level) reached.delete(deeper);
    const { zh, digits } = ORDINAL.exec(words)?.groups ?? {};
    if (zh === undefined && digits === undefined) return [];
    const found = zh === undefined ? Number(digits) : CHINESE.indexOf(zh);
    const expected = (reached.get(level) ?? 0) + 1;
    reached.set(level, found);
    return found === expected ? [] : [`line ${number}: ${words} is not number ${expected}`];
  });
};

/** The chapter a heading or a section names: 六 and 2 alike as a number; undefined for an annex or a table. */
const chapterOf = (words: string): number | undefined => {
  const { zh, digits } = ORDINAL.exec(words.replace(/^第一部分 \/ /, ''))?.groups ?? {};
  if (zh !== undefined) return CHINESE.indexOf(zh);
  return digits === undefined ? undefined : Number(digits);
};

/** A row first stands in the chapter its section belongs to. */
export const rowsStandInTheirChapter: NarrativeRule = (text, file) => {
  const met = new Set<string>();
  let chapter: number | undefined;
  return linesOf(text).flatMap((line) => {
    if (line.mark === '##') chapter = chapterOf(line.text);
    const fresh = rowsOfLine(file, line).filter(({ id }) => !met.has(id));
    for (const { id } of fresh) met.add(id);
    return fresh.flatMap(({ id, section }) =>
      chapterOf(section) === chapter ? [] : [`line ${line.number}: ${id} belongs to ${section}`],
    );
  });
};

/** Numbers that name something and count nothing: of documents, a unit, a police case. */
const NAMES = ['中发[2018]34号', '湘财行〔2013〕72号', '(2020)15号', '(2020)13号', '(2020)12号', '15号', '13号', '12号', '315002', '“7.12”'];
/** Ordinals: of a list, of an annex, of a goal. */
const LIST_ORDINAL = /(?<=^|[。；：])[（(]?\d{1,2}[）)、.]/g;
const NAMED_ORDINAL = /(附件|目标|表)\d{1,2}/g;

const figuresTypedIn = (text: string): string =>
  NAMES.reduce((left, name) => left.replaceAll(name, ''), typedIn(text))
    .replaceAll(LIST_ORDINAL, '')
    .replaceAll(NAMED_ORDINAL, '');

const numbersIn = (text: string): readonly number[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);

const printedOf = ({ printedActual, printedTarget }: CaseRow): readonly string[] =>
  [printedActual, printedTarget].flatMap((text) => (text == null ? [] : [text.replaceAll(/\s/g, '')]));

const numbersOf = (row: CaseRow): readonly number[] => [
  ...printedOf(row).flatMap(numbersIn),
  ...row.derivations.map(({ result }) => result),
  ...Object.values(row.columns ?? {}).flatMap((cell) => cell ?? []),
];

/** No figure of a row is typed, in digits or in characters, and neither is the year. */
export const nothingIsTypedOver = everyLine(({ mark, text }, file) => {
  if (mark === '@@') return [];
  const typed = figuresTypedIn(mark === '@=' ? text.replace(/^\S+/, '') : text);
  const numbers = new Set(file.rows.flatMap(numbersOf));
  const inCharacters = file.rows.flatMap(printedOf).filter((words) => /[一二三四五六七八九十]/.test(words));
  return [
    ...numbersIn(typed)
      .filter((number) => numbers.has(number) || number === file.fiscalYear)
      .map((number) => `${number} is typed`),
    ...inCharacters.filter((words) => typed.includes(words)).map((words) => `${words} is typed`),
  ];
});

/** Pages lie upright or across; their sheets have names a workbook takes, each once. */
export const sheetsAreLegal: NarrativeRule = (text) => {
  const lines = linesOf(text);
  const names = lines.flatMap(({ mark, text: words }) => (mark === '---' ? [words.replace(/^\S+\s*/, '')] : []));
  return [
    ...(lines[0]?.mark === '---' ? [] : ['the first line begins no section']),
    ...lines.flatMap(({ mark, text: words }) =>
      mark !== '---' || /^(portrait|landscape) \S/.test(words) ? [] : [`${words} is no section`],
    ),
    ...names.flatMap((name, at) => [
      ...(name.length <= 31 ? [] : [`${name} is too long for a sheet`]),
      ...(/[[\]:*?/\\]|^'|'$/.test(name) ? [`${name} is no name of a sheet`] : []),
      ...(names.indexOf(name) === at ? [] : [`${name} names two sheets`]),
    ]),
  ];
};

const PERSONAL = [/1[3-9]\d{9}/, /电话[：:]\s*[\d(（+]/, /(填表人|负责人签字|负责人|联系人)[：:]\s*(?!填报日期|联系电话|单位负责人)\p{Script=Han}/u];

/** No telephone number and no name of a person. */
export const nobodyIsNamed = everyLine(({ text }) => PERSONAL.flatMap((pattern) => pattern.exec(text)?.[0] ?? []));
