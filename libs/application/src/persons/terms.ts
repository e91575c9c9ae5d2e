import { type Terms, house, law } from '#kernel/term.js';

/** What the platform says of persons. */
export const personTerms = {
  'retention-duty': law('档案依法应当保管，不得销毁', 'the law has a record kept', '个人信息保护法 第四十七条'),
  'already-merged': house('档案已合并', 'merged already'),
  'third-person': house('第三人', 'a third person'),
  'small-cell': house('＜3', 'fewer than three', '未成年人保护法 第一百零三条'),
  withheld: house('不公布', 'withheld'),
  'match.number': house('证件号码相同', 'same number'),
  'match.same-name': house('姓名与出生日期相同', 'same name and date of birth'),
  'match.near-name': house('姓名读音相近且出生日期相同', 'name sounds alike, same date of birth'),
} satisfies Terms;

export const personErrors: Readonly<Record<string, number>> = {
  'retention-duty': 409,
  'already-merged': 409,
};
