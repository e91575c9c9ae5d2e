import { defineReport } from '#application/report-definition.js';

/** What a bureau's yearly report says of its suits; every number is bound to a figure. */
export const annual = defineReport({
  code: 'litigation.annual',
  section: 'litigation',
  parts: [
    {
      heading: '行政应诉工作情况',
      paragraphs: [
        '{year}年共办理行政应诉案件{AL-01}件，其中一审{AL-01-first}件、二审{AL-01-second}件、再审{AL-01-retrial}件，' +
          '经复议后应诉{AL-01-after-reconsideration}件；裁判生效{AL-02-finals}件，胜诉{AL-02-won}件，' +
          '败诉{AL-02-lost}件，部分败诉{AL-02-partly-lost}件，应诉胜诉率{AL-02}。',
        '应由负责人出庭{AL-03-required}次，实际出庭{AL-03-attended}次，负责人出庭率{AL-03}；按期答辩率{AL-04}；' +
          '收到司法建议{AL-05}件，已反馈{AL-05-answered}件。截至{asOf}，未结案件{AL-01-open}件。',
      ],
    },
  ],
});
