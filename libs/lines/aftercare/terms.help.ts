import { supportHelp } from './terms.help.support.js';

/** Sentences at the fields of notice, verification, release, link, moving in and the opening balance. */
const releaseHelp = {
  personRef: '按姓名、姓名首字母或者证件号码后六位查找；查不到的，点“登记新人员”。',
  sourceKind: '从监狱、看守所刑满释放，还是解除社区矫正；照通知书或者证明书填写。',
  releasedOn: '照释放（解除）证明书上的日期填写；帮教年限从此日起算。',
  certificateNo: '释放（解除）证明书上的编号，如 释字〔2026〕12号。',
  riskClass: '照监狱、看守所的评估选；选重点的，释放当日应当接回；没有评估的不填。',
  offenceClass: '照判决认定的罪名，按刑法分则的章归类；不清楚的不填。',
  recidivist: '判决认定为累犯的选“是”；材料没有写明的不填。',
  officeCode: '负责帮教的司法所；在帮人数计入该所。',

  noticeOn: '收到刑满释放人员通知书的当日；下发司法所的期限由此推算。',
  noticeNo: '通知书上的编号，如 释通〔2026〕31号；同一人同一编号只登记一次。',
  prisonName: '发来通知书的监狱、看守所全称，照通知书填写。',
  expectedReleaseOn: '通知书写明的释放日期；日期变更的，凭新通知书再登记一次。',
  forwardedOn: '县局把预释放信息交给司法所的当日；默认每月十四日以前下发。',
  'InfoForwarded.officeCode': '负责核查这名人员的司法所；核查后由该所登记结果。',
  verifiedOn: '核查完毕、形成结果的当日；可以多次核查，以最后一次为准。',
  'InfoVerified.result': '属实、不属实或者查无此人；选“查无此人”的，不再计入应衔接人数。',
  'PrisonerReleased.releasedOn': '照释放证明书上的日期填写；刑满释放人数按此日期计入。',
  sentenceFrom: '刑期的第一日，照判决书或者释放证明书填写，不晚于释放日期；不清楚的不填。',
  reportBy: '监狱限定的最后报到日期；没有限定的不填，按默认天数（七日）计算。',
  'HandedOverFromCorrection.releasedOn': '解除社区矫正的当日；登记解除矫正后，系统会自动移交。',
  sourceRecordId: '该人原来的社区矫正档案，一般由系统填好；没有档案的，选“本系统没有登记”。',
  'HandedOverFromCorrection.certificateNo': '解除社区矫正证明书上的编号；手里没有的不填。',
  'AftercareLinked.linkedOn': '司法所与本人完成衔接的当日，不早于释放日期；在帮人数从这天起计入。',
  'AftercareLinked.mode': '怎么接上的：必接必送接回、本人报到、家属接回或者解除矫正移交。',
  recordedFor: '认定没有衔接上的当日；以后衔接上了，再登记衔接。',
  'LinkFailed.reason': '没有衔接上的主要原因，如 下落不明、拒不报到、去往外地。',

  movedInOn: '从外县迁来、本县接手帮教的当日；迁入人数按此日期计入。',
  fromBureauCode: '原帮教县（市、区）的六位行政区划代码，如 430921。',
  asOfDate: '系统启用前最后一日，如 2022-12-31；在帮的从此日计入在帮人数，不算新增。',
  state: '截至期初日期，已衔接的选“在帮”，还没有衔接的选“待衔接”。',
  'OpeningBalanceImported.linkedOn': '当初衔接的当日，在释放日期以后、期初日期以前；待衔接的不填。',
  groupFormedOn: '帮教小组在期初日期以前建立的，填建立的当日；没有的不填。',
  'OpeningBalanceImported.keyClass': '期初日期当天属于哪一类重点对象；不是重点的不填。',
  settlementMode: '期初日期当天的安置方式；没有安置的不填。',
  settlementNeed: '期初日期当天是否需要安置；不填的按需要安置计算。',
  sourceSystem: '期初数据取自哪个系统或者台账，如 省安置帮教信息系统。',
};

/** Sentences shown at the fields of the forms: by field where one fits every form, else by event and field. */
export const help = { ...releaseHelp, ...supportHelp } as const;
