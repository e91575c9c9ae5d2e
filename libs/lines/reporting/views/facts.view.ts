import { defineFacts } from '#application/facts.js';
import type { ReportingEvent } from '../domain/events.js';
import { tables } from './kinds.js';

const NIL = 'month';
const PERIOD = 'period';
const FINDING = 'finding';

export const facts = defineFacts<ReportingEvent, unknown>({
  name: 'reporting_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: {
    'reporting.NilDeclared': ({ data }, sheet) => tables.put(sheet, 'reporting.nil', NIL, { ...data, standing: true }),
    'reporting.NilWithdrawn': ({ data }, sheet) =>
      tables.put(sheet, 'reporting.nil', NIL, { withdrawnOn: data.withdrawnOn, standing: false }),
    'reporting.PeriodSoftClosed': ({ data }, sheet) => {
      const { bureau: _, ...shown } = data;
      tables.put(sheet, 'reporting.period', PERIOD, { ...shown, state: 'soft-closed' });
    },
    'reporting.PeriodClosed': ({ data }, sheet) => {
      const { businessLine, scheme, from, to, closedOn, number, position, hash } = data;
      const shown = { businessLine, scheme, from, to, closedOn, seal: number, position, hash };
      tables.put(sheet, 'reporting.period', PERIOD, { ...shown, state: 'closed' });
    },
    'reporting.FindingAnswered': ({ data: { bureau: _, ...shown } }, sheet) =>
      tables.put(sheet, 'reporting.finding', FINDING, shown),
    'reporting.PeriodReopened': ({ data }, sheet) =>
      tables.put(sheet, 'reporting.period', PERIOD, { reopenedOn: data.reopenedOn, state: 'reopened' }),
  },
});
