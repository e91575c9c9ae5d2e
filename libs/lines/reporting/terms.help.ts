/** Sentences shown at the fields of nil reports, closing and answers to findings, by field, or by event and field. */
export const help = {
  businessLine: '说的是哪一项业务，从列表中选，如社区矫正、人民调解。',
  bureau: '本县（市、区）的六位行政区划代码，如 430922。',
  scheme: '期间按什么起止，如 预算年度为一月一日到十二月三十一日。',
  from: '期间的第一日，须与期间口径相符，如 预算年度填 2026-01-01。',
  to: '期间的最后一日，须与期间口径相符，如 预算年度填 2026-12-31。',

  declaredOn: '申报的当日；该月结束以后才能申报。',
  month: '没有发生业务的那个月，写作年-月，如 2026-02；每月每项业务申报一次。',
  withdrawnOn: '撤回申报的当日；撤回后该月没有登记业务的，又算未报。',
  'NilWithdrawn.reason': '为什么撤回，如 补录一件该月的业务。',

  softClosedOn: '预结账的当日；期间结束以后才能办理。',
  approver: '审批人的用户姓名；预结账后补录本期业务，须经此人批准。',
  reopenedOn: '重新开账的当日；须由结账人以外、有此权限的人办理。',
  'PeriodReopened.reason': '为什么重新开账，如 上级核查发现漏报。',
} as const;
