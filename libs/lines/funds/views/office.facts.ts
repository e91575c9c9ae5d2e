import { keyOf } from '#application/fact-tables.js';
import type { FactHandlers, FactSheet } from '#application/facts.js';
import type { LocalDate } from '#kernel/dates.js';
import type { DisclosureEvent, EstablishmentEvent, FacilityEvent, ProcurementEvent } from '../domain/events/index.js';
import { type tables as written, tables } from './kinds.js';
import { yuan } from './line-sheet.js';

const { put } = tables;

const ONE = 'one';
type Replaced = Extract<(typeof written.kinds)[number], 'funds.posts' | 'funds.facility-figure'>;

/** Each number holds until the next. */
const replace = (sheet: FactSheet, kind: Replaced, on: LocalDate): void => {
  for (const { key, fields } of sheet.all(kind))
    if (fields['replacedOn'] === undefined) put(sheet, kind, key, { replacedOn: on });
};

/** Contracts, publications, posts and premises. */
export const officeFacts: Required<
  FactHandlers<ProcurementEvent | DisclosureEvent | FacilityEvent | EstablishmentEvent, unknown>
> = {
  'funds.ProcurementContracted': ({ data }, sheet) => {
    const { projectCode, amount, ...rest } = data;
    put(sheet, 'funds.procurement', ONE, { ...rest, project: projectCode, amount: yuan(amount) });
  },
  'funds.ProcurementAccepted': (event, sheet) => {
    const { acceptedOn, qualified } = event.data;
    const { project, fund, method } = sheet.get('funds.procurement', ONE)?.fields ?? {};
    put(sheet, 'funds.procurement', ONE, { acceptedOn, qualified });
    put(sheet, 'funds.acceptance', keyOf(event), { project, fund, method, acceptedOn, qualified });
  },
  'funds.AccountsApproved': ({ data }, sheet) => {
    const { approvedOn, fiscalYear, accountsKind } = data;
    put(sheet, 'funds.disclosure', ONE, { approvedOn, fiscalYear, accountsKind });
  },
  'funds.AccountsDisclosed': ({ data }, sheet) => put(sheet, 'funds.disclosure', ONE, data),
  'funds.FacilityMeasured': (event, sheet) => {
    replace(sheet, 'funds.facility-figure', event.data.measuredOn);
    put(sheet, 'funds.facility-figure', keyOf(event), event.data);
  },
  'funds.EstablishmentSet': (event, sheet) => {
    replace(sheet, 'funds.posts', event.data.setOn);
    put(sheet, 'funds.posts', keyOf(event), event.data);
  },
};
