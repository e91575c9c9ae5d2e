import { defineReport } from '#application/report-definition.js';

/**
 * The paragraph on money and people (资金情况) of a yearly self-evaluation, every number bound to a figure. Money is in 元 and
 * of the whole bureau; a report on one project narrows the same figures.
 */
export const annual = defineReport({
  code: 'funds.annual',
  section: 'payments',
  parts: [
    {
      heading: '经费与编制情况',
      paragraphs: [
        '{year}年年初预算{BF-01-initial}元，年中调整{BF-01-adjustments}元，全年预算{BF-01}元；到位资金{BF-02-received}元，' +
          '资金到位率{BF-02}。',
        '截至{asOf}，执行数{BF-03}元，预算执行率{BF-04}，结余{BF-05}元。其中：基本支出{BF-06-basic}元（人员经费{BF-06-personnel}元，' +
          '日常公用经费{BF-06-operating}元），项目支出{BF-06-project}元。',
        '三公经费支出{BF-09}元，其中公务用车购置{BF-09-vehicle-purchase}元、公务用车运行维护{BF-09-vehicle-running}元、' +
          '公务接待{BF-09-reception}元、因公出国（境）{BF-09-travel-abroad}元。政府采购金额{BF-10}元。',
        '核定编制{BF-14-posts}个，在职人员{BF-14-staff}人，人员控制率{BF-11}，离退休人员{BF-14-retired}人。',
      ],
    },
  ],
});
