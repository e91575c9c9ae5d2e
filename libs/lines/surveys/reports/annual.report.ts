import { defineReport } from '#application/report-definition.js';

/** What the yearly evaluation says of satisfaction; every number is bound to a figure, never to its target. */
export const annual = defineReport({
  code: 'surveys.annual',
  section: 'surveys',
  parts: [
    {
      heading: '满意度指标完成情况分析',
      paragraphs: [
        '{year}年共开展满意度、知晓率调查{SV-08}次（其中样本偏少{SV-08-small}次），发放问卷{SV-07-issued}份，有效回收率{SV-07}；' +
          '满意度有效答卷{SV-02}份，综合满意率{SV-01}。',
        '其中法律援助满意率{SV-01-legal-aid}，人民调解满意率{SV-01-mediation}，社区矫正对象满意率{SV-01-subjects}，' +
          '普法宣传活动满意率{SV-01-publicity}，服务对象满意率{SV-01-service}，居民满意度{SV-01-residents}，' +
          '群众法律知识知晓率{SV-04}。未开展调查的事项以“—”表示。',
      ],
    },
  ],
});
