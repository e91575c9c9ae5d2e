import { factTables } from '#application/fact-tables.js';

/**
 * One survey, with its answers added up; it counts from the day it was closed. `kind`: satisfaction, or awareness where it
 * was a test. `returned` includes papers without an answer; `questions` and `correctAnswers` are known of a test recorded
 * paper by paper only.
 */
export const factFields = {
  'surveys.survey': [
    'status',
    'topic',
    'otherTopic',
    'population',
    'method',
    'scale',
    'kind',
    'countsBasicallySatisfied',
    'passPercent',
    'minSample',
    'openedOn',
    'closesOn',
    'closedOn',
    'publishedOn',
    'issued',
    'returned',
    'valid',
    'satisfied',
    'passed',
    'questions',
    'correctAnswers',
    'smallSample',
  ],
} as const;

export type SurveyField = (typeof factFields)['surveys.survey'][number];

export const tables = factTables(factFields);
