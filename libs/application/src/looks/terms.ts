import { type Terms, house, law } from '#kernel/term.js';

/** What is said of looks at persons. */
export const lookTerms = {
  'look-not-recorded': house(
    '查阅记录未能写入，本次查阅不予答复',
    'the look could not be put on record, so there is no answer',
  ),
  'reason-needed': law(
    '查阅未成年人信息须说明事由',
    'looking at a minor takes a reason',
    '未成年人网络保护条例 第三十六条',
  ),
  'look.search': house('查找人员', 'search'),
  'look.read': house('查看人员', 'read'),
  'look.duplicates': house('核对疑似重复人员', 'duplicates'),
  'look.decision': house('办理人员事项', 'deciding about a person'),
  'look.registration': house('登记人员', 'registration'),
  'look.case': house('查看案卷', 'case file'),
  'look.list': house('查看名册', 'list'),
  'look.evidence': house('核对数字依据', 'evidence of a figure'),
  'look.break-glass': house('查看紧急调阅台账', 'list of broken glasses'),
  'look.looks': house('查询查阅记录', 'records of looking'),
  'look.subject-export': house('个人信息查阅复制', 'export of what is held of a person'),
  'look.document': house('导出文书', 'export of a document'),
  'look.event-export': house('导出事件', 'export of events'),
  'look.expiry': house('查阅记录到期清理', 'expiry of records of looking'),
  'look.other': house('其他', 'other'),
  'odd.many-minors': house('短时间内查阅多名未成年人', 'many minors in a short time'),
} satisfies Terms;

export const lookErrors: Readonly<Record<string, number>> = {
  'look-not-recorded': 503,
  'reason-needed': 422,
};
