import type { DataOfEvent, EventType } from './events.js';

/** One believable payload of every event type of the line. */
export const examples: { readonly [Type in EventType]: DataOfEvent<Type> } = {
  'surveys.SurveyOpened': {
    openedOn: '2023-03-01',
    topic: 'legal-aid',
    population: '受援人',
    method: 'telephone',
    scale: 'five-levels',
    countsBasicallySatisfied: true,
    minSample: 2,
    closesOn: '2023-03-31',
  },
  'surveys.ResponseRecorded': {
    respondedOn: '2023-03-10',
    channel: 'telephone',
    anonymous: true,
    level: 'satisfied',
  },
  'surveys.SurveyClosed': { closedOn: '2023-03-31', issued: 10, valid: 1 },
  'surveys.SurveySummaryImported': {
    closedOn: '2023-03-31',
    docNo: '满意度调查〔2023〕1号',
    issued: 10,
    answers: [
      { level: 'very-satisfied', answerCount: 5 },
      { level: 'basically-satisfied', answerCount: 2 },
      { level: 'dissatisfied', answerCount: 1 },
    ],
  },
  'surveys.SurveyPublished': { publishedOn: '2023-04-20', platform: '区政府网站' },
};
