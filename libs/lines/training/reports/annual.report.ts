import { defineReport } from '#application/report-definition.js';

/** What the yearly evaluation says of training; every number is bound to a figure. */
export const annual = defineReport({
  code: 'training.annual',
  section: 'training',
  parts: [
    {
      heading: '教育培训开展情况',
      paragraphs: [
        '{year}年举办培训、讲座{TR-01}场（培训班{TR-01-courses}场、讲座{TR-01-lectures}场、培训会{TR-01-meetings}场），' +
          '培训{TR-02}人次；计划培训{TR-04-planned}场，计划内已举办{TR-04-held}场，培训计划完成率{TR-04}，' +
          '考核{TR-03-assessed}人次，培训合格率{TR-03}。',
        '在任司法所长{TR-05-heads}人，参训{TR-05-trained}人，司法所长培训率{TR-05}；年度考核{TR-06-appraised}人，' +
          '业务水平合格率{TR-06}，其中基层工作人员{TR-06-office}；执法人员考试通过率{TR-07}；' +
          '开展岗位比武{TR-08}次、{TR-08-subjects}个科目。',
      ],
    },
  ],
});
