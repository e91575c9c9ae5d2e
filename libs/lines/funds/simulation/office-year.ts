import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { documentNumbers, workday } from '#application/simulated-year.js';
import { addDays } from '#kernel/dates.js';
import type { DataOfEvent } from '../domain/events/index.js';
import { centsOf, spread, yuanOf } from './cents.js';
import { order } from './orders.js';

type Accounts = DataOfEvent<'funds.AccountsApproved'>['accountsKind'];

/** What is published, in the order a year brings it; accounts are those of the year before. */
const PUBLISHED: readonly {
  readonly accountsKind: Accounts;
  readonly from: string;
  readonly to: string;
  readonly of: 0 | 1;
}[] = [
  { accountsKind: 'budget', from: '01-20', to: '02-20', of: 0 },
  { accountsKind: 'three-public-budget', from: '01-20', to: '02-20', of: 0 },
  { accountsKind: 'final-accounts', from: '08-01', to: '08-31', of: 1 },
  { accountsKind: 'three-public-accounts', from: '08-01', to: '08-31', of: 1 },
  { accountsKind: 'performance', from: '08-01', to: '08-31', of: 1 },
];

/**
 * Publications that fell due in the year, the first `onTime` of them within the term.
 * @throws RangeError for more than a year brings, or more on time than due
 */
export const disclosureYear = (
  { fiscalYear, due, onTime }: { readonly fiscalYear: number; readonly due: number; readonly onTime: number },
  tools: SimulationTools,
): readonly SimulatedCommand[] => {
  if (due > PUBLISHED.length) throw new RangeError(`disclosuresDue: ${due} of ${PUBLISHED.length} publications a year`);
  if (onTime > due) throw new RangeError(`disclosuresOnTime is more than disclosuresDue (${due})`);
  return PUBLISHED.slice(0, due).flatMap(({ accountsKind, from, to, of }, at) => {
    const stream = { streamId: tools.id('disclosure', String(fiscalYear), accountsKind), office: tools.bureau };
    const approvedOn = workday(tools, `${fiscalYear}-${from}`, `${fiscalYear}-${to}`);
    const days = at < onTime ? ([5, 18] as const) : ([25, 60] as const);
    const publishedOn = workday(tools, addDays(approvedOn, days[0]), addDays(approvedOn, days[1]));
    return [
      order('funds.AccountsApproved', stream, { approvedOn, fiscalYear: fiscalYear - of, accountsKind }),
      order('funds.AccountsDisclosed', stream, { publishedOn, platform: '人民政府门户网站' }),
    ];
  });
};

const GOODS = ['办公设备', '信息化设备', '普法宣传品印制', '业务用房维修', '执法记录仪'];

/** Contracts of the year that come to an amount, all of them found in order. */
export const procurementYear = (
  contracted: { readonly fiscalYear: number; readonly amount: string; readonly project: string; readonly fund: string },
  tools: SimulationTools,
): readonly SimulatedCommand[] => {
  const { fiscalYear, amount, project, fund } = contracted;
  const contractNo = documentNumbers(String(fiscalYear));
  const weights = GOODS.map(() => tools.random.between(2, 9));
  return spread(centsOf('procurement', amount), weights).flatMap((cents, at) => {
    if (cents === 0) return [];
    const stream = { streamId: tools.id('procurement', String(fiscalYear), String(at)), office: tools.bureau };
    const contractedOn = workday(tools, `${fiscalYear}-03-01`, `${fiscalYear}-10-31`);
    return [
      order('funds.ProcurementContracted', stream, {
        contractedOn,
        contractNo: contractNo('采购'),
        projectCode: project,
        fund,
        method: at === 0 ? 'competitive-consultation' : 'online-mall',
        firmName: `第${at + 1}中标供应商`,
        items: GOODS[at] ?? '',
        amount: yuanOf(cents),
      }),
      order('funds.ProcurementAccepted', stream, {
        acceptedOn: workday(tools, addDays(contractedOn, 10), addDays(contractedOn, 45)),
        qualified: true,
      }),
    ];
  });
};
