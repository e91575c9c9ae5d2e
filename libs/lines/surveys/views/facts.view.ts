import { type FactHandlers, type FactSheet, type FactValue, defineFacts } from '#application/facts.js';
import type { Level } from '../domain/levels.js';
import type { SurveyEvent } from '../domain/events.js';
import type { SurveysSettings } from '../settings.js';
import { type SurveyField, tables } from './kinds.js';

const SURVEY = 'surveys.survey';
const KEY = 'survey';

type Counts = Partial<Record<SurveyField, number>>;

const put = (sheet: FactSheet, fields: { readonly [Name in SurveyField]?: FactValue }): void =>
  tables.put(sheet, SURVEY, KEY, fields);

const fieldOf = (sheet: FactSheet, name: SurveyField): FactValue => sheet.get(SURVEY, KEY)?.fields[name];
const numberOf = (sheet: FactSheet, name: SurveyField): number => Number(fieldOf(sheet, name) ?? 0);

const addUp = (sheet: FactSheet, counts: Counts): void =>
  put(
    sheet,
    Object.fromEntries(
      Object.entries(counts).map(([name, count]) => [name, numberOf(sheet, name as SurveyField) + count]),
    ),
  );

const isSatisfied = (sheet: FactSheet, level: Level): boolean =>
  level === 'very-satisfied' ||
  level === 'satisfied' ||
  (level === 'basically-satisfied' && fieldOf(sheet, 'countsBasicallySatisfied') === true);

const close = (sheet: FactSheet, closedOn: string, issued: number): void =>
  put(sheet, {
    status: 'closed',
    closedOn,
    issued,
    smallSample: numberOf(sheet, 'valid') < numberOf(sheet, 'minSample'),
  });

const on: FactHandlers<SurveyEvent, SurveysSettings> = {
  'surveys.SurveyOpened': ({ data }, sheet, { awarenessPassPercent }) =>
    put(sheet, {
      ...data,
      status: 'open',
      kind: data.scale === 'test' ? 'awareness' : 'satisfaction',
      passPercent: data.passPercent ?? awarenessPassPercent,
    }),
  'surveys.ResponseRecorded': ({ data: { level, correct, total } }, sheet) => {
    if (level !== undefined) addUp(sheet, { returned: 1, valid: 1, satisfied: isSatisfied(sheet, level) ? 1 : 0 });
    else if (correct !== undefined && total !== undefined)
      addUp(sheet, {
        returned: 1,
        valid: 1,
        passed: 100 * correct >= numberOf(sheet, 'passPercent') * total ? 1 : 0,
        questions: total,
        correctAnswers: correct,
      });
    else addUp(sheet, { returned: 1 });
  },
  'surveys.SurveyClosed': ({ data: { closedOn, issued } }, sheet) => close(sheet, closedOn, issued),
  'surveys.SurveySummaryImported': ({ data: { closedOn, issued, answers, passed = 0, notPassed = 0 } }, sheet) => {
    for (const { level, answerCount } of answers)
      addUp(sheet, { valid: answerCount, satisfied: isSatisfied(sheet, level) ? answerCount : 0 });
    addUp(sheet, { valid: passed + notPassed, passed });
    close(sheet, closedOn, issued);
  },
  'surveys.SurveyPublished': ({ data: { publishedOn } }, sheet) => put(sheet, { status: 'published', publishedOn }),
};

export const facts = defineFacts<SurveyEvent, SurveysSettings>({
  name: 'surveys.facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on,
});
