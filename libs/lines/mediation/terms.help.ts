/** Sentences shown at the fields of the forms used every day, by event and field. */
export const help = {
  'DisputeAccepted.acceptedOn': '调解委员会受理的当日；受理数按此日期计入，调解期限也从此日起算。',
  'DisputeAccepted.caseNo': '调委会给本案编的号，同一单位内不重复，如 灰调〔2026〕1号。',
  'DisputeAccepted.committeeCode': '受理本案的调委会在备案时的编码。',
  'DisputeAccepted.committeeKind': '受理本案的调委会设在哪里，如村、居、乡镇、企业事业单位。',
  'DisputeAccepted.room': '在派驻、个人或者综合调解室受理的填写。',
  'DisputeAccepted.source': '主动调解、当事人申请，或者由法院、公安等机关委托移送。',
  'DisputeAccepted.kind': '按主要争议选一项；没有合适的选“其他”。',
  'DisputeAccepted.otherKind': '类型为“其他”的，选其细类。',
  'DisputeAccepted.parties':
    '个人当事人，可选多人；按姓名、姓名首字母或者证件号码后六位查找；查不到的，点“登记新人员”。',
  'DisputeAccepted.firmNames': '单位作为当事人的，填单位全称，可填多个。',
  'DisputeAccepted.peopleInvolved': '纠纷涉及的总人数，不少于当事人数，如 2。',
  'DisputeAccepted.amountInDispute': '争议标的金额，单位为元；不涉及金钱的不填。',
  'DisputeAccepted.subjectHash': '用几个字写明争议的事，如 排水沟改道；只用来发现重复登记。',
  'DisputeAccepted.mediators': '承办本案的人民调解员，可选多人（人民调解法第十九条）。',
  'DisputeAccepted.refusedInWriting': '一方明确拒绝调解的选“是”，此时不得调解（人民调解法第十七条）。',
  'DisputeAccepted.proceedings': '法院、公安或者其他行政机关是否已经受理；没有的选“未经其他机关受理”。',
} as const;
