import { defineFacts } from '#application/facts.js';
import type { ReportingEvent } from '../domain/events.js';
import { tables } from './kinds.js';

const KEY = 'month';

export const facts = defineFacts<ReportingEvent, unknown>({
  name: 'reporting_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: {
    'reporting.NilDeclared': ({ data }, sheet) => tables.put(sheet, 'reporting.nil', KEY, { ...data, standing: true }),
    'reporting.NilWithdrawn': ({ data }, sheet) =>
      tables.put(sheet, 'reporting.nil', KEY, { withdrawnOn: data.withdrawnOn, standing: false }),
  },
});
