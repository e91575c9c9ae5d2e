import type { Setting, SettingsOf } from '#application/settings.js';
import type { Dated } from '#kernel/dated.js';
import type { DataOfEvent } from './domain/events/index.js';

type Role = DataOfEvent<'funds.PaymentMade'>['approvals'][number]['role'];

const setting = <Value>(value: Value, why: string, source?: string): Setting<Value> =>
  source === undefined ? { default: value, why } : { default: value, why, source };

/** What counties arrange for themselves, or what could not be confirmed from the text of the rule. */
export const settings = {
  paymentChain: setting<Dated<readonly Role[]>>(
    [{ from: '1995-01-01', value: ['joint-review', 'finance-deputy', 'funds-supervisor', 'finance-office'] }],
    'Who signs before money leaves, in this order: the habit of one county; others have the party group decide.',
    '桃江县司法局项目支出绩效评价报告(2023)',
  ),
  disclosureDays: setting(20, 'Days from approval to publication.', '预算法 第十四条'),
} as const;

export type FundsSettings = SettingsOf<typeof settings>;
