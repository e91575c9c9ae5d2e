import {
  closing,
  cohort,
  count,
  flow,
  indicator,
  indicatorTable,
  part,
  personsOf,
  rate,
  stock,
  total,
  variant,
} from './indicator-table.js';

const trainings = 'corrections.skill-trainings';
const sessions = (kind: string) => part('CC-22', count('场', flow('corrections.sessions-held', { kind })));

/** Leave, education, help, reviews, screenings. */
export const supervisionIndicators = indicatorTable({
  /** 请假外出: leaves taken. unit 例 · dated by departure, so a leave over New Year belongs to the year it began · 办法 第二十六至二十八条 */
  'CC-10': count('例', flow('corrections.leaves-taken')),
  /** 准假外出期间: gone and not past the granted day at the period's end. */
  'CC-10-in-progress': part('CC-10', count('例', cohort('corrections.leaves-in-progress'))),
  /** 已销假: back, in time or late. */
  'CC-10-returned': part('CC-10', count('例', cohort('corrections.leaves-returned'))),
  /** 逾期未归: past the granted day and not back at the period's end. */
  'CC-10-overdue': part('CC-10', count('例', cohort('corrections.leaves-overdue'))),
  /** 逾期返回: of those back, the late ones; not a part beside the three. */
  'CC-10-late': part('CC-10-returned', count('例', cohort('corrections.leaves-returned-late'))),
  /** 经常性跨市县活动审批. unit 人次 · dated by the grant · 办法 第二十九条 */
  'CC-11': count('人次', flow('corrections.permits-granted')),
  /**
   * 信息化监管率: persons in the register who carry a device or licence ÷ the register, both at the period's end. unit %
   * A device still assigned to somebody who has left the register does not count. Local practice.
   */
  'CC-20': rate(
    { persons: 'corrections.device-users', of: 'closing', alsoIn: 'corrections.in-register' },
    indicator('CC-07'),
  ),
  /** 技能培训合格人数: distinct persons. unit 人 · dated by completion · 社区矫正法 第三十七条 */
  'CC-21': count('人', personsOf('corrections.skill-training-qualified')),
  /**
   * 技能培训合格率: passed ÷ completed. Both sides count completions, so that a person who passes two courses does not make
   * the rate fall. unit %
   */
  'CC-21-rate': variant('CC-21', 'completions', rate(flow(trainings, { result: 'passed' }), flow(trainings))),
  /** 教育、公益活动、培训: sessions held. unit 场 · dated by the day held · 社区矫正法 第三十六、四十二条 */
  'CC-22': count('场', flow('corrections.sessions-held')),
  'CC-22-education': sessions('group-education'),
  'CC-22-welfare': sessions('public-welfare'),
  'CC-22-training': sessions('skill-training'),
  'CC-22-counselling': sessions('counselling'),
  /** Attendances at education and public-welfare activity, from the cases. unit 人次 */
  'CC-22-attendances': variant('CC-22', 'attendances', count('人次', flow('corrections.attendances'))),
  /** 帮扶(走访慰问): Σ beneficiaries. unit 人次 · dated by the day given · 社区矫正法 第三十五至四十三条 */
  'CC-23': total('人次', flow('corrections.assistance-given')),
  /** 隐患排查次数. unit 次 · dated by the day held · local practice */
  'CC-25-screenings': count('次', flow('corrections.screenings-held')),
  /** 重点对象: on the list and in the register at the period's end. unit 人 */
  'CC-25-key': stock('人', closing('corrections.key-persons-listed')),
  /**
   * 病情复查率: quarterly re-examinations of subjects outside prison done in their quarter ÷ those owed for quarters that
   * ended in the period; the yearly diagnosis stands for its quarter. unit % · 办法 第二十四条
   */
  'CC-26': rate(flow('corrections.condition-reviews-on-time'), flow('corrections.condition-reviews-due')),
  /** 在用设备、许可: bought and valid at the period's end. unit 个 */
  'CC-29': stock('个', closing('corrections.device-licences')),
  /** 在矫通, carried by subjects. */
  'CC-29-subjects': part('CC-29', stock('个', closing('corrections.device-licences', { kind: 'subject-app' }))),
  /** 矫务通, carried by staff. */
  'CC-29-staff': part('CC-29', stock('个', closing('corrections.device-licences', { kind: 'staff-app' }))),
  'CC-29-wristbands': part('CC-29', stock('个', closing('corrections.device-licences', { kind: 'wristband' }))),
  'CC-29-phones': part('CC-29', stock('个', closing('corrections.device-licences', { kind: 'phone-location' }))),
  /** 验收(考核)合格率: passed ÷ evaluated. unit % · dated by the evaluation · provincial */
  'CC-30': rate(
    flow('corrections.evaluations-recorded', { result: 'passed' }),
    flow('corrections.evaluations-recorded'),
  ),
});
