import { defineReport } from '#application/report-definition.js';

/** What a yearly evaluation of a department says of its general affairs; every number in it is bound to a figure. */
export const annual = defineReport({
  code: 'institution.annual',
  section: 'rules',
  parts: [
    {
      heading: '六、部门整体支出绩效情况',
      paragraphs: [
        '{year}年，制定行政执法基本制度{IN-07}项，规范下放执法权限{IN-09}项；作出重大执法决定{IN-01-decisions}件，' +
          '决定前已审核{IN-01-reviewed}件，重大执法决定法制审核率{IN-01}。',
        '获得集体荣誉{IN-10}项，其中国家级{IN-10-national}项、省级{IN-10-provincial}项；获评民主法治示范村（社区）{PL-08-titled}个。',
        '召开座谈会、开展走访{IN-05}次，外出学习考察{IN-06}次；应公开信息{IN-12-due}次，按期公开{IN-12-on-time}次，按期率{IN-12}。',
      ],
    },
  ],
});
