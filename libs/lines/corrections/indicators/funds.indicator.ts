import { SINCE, closing, indicatorTable, opening, sum } from './indicator-table.js';

const paid = { flow: 'funds.executed', where: { businessLine: 'corrections' } } as const;

/** Money per head. The payments belong to the funds line; until it is there the value is null. */
export const fundsIndicators = indicatorTable({
  /**
   * 人均经费: spending on corrections in 元 ÷ mean of opening and closing register, written as 2 × spending ÷ (opening + closing).
   * unit 元/人·年 · the norm to compare with is the setting `fundsNorm` · 湘财行〔2013〕72号
   */
  'CC-32': {
    kind: 'RATIO',
    unit: '元/人·年',
    decimals: 2,
    versions: [
      {
        from: SINCE,
        numerator: sum(paid, paid),
        denominator: sum(opening('corrections.in-register'), closing('corrections.in-register')),
      },
    ],
  },
});
