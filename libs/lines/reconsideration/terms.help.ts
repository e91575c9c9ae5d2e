import { closingHelp } from './terms.help.closing.js';
import { reviewHelp } from './terms.help.review.js';

/** Who applies against whom and what, as the application says, or as an open case is taken over. */
const matterHelp = {
  applicants: '申请人逐个添加，至多 20 个；公民选人员，法人和其他组织填单位名称。',
  kind: '公民、法人或者其他组织；选“公民”的须选人员，其他的须填单位名称。',
  personRef: '申请人是公民的，按姓名、姓名首字母或者证件号码后六位查找；是单位的不填。',
  firmName: '申请人是法人或者其他组织的，填单位全称；是公民的不填。',
  applicantCount: '全部申请人的人数，连同由代表人代表的，不少于上面添加的人数，如 1。',
  respondentKind: '作出行政行为的是乡镇街道、县级部门、派出机构，还是授权的组织。',
  respondentCode: '同一机关始终填同一个代码，用来发现重复受理，如 430922-gongan。',
  actKind: '申请人不服哪类行政行为，按主要事项选一项；都不合适的选“其他”。',
  field: '该行政行为属于哪个管理领域，如 公安、市场监管；都不合适的选“其他”。',
  actDocNo: '原决定书等文书上的文号，如 公（治）行罚决字〔2026〕31号；没有文书的不填。',
  actKnownOn: '申请人知道该行政行为的日期，不晚于收到日期；申请期限从此起算（行政复议法第二十条）。',
} as const;

/** The application, and a case that was open when the system began. */
const applicationHelp = {
  asOfDate: '从哪天起计入未结案件，一般是上一年最后一日，如 2025-12-31；不计入收到、受理数。',
  state: '选“审理中”的须填受理日期，选“中止”的还须填中止日期，选“待受理”的都不填。',
  'OpeningBalanceImported.receivedOn': '原来收到复议申请的日期，照原台账填写。',
  'OpeningBalanceImported.acceptedOn': '原来受理的日期，照原台账填写；待受理的不填。',
  'OpeningBalanceImported.procedure': '照原台账填写；待受理的不填，已受理而不填的按普通程序计算期限。',
  'OpeningBalanceImported.acceptanceNo': '原来的案号，如〔2025〕县政复字第41号；待受理的不填。',
  'OpeningBalanceImported.dueOn': '算上已有的中止、延期，最迟哪天作决定；不填的，系统按法定期限计算。',
  'OpeningBalanceImported.suspendedOn': '从哪天起中止的；期初状态为中止的必填，其他的不填。',
  'OpeningBalanceImported.ground': '为什么中止，照中止通知书选；没有中止的不填。',
  sourceSystem: '本案原来登记在哪里，如 行政复议工作平台、纸质台账。',
  'ReconsiderationApplied.receivedOn':
    '收到申请的当日；收到申请数按此计入，自此五个工作日内审查（行政复议法第三十条）。',
  channel: '当面、邮寄、互联网渠道，或者经作出机关转送；经转送的，一并填该机关收到日期。',
  agencyReceivedOn: '申请先交到作出机关的填其收到的日期，五个工作日内转送（行政复议法第三十二条）；其他不填。',
  actMadeOn: '文书落款的日期；五年、二十年的最长期限从此起算（行政复议法第二十一条）；不清楚的不填。',
  remedyInformed: '文书写明可以复议、找谁、多少日的选“是”；选“否”的，申请期限按一年算（行政复议法第二十条）。',
  immovables: '因不动产提出申请的选“是”，最长期限按二十年算（行政复议法第二十一条）。',
  requests: '一项请求填一条，如 撤销行政处罚决定；不写人名。',
  compensationClaimed: '同时要求行政赔偿的选“是”，没有要求的选“否”。',
  normReview: '同时要求审查所依据的文件的选“是”；启动审查后，还要登记附带审查。',
  enterpriseRelated: '申请人是企业，或者事情关系企业经营的选“是”。',
  mandatoryPrior: '依法必须先复议、后起诉的选“是”（行政复议法第二十三条）。',
  amountInvolved: '本案涉及的金额，单位为元；不涉及金钱的不填。',
  'ReconsiderationApplied.courtCaseNo':
    '法院已受理同一行为的诉讼的填其案号，填了不能受理（行政复议法第二十九条）；没有的不填。',
} as const;

/** What is missing in an application, and the answer to it. */
const answerHelp = {
  requestedOn: '发出补正通知的当日，应当在收到申请后五个工作日内（行政复议法第三十一条）。',
  items: '缺一项填一条，如 身份证明；应当一次说全，不能再通知第二次（行政复议法第三十一条）。',
  'SupplementRequested.dueOn': '补正的最后一日，从发出通知起不少于十个工作日（行政复议法第三十一条）。',
  'SupplementRequested.docNo': '补正通知书上的文号，如 县政复补〔2026〕1号。',
  'CorrectionTermExtended.extendedOn': '同意申请人延期补正的当日。',
  'CorrectionTermExtended.newDueOn': '延长后的最后一日，须晚于原来的；过了此日才能登记视为放弃。',
  'CorrectionTermExtended.reason': '为什么延长，如 申请人住院。',
  suppliedOn: '补正材料收齐的当日；五个工作日的审查期限从此重新起算（行政复议法第三十条）。',
  settledOn: '受理前纠纷得到解决的当日；本申请算作案前化解，不计入受理数。',
  'SettledBeforeAcceptance.mode': '调解、和解、被申请人自行纠正或者撤回申请，选一项。',
  'ReconsiderationAccepted.acceptedOn':
    '决定受理的当日；受理数按此计入，审理期限也从此日起算（行政复议法第六十二条）。',
  'ReconsiderationAccepted.procedure': '普通程序六十日内、简易程序三十日内作出决定（行政复议法第六十二条）。',
  'ReconsiderationAccepted.acceptanceNo': '本案的案号，不得重复，如〔2026〕县政复字第1号。',
  withdrawalAgainstWill: '撤回后又申请、证明撤回违背真实意愿的选“是”，须第二人确认（行政复议法第七十四条）；其他不填。',
  deemedOn: '审查期限届满的次日；五个工作日内没有答复的，由系统登记（行政复议法第三十条）。',
  'ReconsiderationNotAccepted.decidedOn': '不予受理决定书上的日期；本申请不计入受理数。',
  'ReconsiderationNotAccepted.reason': '照决定书写明的理由选一项（行政复议法第三十条）。',
  'ReconsiderationNotAccepted.docNo': '不予受理决定书上的文号，如 县政复不〔2026〕1号。',
  'ReconsiderationNotAccepted.toOrgan': '不归本机关管的，填告知申请人去找的机关；其他理由的不填。',
  'ReconsiderationReferred.decidedOn': '告知申请人或者转送材料的当日；本申请不计入受理数。',
  'ReconsiderationReferred.mode': '请申请人自己去有权机关的选“告知”，替其把材料转去的选“转送”。',
  'ReconsiderationReferred.toOrgan': '有权处理的机关全称，如 市人民政府。',
  'DeemedAbandoned.decidedOn': '认定放弃申请的当日，须晚于补正的最后一日（行政复议法第三十一条）。',
} as const;

/** Sentences shown at the fields of the forms: by field where one fits every form, else by event and field. */
export const help = { ...matterHelp, ...applicationHelp, ...answerHelp, ...reviewHelp, ...closingHelp };
