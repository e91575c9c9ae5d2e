import { allOf, defineProcedure } from '#kernel/procedure.js';
import { type DisclosureEvent, disclosureEvents } from './events/index.js';

/** One set of budget or accounts of a year, to be published once approved. @source 预算法 第十四条 */
export const disclosure = defineProcedure<DisclosureEvent, 'approved' | 'disclosed'>({
  type: 'funds.disclosure',
  events: disclosureEvents,
  steps: { none: ['funds.AccountsApproved'], approved: ['funds.AccountsDisclosed'], disclosed: [] },
  becomes: { 'funds.AccountsApproved': 'approved', 'funds.AccountsDisclosed': 'disclosed' },
  keys: (state) =>
    allOf(state, 'funds.AccountsApproved').map(
      ({ fiscalYear, accountsKind }) => `accounts:${fiscalYear}:${accountsKind}`,
    ),
  keyCodes: { accounts: 'funds.accounts-on-file' },
});
