import type { Happened, Rules, StreamDefinition } from '#kernel/decider.js';
import { accept, outOfStep } from '#kernel/reject.js';
import type { SurveysSettings } from '../settings.js';
import { type DataOfEvent, type SurveyEvent, events } from './events.js';
import { levelsOf } from './levels.js';
import { refuse } from './rejections.js';
import { upcasters } from './upcasters.js';

type Opened = DataOfEvent<'surveys.SurveyOpened'>;

/** What the rules ask of a survey: how it is answered, and how many answers were recorded one by one. */
interface Asked {
  readonly opened: Opened;
  readonly recorded: number;
  readonly valid: number;
  readonly summary?: string;
}
export type SurveyState = { readonly status: 'none' } | (Asked & { readonly status: 'open' | 'closed' | 'published' });

const isAnswered = ({ level, correct }: DataOfEvent<'surveys.ResponseRecorded'>): boolean =>
  level !== undefined || correct !== undefined;

const total = (counts: readonly (number | undefined)[]): number =>
  counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);

/** Whether the totals are on the levels of the scale, each once; of a test, who passed and who did not. */
const fits = ({ scale }: Opened, { answers, passed, notPassed }: DataOfEvent<'surveys.SurveySummaryImported'>) => {
  const levels = answers.map(({ level }) => level);
  const isTest = scale === 'test';
  return (
    new Set(levels).size === levels.length &&
    levels.every((level) => levelsOf[scale].includes(level)) &&
    (passed !== undefined) === isTest &&
    (notPassed !== undefined) === isTest
  );
};

/**
 * When a survey may be opened, answered, closed and published.
 * @rejects surveys.unknown-topic           `other` names a topic of the setting; the others name none
 * @rejects surveys.answer-outside-scale    a level the scale does not have, a score where levels are asked, half a score
 * @rejects surveys.valid-differs           the valid answers stated are not the ones recorded
 * @rejects surveys.responses-recorded      totals cannot be imported over answers recorded one by one
 * @rejects surveys.more-valid-than-issued, more-correct-than-asked, dates-reversed
 */
const rules: Rules<SurveyEvent, SurveyState, SurveysSettings> = {
  'surveys.SurveyOpened': ({ topic, otherTopic, openedOn, closesOn }, _state, { settings }) => {
    const known = topic === 'other' ? settings.otherTopics.includes(otherTopic ?? '') : otherTopic === undefined;
    if (!known) return refuse('surveys.unknown-topic', 'otherTopic');
    return closesOn !== undefined && closesOn < openedOn
      ? refuse('surveys.dates-reversed', 'openedOn', 'closesOn')
      : accept;
  },
  'surveys.ResponseRecorded': (data, state) => {
    if (state.status === 'none') return outOfStep;
    const { level, correct, total: asked } = data;
    const { scale } = state.opened;
    const isScore = correct !== undefined || asked !== undefined;
    if (level !== undefined && (isScore || !levelsOf[scale].includes(level)))
      return refuse('surveys.answer-outside-scale', 'level');
    if (isScore && (scale !== 'test' || correct === undefined || asked === undefined))
      return refuse('surveys.answer-outside-scale', 'correct', 'total');
    return (correct ?? 0) > (asked ?? 0) ? refuse('surveys.more-correct-than-asked', 'correct', 'total') : accept;
  },
  'surveys.SurveyClosed': ({ issued, valid }, state) => {
    if (state.status === 'none') return outOfStep;
    if (valid > issued) return refuse('surveys.more-valid-than-issued', 'issued', 'valid');
    return valid === state.valid ? accept : refuse('surveys.valid-differs', 'valid');
  },
  'surveys.SurveySummaryImported': (data, state) => {
    if (state.status === 'none') return outOfStep;
    if (state.recorded > 0) return refuse('surveys.responses-recorded');
    if (!fits(state.opened, data)) return refuse('surveys.answer-outside-scale', 'answers');
    const valid = total([...data.answers.map(({ answerCount }) => answerCount), data.passed, data.notPassed]);
    return valid > data.issued ? refuse('surveys.more-valid-than-issued', 'issued', 'answers') : accept;
  },
  'surveys.SurveyPublished': () => accept,
};

const evolve = (state: SurveyState, event: Happened<SurveyEvent>): SurveyState => {
  if (event.type === 'surveys.SurveyOpened') return { status: 'open', opened: event.data, recorded: 0, valid: 0 };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'surveys.ResponseRecorded':
      return { ...state, recorded: state.recorded + 1, valid: state.valid + (isAnswered(event.data) ? 1 : 0) };
    case 'surveys.SurveyClosed':
      return { ...state, status: 'closed' };
    case 'surveys.SurveySummaryImported':
      return { ...state, status: 'closed', summary: event.data.docNo };
    case 'surveys.SurveyPublished':
      return { ...state, status: 'published' };
  }
};

/** A survey remembers how many answers it has, not the answers: there may be thousands. */
export const survey: StreamDefinition<SurveyEvent, SurveyState, SurveysSettings> = {
  type: 'surveys.survey',
  events,
  upcasters,
  initial: { status: 'none' },
  steps: {
    none: ['surveys.SurveyOpened'],
    open: ['surveys.ResponseRecorded', 'surveys.SurveyClosed', 'surveys.SurveySummaryImported'],
    closed: ['surveys.SurveyPublished'],
    published: [],
  },
  decide: rules,
  evolve,
  keys: (state) => {
    if (state.status === 'none' || state.summary === undefined) return [];
    const { topic, otherTopic, population } = state.opened;
    return [['summary', state.summary, topic, otherTopic ?? '', population].join(':')];
  },
  keyCodes: { summary: 'surveys.summary-exists' },
};
