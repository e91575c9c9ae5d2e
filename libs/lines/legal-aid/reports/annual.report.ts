import { defineReport } from '#application/report-definition.js';

/**
 * What a yearly self-evaluation says of legal aid, each number bound to a figure. Where a report claims 及时 or 足额, the rate is
 * printed instead.
 */
export const annual = defineReport({
  code: 'legal-aid.annual',
  section: 'legalAid',
  parts: [
    {
      heading: '法律援助工作完成情况',
      paragraphs: [
        '{year}年我{area}共解答法律咨询{LA-06}人次，代拟法律文书{LA-06-papers}件，收到法律援助申请及通知辩护{LA-01}件，' +
          '不予援助{LA-14-refused}件；办理法律援助案件{LA-02}件，其中刑事{LA-02-criminal}件、民事{LA-02-civil}件、' +
          '行政{LA-02-administrative}件，受援{LA-07}人次，其中农民工{LA-07-migrant-worker}人次、妇女{LA-07-female}人次、' +
          '未成年人{LA-07-minor}人次、老年人{LA-07-elderly}人次、残疾人{LA-07-disabled}人次；' +
          '及时受理、审查、指派率{LA-09}。',
        '办结各类法律援助案件{LA-03}件，终止{LA-03-terminated}件，办结率{LA-05}，为受援人挽回经济损失或取得利益{LA-08}元，' +
          '其中为农民工讨薪{LA-08-wages}元；截至{asOf}，未结案件{LA-04}件。',
        '核定办案补贴{LA-10-approved}元，支付{LA-10-paid}元，补贴发放率{LA-10}；值班{LA-15-due}班，提供值班律师法律帮助' +
          '{LA-15-help}人次，值班补贴发放率{LA-15}；评估案件{LA-11-assessed}件，办理合格率{LA-11}；回访满意率{LA-12}。',
      ],
    },
  ],
});
