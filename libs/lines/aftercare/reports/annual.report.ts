import { defineReport } from '#application/report-definition.js';

/**
 * The paragraphs on aftercare of a county's yearly self-evaluation. Where a usual report prints one number for three rates
 * (衔接、帮教、安置率), each is printed by itself.
 */
export const annual = defineReport({
  code: 'aftercare.annual',
  section: 'aftercare',
  parts: [
    {
      heading: '安置帮教工作开展情况',
      paragraphs: [
        '截至{asOf}，我{area}安置帮教对象共计{AC-01}人，其中涉“七类”重点安置帮教对象{AC-07}名，下落不明{AC-01-missing}人。' +
          '{year}年新增刑满释放人员{AC-02}人，接收解除社区矫正移交人员{AC-02-correction-released}人；衔接{AC-01-linked}人，迁入{AC-01-moved-in}人，' +
          '帮教结束{AC-01-ended}人，迁出{AC-01-moved-out}人。',
        '刑满释放人员衔接率{AC-03}（应衔接{AC-03-due}人，已衔接{AC-03-linked}人），帮教率{AC-04}，安置率{AC-05}（需要安置{AC-05-needing}人，' +
          '已安置{AC-05-settled}人），帮教小组覆盖率{AC-08}；重点对象必接必送率{AC-07-collected}，重新犯罪率{AC-06}。',
        '通过就业创业技能培训、廉租房、临时救助、子女就学、低保等方式帮扶{AC-09}人次，其中技能培训{AC-09-skill-training}人次。',
      ],
    },
  ],
});
