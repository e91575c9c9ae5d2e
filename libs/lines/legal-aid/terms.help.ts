import { handlingHelp } from './terms.help.handling.js';
import { officeHelp } from './terms.help.office.js';

/** How a case begins: applied for, notified, or open when the system began. */
const openingHelp = {
  'AidApplied.receivedOn': '收到申请的当日；自此七日内审查决定（法律援助法第四十三条）。',
  applicants: '申请人逐人填写；群体性案件可添加多人。',
  personRef: '按姓名、姓名首字母或者证件号码后六位查找；查不到的，点“登记新人员”。',
  categories: '受援人属于的类别，可选多项，如 农民工、残疾人、未成年人；都不属于的不选。',
  nature: '刑事、民事或者行政；刑事须填办案阶段，民事、行政须填援助事项。',
  form: '刑事案件选“刑事辩护与代理”，其他案件选另外几种（法律援助法第二十二条）。',
  matter: '民事、行政案件的申请事项（法律援助法第三十一条）；刑事案件不填。',
  stage: '案件现在所处的阶段，刑事案件必填；民事、行政案件尚未进入程序的不填。',
  role: '申请人在刑事案件中的地位；民事、行政案件不填。',
  entry: '本人直接申请、由有关单位转交，或者由有关机关商请。',
  transferredBy: '申请由谁转交、商请；直接申请的不填（法律援助法第三十九条）。',
  transferReceivedAt: '转交单位收到申请的时刻，二十四小时从此起算（法律援助法第三十九条）。',
  arrivedAt: '申请材料送到法律援助机构的时刻。',
  meansExempt: '免予核查经济困难状况的情形（法律援助法第四十二条）；需要核查的不填。',
  batchRef: '属于同一群体性事项的，选其中最先登记的案件；首案本身不填。',
  caseNo: '本机构给案件编的号，不得重复；没有的不填。',
  'DefenceNotified.receivedOn': '收到通知书的当日；自此三日内指派律师（法律援助法第三十六条），办理案件数也按此计入。',
  organ: '发出通知书的机关：人民法院、人民检察院或者公安机关（法律援助法第二十五条）。',
  noticeNo: '通知书上的文号，如 桃法援通〔2026〕1号；同一通知书上的几个人分别登记。',
  ground: '照通知书选；可能判处无期徒刑、死刑的和死刑复核的，律师须执业满三年（法律援助法第二十六条）。',
  'DefenceNotified.stage': '照通知书填写；死刑复核、强制医疗的，阶段和事由要选同一项。',
  suspectRef: '通知书所列的人，按姓名、姓名首字母或者证件号码后六位查找；查不到的，点“登记新人员”。',
  asOfDate: '从哪天起计入未结案件，一般是上一年最后一日，如 2025-12-31；不计入办理案件数。',
  state: '还没有指派承办人的选“已批准待指派”，已经指派的选“承办中”。',
  'OpeningBalanceImported.receivedOn': '原来收到申请或者通知的日期，不晚于期初日期。',
  'OpeningBalanceImported.agentRef': '现在的承办人，按姓名查找；尚未指派的不填。',
  'OpeningBalanceImported.agentKind': '现在的承办人属于哪一类，如 社会律师；尚未指派的不填。',
  sourceSystem: '本案原来登记在哪里，如 纸质台账，或者旧系统的名称。',
} as const;

/** Examination of an application, and what is said against its outcome. */
const examinationHelp = {
  requestedOn: '发出补正通知的当日；从此日到补正之日，审查期限停止计算。',
  items: '缺一份材料填一条，应当一次说全；再次要求补正的须第二人确认（法律援助法第四十三条）。',
  dueOn: '通知申请人补齐材料的最后一日；过了此日仍未补正，才能登记视为撤回。',
  suppliedOn: '申请人补齐材料的当日；审查期限从此日起继续计算。',
  withdrawnOn: '认定视为撤回的当日，须晚于补正期限的最后一日。',
  'AidGranted.decidedOn': '决定书上的日期；办理案件数按此计入，自此三日内指派承办人（法律援助法第四十三条）。',
  'AidGranted.decisionDocNo': '给予法律援助决定书上的文号，如 援决〔2026〕1号。',
  'AidGranted.form': '决定给予的形式与申请的不同的，填决定的形式；相同的不填。',
  'AidRefused.decidedOn': '决定书上的日期；未批准案件数按此日期计入。',
  'AidRefused.decisionDocNo': '不予法律援助决定书上的文号，如 援不〔2026〕1号。',
  'AidRefused.reason': '按决定书写明的主要原因选一项；申请人可以提出异议（法律援助法第四十九条）。',
  raisedOn: '申请人、受援人提出异议的当日；自此五日内审查（法律援助法第四十九条）。',
  'ObjectionDecided.decidedOn': '作出异议审查决定的当日，应当在异议提出后五日内（法律援助法第四十九条）。',
  'ObjectionDecided.outcome': '选“责令改正”的，申请重新审查，已终止的恢复办理；选“维持”的，不能再提异议。',
  reviewDocNo: '异议审查决定书上的文号；没有文号的不填。',
} as const;

/** Sentences shown at the fields of the forms: by field where one fits every form, else by event and field. */
export const help = { ...openingHelp, ...examinationHelp, ...handlingHelp, ...officeHelp };
