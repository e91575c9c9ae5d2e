import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, flag, list, optional, plannedDate, record, text } from '#kernel/schema.js';
import { level, method, scale, topic } from './enumerations.js';

const answerCount = () => count(0, 10_000_000);

/** One survey from the first questionnaire to its publication; the stream id is the survey id. */
export const events = eventTable(
  defineEvent({
    type: 'surveys.SurveyOpened',
    command: 'OpenSurvey',
    datedBy: 'openedOn',
    fields: {
      openedOn: date(),
      topic,
      /** The topic by name where `topic` is `other`; one of the setting `otherTopics`. */
      otherTopic: optional(text(50)),
      /** Who is asked: 受援人, 辖区居民. */
      population: text(100),
      method,
      scale,
      /** Whether 基本满意 counts as satisfied in this survey. */
      countsBasicallySatisfied: flag(),
      /** Valid answers below which the result is marked as a small sample. */
      minSample: count(),
      /** Of a test: share of correct answers from which somebody knows the law; else the setting. */
      passPercent: optional(count(1, 100)),
      closesOn: optional(plannedDate()),
    },
  }),
  defineEvent({
    type: 'surveys.ResponseRecorded',
    command: 'RecordResponse',
    datedBy: 'respondedOn',
    fields: {
      respondedOn: date(),
      channel: method,
      anonymous: flag(),
      /** Absent, as the score is: a paper without a readable answer (废卷), returned and not valid. */
      level: optional(level),
      correct: optional(count(0, 1000)),
      total: optional(count(1, 1000)),
    },
  }),
  defineEvent({
    type: 'surveys.SurveyClosed',
    command: 'CloseSurvey',
    datedBy: 'closedOn',
    fields: { closedOn: date(), issued: answerCount(), valid: answerCount() },
  }),
  /** Where only totals exist: closes the survey with them, and counts as its answers one by one would. */
  defineEvent({
    type: 'surveys.SurveySummaryImported',
    command: 'ImportSurveySummary',
    datedBy: 'closedOn',
    documentRequired: true,
    fields: {
      closedOn: date(),
      docNo: code(),
      issued: answerCount(),
      answers: list(record({ level, answerCount: answerCount() }), 0, 5),
      /** Of a test: who reached the share of correct answers, and who did not. */
      passed: optional(answerCount()),
      notPassed: optional(answerCount()),
    },
  }),
  defineEvent({
    type: 'surveys.SurveyPublished',
    command: 'PublishSurvey',
    datedBy: 'publishedOn',
    fields: { publishedOn: date(), platform: text(100) },
  }),
);

export type SurveyEvent = EventOf<typeof events>;
export type EventType = SurveyEvent['type'];
export type DataOfEvent<Type extends EventType> = Extract<SurveyEvent, { type: Type }>['data'];
