import { MOST_DAYS } from '../rules/rules.dto.js';
import type { Operation } from './documented.js';
import { parameter, text } from './parameters.js';
import { type Json, date, list, record, refer, text as anyText, whole, yesNo } from './shapes.js';

const year = { year: whole, version: whole, source: anyText, daysOff: list(date), daysWorked: list(date) };
const origin = { origin: { type: 'string', enum: ['law', 'form', 'house'] }, 'source?': anyText };
const days = (minItems: number, description: string): Json => ({
  type: 'array',
  minItems,
  maxItems: MOST_DAYS,
  items: date,
  description,
});

/** What everything is recorded and reckoned by. */
export const ruleRoutes = {
  codeTables: {
    id: 'rules.code-tables',
    summary: '代码表',
    tag: 'rules',
    answers: [{ status: 200, shape: 'CodeTables', says: 'Every value with its official Chinese, by line' }],
    problems: [503],
  },
  deadlineRules: {
    id: 'rules.deadlines',
    summary: '期限规则',
    tag: 'rules',
    answers: [{ status: 200, shape: 'DeadlineRules', says: 'Every term by the day it holds from, by line' }],
    problems: [503],
  },
  calendars: {
    id: 'rules.calendars',
    summary: '工作日历',
    tag: 'rules',
    answers: [
      {
        status: 200,
        shape: 'Calendars',
        says: 'Every version, the newest year first; the first of a year is in force',
      },
    ],
    problems: [503],
  },
  putCalendar: {
    id: 'rules.put-calendar',
    summary: '录入节假日安排',
    tag: 'rules',
    path: [parameter('year', { type: 'integer', minimum: 1949, maximum: 9999 }, { example: 2027 })],
    body: {
      schema: {
        type: 'object',
        properties: {
          source: text(200),
          daysOff: days(1, 'Days that are off'),
          daysWorked: days(0, 'Saturdays and Sundays that are worked'),
        },
        required: ['source', 'daysOff', 'daysWorked'],
        additionalProperties: false,
      },
      example: { source: '国务院办公厅通知', daysOff: ['2027-01-01'], daysWorked: [] },
    },
    answers: [
      { status: 200, shape: 'CalendarYear', says: 'It is the newest version already' },
      { status: 201, shape: 'CalendarYear', says: 'Kept as the next version; whatever runs is counted by it' },
    ],
    problems: [413, 415, 503],
  },
} satisfies Readonly<Record<string, Operation>>;

/** Their shapes. */
export const ruleSchemas: Json = {
  CodeTables: record({
    lines: list(
      record({
        code: anyText,
        title: anyText,
        tables: list(
          record({
            name: anyText,
            title: anyText,
            ...origin,
            values: list(record({ value: anyText, title: anyText })),
          }),
        ),
      }),
    ),
  }),
  DeadlineRules: record({
    lines: list(
      record({
        code: anyText,
        title: anyText,
        deadlines: list(
          record({
            ...{ code: anyText, title: anyText, ...origin, fact: anyText },
            ...{ 'starts?': anyText, 'due?': anyText, met: anyText },
            versions: list(
              record({
                ...{ from: date, days: whole, rolls: yesNo, 'setting?': anyText },
                count: { type: 'string', enum: ['working-days', 'calendar-days', 'months'] },
              }),
            ),
          }),
        ),
      }),
    ),
  }),
  CalendarYear: record(year),
  Calendars: record({ years: list(refer('CalendarYear')) }),
};
