/** Sentences shown at the fields of the forms used every day, by event and field. */
export const help = {
  'SupportContactMade.contactOn': '走访、联系或者来访的当日；帮教人次按此日期计入。',
  'SupportContactMade.kind': '走访、电话、视频或者本人来访。',
  'SupportContactMade.situation': '本次看到的现实表现：稳定、有波动或者有风险。',
  'SupportContactMade.outcome': '无需处置、已安排帮扶或者已通报公安机关。',
} as const;
