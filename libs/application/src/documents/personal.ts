/**
 * What in a running text speaks of a person: telephones and identity numbers by their form, names by what stands beside them.
 * A bare name that nothing points to is only found where it is known. @source 个人信息保护法 第二十八条; 政府信息公开条例 第十五条
 */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易乔贺赖龚文';
const COMPOUND = '欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐';
const HAN = '\\p{Script=Han}';
const NAME = `(?:(?:${COMPOUND})${HAN}{1,2}|[${SURNAMES}]${HAN}{1,2})`;

const ROLES =
  '填表人|填报人|制表人|经办人|联系人|审核人|复核人|评审人|评价人|审批人|承办人|负责人|主管领导|分管领导|领导签字|签字|签名|姓名|当事人|申请人|矫正对象';
const TITLES =
  '同志|先生|女士|副局长|局长|副所长|所长|科长|股长|主任|书记|律师|法官|检察官|警官|会计|出纳|司法助理员|调解员|局领导';
const ACTS = '审核|复核|填报|填写|经办|负责|签字|签名|评定|审批|提供|办理|统计|登记|录入|报送';
/** What the form prints after a blank, and is nobody's name. */
const FORM_WORDS = '填报日期|填表日期|联系电话|单位负责人|负责人|日期|电话|签字|签名|盖章|公章|意见|说明|备注';

const BLANK = '[\\s\\u3000]*';

const TELEPHONES: readonly RegExp[] = [
  // Eighteen digits of an identity card before anything shorter.
  /(?<![\d.])\d{17}[\dXx](?!\d)/gu,
  /(?<![\d.])(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)/gu,
  /(?<![\d.])[（(]?0\d{2,3}[）)]?[-－—\s]?\d{7,8}(?:[-－转]\d{1,6})?(?!\d)/gu,
  /(?<=(?:电话|手机|传真|联系方式)(?:号码)?[：:\s\u3000]*)[（(]?\d[\d（()）\-－—\s]{5,18}\d/gu,
];

const NAMES: readonly RegExp[] = [
  new RegExp(
    `(?<=(?:${ROLES})(?:[（(][^）)]{0,6}[）)]|签字|签名)?${BLANK}[：:]${BLANK})(?!${FORM_WORDS})[${HAN}·]{2,5}(?![${HAN}])`,
    'gu',
  ),
  new RegExp(`${NAME}(?=(?:${TITLES}))`, 'gu'),
  new RegExp(`[${SURNAMES}](?=(?:${TITLES}))`, 'gu'),
  new RegExp(`(?<=[由经请向与为系是找、，。；：（(\\s]|^)${NAME}(?=(?:${ACTS}))`, 'gu'),
];

/** A stretch of a text, from and to as indexes of its characters. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly kind: 'name' | 'telephone';
}

const matchesOf = (text: string, pattern: RegExp, kind: Stretch['kind']): readonly Stretch[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length, kind }));

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where a text speaks of persons, in its order and without overlaps. `known`: names to be found wherever they stand. */
export const personalIn = (text: string, known: readonly string[] = []): readonly Stretch[] => {
  const names = [...new Set(known)].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const found = [
    ...TELEPHONES.flatMap((pattern) => matchesOf(text, pattern, 'telephone')),
    ...(names.length === 0 ? [] : matchesOf(text, new RegExp(names.map(escaped).join('|'), 'gu'), 'name')),
    ...NAMES.flatMap((pattern) => matchesOf(text, pattern, 'name')),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  return found.reduce<Stretch[]>((kept, stretch) => {
    const last = kept.at(-1);
    return last !== undefined && stretch.from < last.to ? kept : [...kept, stretch];
  }, []);
};

/** Whether a cell only asks for a person or a telephone, so that the next one answers. */
export const asksForPerson = (text: string): boolean =>
  new RegExp(
    `(?:${ROLES}|电话|手机|传真|联系方式)(?:[（(][^）)]{0,6}[）)]|签字|签名|号码)?${BLANK}[：:]?${BLANK}$`,
    'u',
  ).test(text);
