import { intakeHelp } from './terms.help.intake.js';
import { leaveHelp } from './terms.help.leave.js';
import { sanctionHelp } from './terms.help.sanctions.js';
import { supervisionHelp } from './terms.help.supervision.js';

/** Sentences that fit a field in every form. */
const common = {
  personRef: '按姓名、姓名首字母或者证件号码后六位查找；查不到的，点“登记新人员”。',
  sex: '随所选人员自动填写。',
  ageBand: '按本事项当日的周岁自动填写。',
  minor: '犯罪时不满十八周岁的选“是”；未成年人的矫正与成年人分别进行（社区矫正法第五十二条）。',
  category: '照法律文书填写：管制、缓刑、假释或者暂予监外执行（社区矫正法第二条）。',
  outsidePrisonGround: '矫正类别为暂予监外执行的必填，其他类别不填（刑事诉讼法第二百六十五条）。',
  judgmentDocNo: '判决书、裁定书或者决定书的文号，如（2026）湘0922刑初15号。',
  effectiveOn: '判决、裁定或者决定生效之日；对象应当自此十日内报到（社区矫正法第二十一条）。',
  correctionFrom: '矫正期限的第一日，照执行通知书填写。',
  correctionTo: '矫正期限的最后一日，照执行通知书填写；期满解除矫正（社区矫正法第四十四条）。',
  offenceClass: '照判决认定的罪名，按刑法分则的章归类。',
  officeCode: '受社区矫正机构委托承担日常工作的司法所（社区矫正法第九条）。',
  subjectNo: '省级社区矫正平台给对象编的号，没有的不填。',
};

/** Sentences shown at the fields of the forms: by field where one fits every form, else by event and field. */
export const help = { ...common, ...intakeHelp, ...supervisionHelp, ...leaveHelp, ...sanctionHelp } as const;
