/**
 * A made-up log of county correction cases for the benches of the ledger: sixteen events a case, from intake to release,
 * interleaved as they would be recorded. The same numbers always give the same log, but for the event ids.
 */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { FactPoster } from '../../../dist/libs/application/src/post-facts.js';
import { Registry } from '../../../dist/libs/application/src/registry.js';
import { addDays, daysBetween } from '../../../dist/libs/kernel/src/dates.js';
import { uuidV5 } from '../../../dist/libs/kernel/src/ids.js';
import { WorkingDayCalendar } from '../../../dist/libs/kernel/src/working-days.js';
import { ledgerSql } from '../../../dist/libs/adapters/src/postgres/ledger/ledger-sql.js';
import { sqlOf } from '../../../dist/libs/adapters/src/postgres/sql-folder.js';
import { lines } from '../../../dist/libs/lines/index.js';
import { examples } from '../../../dist/libs/lines/corrections/domain/examples/index.js';

export const registry = new Registry(lines);
export const calendar = new WorkingDayCalendar([]);
export const EVENTS_PER_CASE = 16;

/** The course of a case: days after intake, event, and what differs from the example. */
const course = [
  [0, 'SubjectReceived'],
  [2, 'IntakeAnnounced'],
  [2, 'CorrectionGroupFormed'],
  [6, 'CorrectionPlanAdopted'],
  [6, 'ManagementLevelSet'],
  [31, 'ReportMade'],
  [40, 'VisitConducted'],
  [45, 'EducationAttended'],
  [55, 'LeaveApproved'],
  [64, 'LeaveReturned'],
  [70, 'ReportMade'],
  [80, 'VisitConducted'],
  [100, 'AssistanceGiven'],
  [120, 'ManagementLevelSet', { level: 'strict' }],
  [180, 'PeriodicEvaluationRecorded'],
  [200, 'SubjectReleased'],
];

const categories = [
  'probation',
  'probation',
  'probation',
  'probation',
  'parole',
  'outside-prison',
  'public-surveillance',
];
const ages = ['18-to-25', '26-to-45', '46-to-60'];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const shifted = (data, days) =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' && DATE.test(value) ? addDays(value, days) : value,
    ]),
  );

const eventAt = (at, step) => {
  const [days, name, more] = course[step];
  const type = `corrections.${name}`;
  const { datedBy } = registry.event(type);
  const example = examples[type];
  const on = addDays(addDays('2022-07-01', (at * 131) % 500), days);
  const data = { ...shifted(example, daysBetween(example[datedBy], on)), ...more };
  if (step === 0) {
    data.personRef = uuidV5('bench', 'person', String(at));
    data.category = categories[at % categories.length];
    data.sex = at % 9 === 0 ? 'female' : 'male';
    data.ageBand = ages[at % ages.length];
  }
  return { type, on, data };
};

const escaped = (json) => json.replaceAll('\\', '\\\\');

/** Lines of COPY text. `late`: every so many cases, two events come in the wrong order and the case is folded again. */
function* copyLines({ cases, counties, offices, late, placed }) {
  let buffer = '';
  for (let position = 1; position <= cases * EVENTS_PER_CASE; position += 1) {
    const at = (position - 1) % cases;
    const version = Math.floor((position - 1) / cases) + 1;
    const swapped = late > 0 && at % late === 0 && (version === 7 || version === 8) ? 15 - version : version;
    const { type, on, data } = eventAt(at, swapped - 1);
    const bureau = String(430_900 + (at % counties));
    const office = `${bureau}${String(Math.floor(at / counties) % offices).padStart(3, '0')}`;
    if (placed && 'officeCode' in data) data.officeCode = office;
    const command = randomUUID();
    buffer += `${position}\t2023-05-10 01:02:03.456Z\t${uuidV5('bench', 'case', String(at))}\t${randomUUID()}\t${command}\t${command}\t${version}\t1\t${on}\tcorrections.case\t${type}\t${bureau}\t${office}\t${office}\tclerk\tMANUAL\t${escaped(JSON.stringify(data))}\n`;
    if (buffer.length > 131_072) {
      yield buffer;
      buffer = '';
    }
  }
  yield buffer;
}

/** Sets an empty database up and fills its log. `placed`: facts are of the offices that record, not of the examples' one. Gives the number of events. */
export const fillLog = async (pool, { events, counties = 1, offices = 15, late = 100, placed = false }) => {
  const { rows } = await pool.query(`select to_regclass('es.event') as found`);
  if (rows[0].found === null)
    for (const sql of [...sqlOf('event-store'), ...ledgerSql(), ...sqlOf('topics'), ...sqlOf('definitions')])
      await pool.query(sql);
  const cases = Math.ceil(events / EVENTS_PER_CASE);
  const client = await pool.connect();
  const columns = `position, recorded_at, stream_id, event_id, command_id, correlation_id, version, schema_version,
    occurred_on, stream_type, type, bureau, office, owner, recorded_by, source, data`;
  await pipeline(
    Readable.from(copyLines({ cases, counties, offices, late, placed })),
    client.query(copyFrom(`copy es.event (${columns}) from stdin`)),
  );
  await client.query('vacuum analyze es.event');
  client.release();
  return cases * EVENTS_PER_CASE;
};

export const rebuildTask = (more = {}) => ({
  measures: [...registry.measures.values()],
  fold: (sink, history) => new FactPoster(registry, calendar, history, sink),
  // Nothing is recorded while a bench runs, so there is nothing to catch up with.
  catchUp: async () => undefined,
  ...more,
});

/** Median, least and most of a list of figures. */
export const figure = (values, unit) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1), unit };
};
