import { keyOf } from '#application/fact-tables.js';
import type { DataOfEvent } from '../domain/events/index.js';
import type { Handlers } from './handlers.js';
import { tables } from './kinds.js';

const ONLY = 'only';

export const disclosureFacts: Handlers = {
  'institution.DisclosureOwed': ({ data }, sheet) => tables.put(sheet, 'institution.disclosure', ONLY, { ...data }),
  'institution.InformationDisclosed': ({ data: { publishedOn, platform } }, sheet) => {
    if (sheet.get('institution.disclosure', ONLY)?.fields['publishedOn'] === undefined)
      tables.put(sheet, 'institution.disclosure', ONLY, { publishedOn, platform });
  },
  'institution.DisclosureWaived': ({ data: { waivedOn } }, sheet) =>
    tables.put(sheet, 'institution.disclosure', ONLY, { waivedOn }),
};

type Item = DataOfEvent<'institution.ManualIndicatorValueEntered'>['item'];

/** Items whose value is in %. */
const PERCENT: readonly Item[] = [
  'lawful-rights-rate',
  'crime-reduction-rate',
  'energy-saving-rate',
  'participation-rate',
  'acceptance-rate',
  'schedule-rate',
  'within-estimate-rate',
];

export const manualFacts: Handlers = {
  'institution.ManualIndicatorValueEntered': (event, sheet) => {
    const { data } = event;
    const base = PERCENT.includes(data.item) ? 100 : 1;
    tables.put(sheet, 'institution.manual', keyOf(event), {
      ...data,
      ...(data.value !== undefined && { base }),
    });
  },
};
