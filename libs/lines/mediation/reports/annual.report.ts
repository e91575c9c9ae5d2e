import { defineReport } from '#application/report-definition.js';

/**
 * The paragraphs on people's mediation of a bureau's yearly self-evaluation. A success rate is printed with what it is
 * reckoned over, since reports mean different things by it.
 */
export const annual = defineReport({
  code: 'mediation.annual',
  section: 'mediation',
  parts: [
    {
      heading: '人民调解工作',
      paragraphs: [
        '{year}年，全{area}调解组织共排查出矛盾纠纷{PM-01}件，计划开展排查{PM-15-planned}次，排查率{PM-15}；受理矛盾纠纷{PM-02}件，' +
          '调解{PM-03}件，其中调解成功{PM-04}件，调解不成{PM-03-failed}件，撤回{PM-03-withdrawn}件，移送{PM-03-transferred}件；' +
          '调处成功率{PM-05}（按受理数计{PM-05-B}，按排查数计{PM-05-C}）。截至{asOf}，未结{PM-02-open}件。',
        '人民调解化解各类疑难复杂案件{PM-06}件，其中重大{PM-06-major}件、特大{PM-06-extra-major}件；达成书面协议{PM-04-written}件、' +
          '口头协议{PM-04-oral}件，协议涉及金额{PM-07-amount}元，人民调解挽回经济损失{PM-08}元；防止激化{PM-13}件{PM-13-people}人次，' +
          '司法确认{PM-12}件。',
        '疑难复杂、重大、特大案卷以案定补核定{PM-09-approved}元，发放{PM-09-paid}元，发放完成率{PM-09-hard}；' +
          '评查调解案卷{PM-11-reviewed}件，合格率{PM-11}。全{area}有人民调解委员会{PM-16-committees}个、' +
          '人民调解员{PM-16}人，其中专职{PM-16-full-time}人。',
      ],
    },
  ],
});
