import type { CaseFile, CaseRow } from '../case-file.js';
import type { ReportDefinition } from '../report-definition.js';
import { runsOfEqual } from './forms/cells.js';
import { rowsOfProject } from './forms/targets.form.js';
import { baseDataTerms, documentTerms, formTerms, targetTerms } from './terms.js';

/** A sheet of the form it is, as far as the case says so. */
const formsOf = (file: CaseFile): readonly string[] => {
  const { template, rows, funds } = file;
  const baseData = rows.some(({ section }) => section.endsWith(baseDataTerms.staff));
  const targets = funds.lines.filter((line) => rowsOfProject(file, line).some(({ level1 }) => level1 !== null));
  const of = file.documentType === 'department-self-evaluation' ? 'department' : 'project';
  return [
    ...(baseData ? [`--- portrait ${formTerms.baseData}`, '@@ base-data'] : []),
    ...(template.groups.length > 0 ? [`--- landscape ${formTerms.selfEvaluation}`, `@@ self-evaluation ${of}`] : []),
    ...targets.flatMap(({ id }, at) => [`--- landscape ${at + 1} ${targetTerms.title}`, `@@ targets ${id}`]),
  ];
};

const sentences = (rows: readonly CaseRow[]): readonly string[] =>
  rows.flatMap((row) => {
    const { id, level3, printedTarget } = row;
    if (row.columns !== undefined || row.group !== undefined) return [];
    const said = `${withoutNumbers(level3)}${formTerms.colon}`;
    if (row.printedActual !== null) return [`${said}{${id}}`];
    return printedTarget === null ? [] : [`${said}{${id}.target}`];
  });

/** A name whose number is the figure itself would be typed over it. */
const withoutNumbers = (text: string): string => text.replaceAll(/[{}]/g, '').replaceAll(/\d+(\.\d+)?[%％]?/g, '');

/**
 * A template for a case that brings none: what the lines of its activity say of a year, each section of the case with its rows,
 * and the forms it has.
 */
export const plainNarrative = (file: CaseFile, reports: readonly ReportDefinition[] = []): string =>
  [
    `# ${file.title}`,
    ...reports
      .filter(({ section }) => section in file.activity)
      .flatMap(({ parts }) => parts.flatMap(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs])),
    ...runsOfEqual(file.rows, ({ section }) => section).flatMap((rows) => {
      const said = sentences(rows);
      return said.length === 0 ? [] : [`## ${rows[0]?.section ?? documentTerms.body}`, ...said];
    }),
    '= {bureau}',
    '= {date}',
    ...formsOf(file),
    '',
  ].join('\n');
