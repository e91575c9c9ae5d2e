import { type FieldNames, explained, under } from '#kernel/term-tables.js';
import type { Term } from '#kernel/term.js';
import type { events } from './domain/events/index.js';
import { help } from './terms.help.js';
import { LAW, form, house, law } from './terms.words.js';

type FieldName = FieldNames<typeof events>;

/** Columns of registers and splits of figures that are no field of an event. */
type ColumnName =
  | 'status'
  | 'undecidedTo'
  | 'takenOn'
  | 'sessionCount'
  | 'dueOn'
  | 'closedOn'
  | 'effectiveOn'
  | 'fullOn'
  | 'confirmation'
  | 'settledOn'
  | 'areasScreened'
  | 'outcome';

const words = {
  acceptedOn: form('受理日期', 'accepted on'),
  advisedOf: law('已告知的救济途径', 'told of', `${LAW} 第二十六条`),
  agreedOn: house('同意延期日期', 'extension agreed on'),
  agreementEffectiveOn: law('协议生效日期', 'agreement in effect on', `${LAW} 第二十九条`),
  agreementNo: form('协议书编号', 'agreement number'),
  amount: form('涉及金额（元）', 'amount, yuan'),
  amountAgreed: form('协议涉及金额（元）', 'amount agreed, yuan'),
  amountApproved: house('核定金额（元）', 'amount approved, yuan'),
  amountClaimed: house('申报金额（元）', 'amount claimed, yuan'),
  amountInDispute: house('争议金额（元）', 'amount in dispute, yuan'),
  amountPaid: house('发放金额（元）', 'amount paid, yuan'),
  amountPerformed: form('履行金额（元）', 'amount performed, yuan'),
  appliedOn: house('申请司法确认日期', 'confirmation asked for on'),
  appointedOn: house('聘任日期', 'appointed on'),
  approvedOn: house('核定日期', 'approved on'),
  archiveNo: house('档案号', 'archive number'),
  archivedOn: house('归档日期', 'archived on'),
  area: house('排查区域', 'area'),
  areaCount: house('应排查村（社区）数', 'villages and communities'),
  areasScreened: house('已排查村（社区）数', 'villages and communities screened'),
  asOfDate: house('期初日期', 'as of'),
  bothAgree: house('双方同意', 'both agree'),
  breachedOn: house('反悔日期', 'broken on'),
  caseNo: form('调解案号', 'case number'),
  changedOn: house('调整日期', 'changed on'),
  claimedOn: house('申报日期', 'claimed on'),
  closedOn: form('结案日期', 'closed on'),
  committeeCode: house('调委会编码', 'committee'),
  committeeKind: form('调解主体', 'kind of committee'),
  committeeName: form('调委会名称', 'committee, by name'),
  confirmation: form('司法确认', 'judicial confirmation'),
  confirmationWanted: law('双方要求司法确认', 'both want confirmation', `${LAW} 第三十三条`),
  confirmedOn: house('评定日期', 'grade confirmed on'),
  courseName: house('培训班名称', 'course'),
  courtName: house('人民法院', 'court'),
  deathOrInjury: house('涉及人员伤亡', 'death or injury'),
  decidedOn: house('决定日期', 'decided on'),
  degree: form('履行程度', 'degree of performance'),
  discoveredOn: form('排查发现日期', 'discovered on'),
  dismissedOn: house('解聘日期', 'dismissed on'),
  dissolvedOn: house('撤销日期', 'dissolved on'),
  docNo: house('裁定书文号', 'number of the ruling'),
  dueOn: house('到期日', 'due on'),
  effectiveOn: law('协议生效日期', 'agreement in effect on', `${LAW} 第二十九条`),
  elected: law('推选产生', 'elected', `${LAW} 第十三条`),
  electedOn: law('推选日期', 'elected on', `${LAW} 第九条`),
  employment: form('专兼职', 'full-time or part-time'),
  endedOn: house('终止日期', 'ended on'),
  factors: house('评定因素', 'factors'),
  filedOn: house('备案日期', 'filed on'),
  findings: house('评查发现的问题', 'findings'),
  firmNames: house('单位当事人', 'parties that are organisations'),
  form: law('协议形式', 'form of agreement', `${LAW} 第二十八条`),
  foundCount: house('发现纠纷数', 'disputes found'),
  fullOn: house('全部履行日期', 'performed in full on'),
  fundLevel: house('经费层级', 'level of finance'),
  grade: form('难易等级', 'grade', '以案定补办法'),
  ground: house('不予受理理由', 'ground of refusal'),
  groupEvent: house('群体性纠纷', 'group dispute'),
  groupRisk: house('有群体性事件风险', 'risk of a mass event'),
  harm: form('防止激化情形', 'harm prevented'),
  heldOn: house('开展日期', 'held on'),
  hours: house('学时', 'hours'),
  jointly: law('双方共同申请', 'by both together', `${LAW} 第三十三条`),
  kind: form('类型', 'kind'),
  letterNo: house('移送函文号', 'number of the letter'),
  mediatorRef: form('人民调解员', 'mediator'),
  mediators: form('人民调解员', 'mediators'),
  memberCount: law('委员人数', 'members', `${LAW} 第八条`),
  newDueOn: house('延长至', 'extended to'),
  onPublicPayroll: house('属财政供养人员', 'on the public payroll'),
  openedOn: house('设立日期', 'opened on'),
  otherKind: house('其他纠纷细类', 'other kind'),
  outcome: form('结果', 'outcome'),
  paidOn: house('发放日期', 'paid on'),
  parties: form('当事人', 'parties'),
  payee: house('领取人', 'payee'),
  paymentRef: house('支付记录', 'payment'),
  peopleCount: form('涉及人数', 'people'),
  peopleInvolved: form('涉及当事人数', 'people involved'),
  performDueOn: form('约定履行期限', 'performance due on'),
  performedOn: form('履行日期', 'performed on'),
  place: house('地点', 'place'),
  plannedFor: house('计划完成日期', 'planned for'),
  plannedOn: house('计划日期', 'planned on'),
  prevented: form('防止激化', 'harm prevented'),
  proceedings: house('其他机关处理情况', 'proceedings elsewhere'),
  projectCode: house('项目编码', 'project'),
  proposedOn: house('申报等级日期', 'grade proposed on'),
  proposer: house('等级申报人', 'proposer'),
  reason: house('原因', 'reason'),
  recordNo: house('笔录编号', 'number of the record'),
  refusedInWriting: law('一方明确拒绝调解', 'a party refused', `${LAW} 第十七条`),
  refusedOn: house('不予核定日期', 'refused on'),
  reportedOn: house('通报日期', 'reported on'),
  result: house('评查结果', 'result'),
  reviewedOn: house('评查日期', 'reviewed on'),
  reviewer: house('评定、评查人', 'reviewer'),
  revisitedOn: house('回访日期', 'visited on'),
  room: form('调解室', 'room'),
  roomCode: house('调解室编码', 'room code'),
  ruledOn: house('裁定日期', 'ruled on'),
  satisfaction: house('满意程度', 'satisfaction'),
  score: house('评查得分', 'score'),
  screeningRef: house('排查活动', 'screening'),
  sessionCount: house('调解次数', 'sessions'),
  settledOn: house('足额发放日期', 'paid in full on'),
  severity: house('纠纷程度', 'severity'),
  source: form('案件来源', 'source'),
  sourceSystem: house('来源系统', 'source system'),
  status: house('状态', 'status'),
  subjectHash: house('纠纷事由摘要值', 'hash of the subject'),
  takenOn: form('受理日期', 'accepted on'),
  tariff: house('补贴标准（元/件）', 'tariff, yuan a case'),
  to: house('移送去向', 'handed over to'),
  trainedOn: house('培训日期', 'trained on'),
  transferredOn: house('移送日期', 'handed over on'),
  undecidedTo: house('决定受理与否日期', 'decided on'),
  withdrawnOn: house('撤回日期', 'withdrawn on'),
  womanCount: law('妇女委员人数', 'women', `${LAW} 第八条`),
  workplace: house('工作岗位', 'workplace'),
} satisfies Record<FieldName | ColumnName, Term>;

/** Fields that are called otherwise in one form. */
const own = under('mediation', {
  'RoomClosed.closedOn': house('撤销日期', 'closed on'),
  'ScreeningHeld.areaCount': house('已排查村（社区）数', 'villages and communities screened'),
});

/** What a field or column is called wherever it stands. */
export const fieldTerms = explained('mediation', { ...under('mediation.field', words), ...own }, help);
