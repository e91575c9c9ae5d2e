import { eventTerms as termsOfEvents } from '#kernel/term-tables.js';
import { events } from './domain/events/index.js';

const PRISON_LAW = '监狱法';
const LINKING = '综治委〔1999〕5号';
const HELP = '中办发〔2010〕5号';

/** What happened, and the order that records it. */
export const eventTerms = termsOfEvents(events, {
  'aftercare.PreReleaseNotified': ['预释放信息已接收', '登记预释放信息', LINKING],
  'aftercare.InfoForwarded': ['预释放信息已下发', '下发预释放信息'],
  'aftercare.InfoVerified': ['信息已核查', '登记核查结果', LINKING],
  'aftercare.PrisonerReleased': ['已刑满释放', '登记刑满释放', `${PRISON_LAW} 第三十五条`],
  'aftercare.HandedOverFromCorrection': ['解除社区矫正已移交', '接收解除社区矫正移交'],
  'aftercare.AftercareLinked': ['已衔接', '登记衔接', LINKING],
  'aftercare.LinkFailed': ['未衔接', '登记未衔接', LINKING],
  'aftercare.MovedIn': ['已迁入', '登记迁入'],
  'aftercare.OpeningBalanceImported': ['期初导入', '导入期初对象'],
  'aftercare.OfficeReassigned': ['帮教司法所已变更', '变更帮教司法所'],
  'aftercare.SupportGroupFormed': ['帮教小组已建立', '建立帮教小组', HELP],
  'aftercare.SupportContactMade': ['帮教走访、谈话已开展', '登记帮教走访、谈话', HELP],
  'aftercare.SettlementNeedAssessed': ['安置需求已认定', '认定安置需求'],
  'aftercare.SettlementArranged': ['已安置', '登记安置', `${PRISON_LAW} 第三十七条`],
  'aftercare.SettlementLost': ['安置中断', '登记安置中断'],
  'aftercare.AidGiven': ['帮扶已实施', '登记帮扶', `${PRISON_LAW} 第三十七条`],
  'aftercare.KeyStatusSet': ['已列为重点帮教对象', '列为重点帮教对象', HELP],
  'aftercare.KeyStatusCleared': ['已撤销重点帮教对象', '撤销重点帮教对象', HELP],
  'aftercare.DualListingSet': ['双列管已落实', '落实双列管'],
  'aftercare.DualListingLifted': ['双列管已解除', '解除双列管'],
  'aftercare.WentMissing': ['下落不明', '登记下落不明'],
  'aftercare.Found': ['已查找到', '登记查找到'],
  'aftercare.Reoffended': ['重新犯罪已记录', '记录重新犯罪'],
  'aftercare.MovedOut': ['已迁出', '登记迁出'],
  'aftercare.SupportEnded': ['帮教已结束', '结束帮教'],
  'aftercare.StatisticsSubmitted': ['统计报表已报送', '报送统计报表'],
});
