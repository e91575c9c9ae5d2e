import { defineReport } from '#application/report-definition.js';

/**
 * The performance section (项目绩效情况分析) of a county's yearly evaluation of community correction. Every number in it is
 * bound to a figure; where a usual report claims 按时, the rate is printed instead.
 */
export const annual = defineReport({
  code: 'corrections.annual',
  section: 'corrections',
  parts: [
    {
      heading: '四、项目绩效情况分析',
      paragraphs: [
        '{year}年我{area}共受理调查评估{CC-01}例，建议适用社区矫正{CC-01a}例，慎用社区矫正{CC-01b}例，不适用社区矫正{CC-01c}例，' +
          '在办{CC-01d}例，退回、撤回{CC-01e}例；新接收社区矫正对象{CC-02}人，解除社区矫正对象{CC-04}人，终止社区矫正{CC-05}人。',
        '办理请假外出{CC-10}例，其中准假外出期间{CC-10-in-progress}例，期满销假{CC-10-returned}例，逾期未归{CC-10-overdue}例。' +
          '办理跨市县审批{CC-11}人次，办理居住地变更{CC-12}例，转出{CC-06}人，转入{CC-03}人；' +
          '向出入境管理部门提请备案{CC-24-exit}人，{CC-24-border}人办理边控，对{CC-24-documents}人持有的出入境证件进行收缴统一保管。',
        '组织在矫暂予监外执行社区矫正对象进行季度病情复查和年度病情诊断，按期复查率{CC-26}；' +
          '对不按时签到、不假外出等违反社区矫正管理规定的社区矫正对象进行处分{CC-13}人次，其中警告{CC-13-warning}人次，' +
          '训诫{CC-13-admonition}人次，治安管理处罚{CC-13-public-security}人次；提请撤销缓刑、撤销假释、收监执行{CC-14}件。',
        '截至{asOf}，我{area}在矫人数{CC-07}人，其中管制{CC-07-public-surveillance}人、缓刑{CC-07-probation}人、假释{CC-07-parole}人、' +
          '暂予监外执行{CC-07-outside-prison}人；全{area}累计接收社区矫正对象{CC-09-received}人，' +
          '累计解除、终止和转出社区矫正对象{CC-09-left}人。',
      ],
    },
  ],
});
