import { defineReport } from '#application/report-definition.js';

/** What the yearly evaluation says of publicity; every number is bound to a figure. */
export const annual = defineReport({
  code: 'publicity.annual',
  section: 'publicity',
  parts: [
    {
      heading: '普法宣传工作开展情况',
      paragraphs: [
        '{year}年计划开展宣传活动{PL-01-planned}场，共开展“法治体检”、宪法宣传等活动{PL-01}场，受众{PL-02}人次，' +
          '其中法律援助宣传活动{PL-01-legal-aid}场、{PL-02-legal-aid}人次；覆盖村（社区）{PL-03-covered}个，' +
          '全{area}村（社区）{PL-03-villages}个，法治宣传覆盖面{PL-03}。',
        '印刷宣传资料{PL-04}册，发放{PL-04-distributed}册；媒体发布{PL-10}篇；法治文化阵地{PL-09-places}个，' +
          '法治文化景观{PL-09}处；民主法治示范村（社区）{PL-08}个，当年新命名{PL-08-awarded}个；' +
          '村（居）法律顾问{PL-07-counsels}名，履职{PL-07-done}次，“四个一”完成率{PL-07}。',
        '群众法律知晓率{PL-05}，宣传活动群众满意度{PL-06}。',
      ],
    },
  ],
});
