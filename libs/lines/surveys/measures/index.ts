import { topic } from '../domain/enumerations.js';
import { tables } from '../views/kinds.js';

/** The topics that have indicators of their own. */
export const topics = topic.values;
export type { Topic } from '../domain/levels.js';

const answers = {
  fact: 'surveys.survey',
  unit: '份',
  kind: 'flow',
  on: 'closedOn',
  splits: ['topic', 'otherTopic', 'method'],
} as const;
const satisfaction = { ...answers, where: { kind: 'satisfaction' } } as const;
const awareness = { ...answers, where: { kind: 'awareness' } } as const;

/** Answers by the day their survey was closed, however they were entered; the office that ran it. */
export const measures = tables.measures({
  /** Valid answers on satisfaction: the denominator of every rate of satisfaction. */
  'surveys.valid': { ...satisfaction, sum: 'valid' },
  'surveys.satisfied': { ...satisfaction, sum: 'satisfied' },
  /** Valid papers of tests of what people know of the law. */
  'surveys.tested': { ...awareness, sum: 'valid' },
  /** Of those, who reached the share of correct answers. */
  'surveys.passed': { ...awareness, sum: 'passed' },
  'surveys.questions-asked': { ...awareness, unit: '题', sum: 'questions' },
  'surveys.correct-answers': { ...awareness, unit: '题', sum: 'correctAnswers' },
  'surveys.issued': { ...answers, sum: 'issued' },
  'surveys.valid-of-issued': { ...answers, sum: 'valid' },
  'surveys.closed': { ...answers, unit: '次' },
  /** Closed with fewer valid answers than the survey itself asked for. */
  'surveys.small-samples': { ...answers, unit: '次', where: { smallSample: true } },
});

export type MeasureCode = keyof typeof measures;
