import { defineReport } from '#application/report-definition.js';

/** What a bureau's yearly report says of administrative reconsideration; every number is bound to a figure. */
export const annual = defineReport({
  code: 'reconsideration.annual',
  section: 'reconsideration',
  parts: [
    {
      heading: '行政复议工作情况',
      paragraphs: [
        '{year}年共收到行政复议申请{AR-01}件，受理行政复议案件{AR-02}件，不予受理{AR-01-not-accepted}件，案前化解{AR-01-settled-before}件；' +
          '审结{AR-03}件，其中作出复议决定{AR-03-decisions}件，调解{AR-03-mediated}件，和解、撤回终止{AR-03-withdrawn}件。',
        '受理案件完成率（按期办结率）{AR-04}，案件调解率{AR-05}，直接纠错率{AR-06}；复议决定被提起诉讼{AR-07-litigated}件，' +
          '复议决定提起诉讼率{AR-07}，案结事了率{AR-08}；制发行政复议意见书、建议书{AR-09}件。截至{asOf}，未结案件{AR-03-open}件。',
      ],
    },
  ],
});
