import type { Term, Terms } from '#kernel/term.js';
import type { IndicatorCode } from './indicators/index.js';
import type { ByColumn } from './indicators/table.js';
import { type columns, type joinedKinds } from './measures/columns.js';
import { tableWords } from './terms.tables.js';
import { LAW, RULES, form, house } from './terms.words.js';

type Broken = ByColumn<'PM-02'> | ByColumn<'PM-03'>;
type Harm = keyof typeof tableWords.preventedHarm.values;
type Prevented = `PM-13-${Harm}` | `PM-13-${Harm}-people`;

const COLUMN_WORDS: Readonly<Record<keyof typeof columns, Readonly<Record<string, string>>>> = {
  kind: tableWords.disputeKind.values,
  source: tableWords.caseSource.values,
  committee: tableWords.committeeKind.values,
};
const JOINED_WORDS: Readonly<Record<keyof typeof joinedKinds, string>> = {
  labour: '劳动争议纠纷',
  consumer: '消费纠纷',
};

/** `受理婚姻家庭纠纷`: the word of a figure, narrowed by a column of the form. */
const byColumns = (code: string, zh: string, en: string): Terms =>
  Object.fromEntries(
    [...Object.entries(COLUMN_WORDS), ['kind', JOINED_WORDS] as const].flatMap(([column, words]) =>
      Object.entries(words).map(([value, word]) => [
        `${code}-${column}-${value}`,
        form(`${zh}：${word}`, `${en}: ${value.replaceAll('-', ' ')}`),
      ]),
    ),
  );

const byHarm: Terms = Object.fromEntries(
  Object.entries(tableWords.preventedHarm.values).flatMap(([harm, zh]) => {
    const en = harm.replaceAll('-', ' ');
    return [
      [`PM-13-${harm}`, form(`${zh}件数`, `prevented: ${en}`)],
      [`PM-13-${harm}-people`, form(`${zh}人次`, `prevented: ${en}, people`)],
    ];
  }),
);

const words = {
  'PM-01': form('排查矛盾纠纷数', 'disputes discovered'),
  'PM-01-accepted': house('排查后受理', 'discovered, accepted'),
  'PM-01-not-accepted': house('排查后不予受理', 'discovered, not accepted'),
  'PM-01-undecided': house('排查后未决定受理与否', 'discovered, undecided'),
  'PM-01-group': house('排查群体性纠纷', 'group disputes discovered'),
  'PM-02': form('受理矛盾纠纷数', 'disputes accepted', `${LAW} 第十七条`),
  'PM-02-not-accepted': house('不予受理', 'not accepted'),
  'PM-02-open': form('期末未结案件', 'open at the end'),
  'PM-02-imported': house('期初导入案件', 'imported'),
  'PM-03': form('调解案件总数', 'disputes closed'),
  'PM-03-failed': form('调解不成', 'failed', `${LAW} 第二十六条`),
  'PM-03-withdrawn': form('撤回', 'withdrawn'),
  'PM-03-transferred': form('移送其他途径', 'handed over'),
  'PM-03-in-time': house('按期办结率', 'closed in time', `${RULES} 第三十三条`),
  'PM-04': form('调解成功数', 'succeeded', `${LAW} 第二十八条`),
  'PM-04-oral': form('口头协议', 'oral agreements', `${LAW} 第二十八条`),
  'PM-04-written': form('书面协议书', 'written agreements', `${LAW} 第二十八条`),
  'PM-04-simple': form('调解成功简易案件', 'succeeded: simple'),
  'PM-04-ordinary': form('调解成功一般案件', 'succeeded: ordinary'),
  'PM-04-ungraded': house('调解成功未评定等级', 'succeeded: ungraded'),
  'PM-04-performed': form('协议全部履行', 'agreements performed'),
  'PM-04-part-performed': form('协议部分履行', 'agreements performed in part'),
  'PM-04-unperformed': form('协议未履行', 'agreements unperformed'),
  'PM-04-not-due': form('协议履行期未到', 'agreements not yet due'),
  'PM-04-breached': house('协议反悔', 'agreements broken', `${LAW} 第三十二条`),
  'PM-05': form('调解成功率（成功÷调处）', 'success rate over closed'),
  'PM-05-B': form('调解成功率（成功÷受理）', 'success rate over accepted'),
  'PM-05-C': form('调解成功率（成功÷排查）', 'success rate over discovered'),
  'PM-06': form('疑难复杂（及以上）案件数', 'hard cases settled', '政法转移支付绩效自评报告'),
  'PM-06-difficult': form('疑难复杂案件', 'difficult cases settled', '政法转移支付绩效自评报告'),
  'PM-06-major': form('重大案件', 'major cases settled', '政法转移支付绩效自评报告'),
  'PM-06-extra-major': form('特大案件', 'extra-major cases settled', '政法转移支付绩效自评报告'),
  'PM-07': form('调解成功涉及当事人数', 'people in settled disputes'),
  'PM-07-closed': form('调解案件涉及当事人数', 'people in closed disputes'),
  'PM-07-amount': form('协议涉及金额', 'amount agreed'),
  'PM-08': form('挽回经济损失（协议金额）', 'loss recovered, as agreed', '政法转移支付绩效自评报告'),
  'PM-08-performed': house('挽回经济损失（履行金额）', 'loss recovered, as performed'),
  'PM-09': form('以案定补发放率（金额）', 'subsidies paid, by amount', '政法转移支付绩效自评报告'),
  'PM-09-cases': house('以案定补发放率（件数）', 'subsidies paid, by cases'),
  'PM-09-hard': form('疑难复杂及以上以案定补发放率', 'subsidies of hard cases paid', '政法转移支付绩效自评报告'),
  'PM-09-approved': house('以案定补核定金额', 'subsidies approved'),
  'PM-09-approved-cases': house('以案定补核定件数', 'subsidies approved, cases'),
  'PM-09-paid': house('以案定补发放金额', 'subsidies paid'),
  'PM-10': house('到期协议履行率', 'due agreements performed', `${LAW} 第三十一条`),
  'PM-10-ever': house('累计到期协议履行率', 'due agreements performed, ever'),
  'PM-11': form('调解案卷合格率', 'dossiers passed', '政法转移支付绩效自评报告'),
  'PM-11-reviewed': house('评查调解案卷', 'dossiers reviewed'),
  'PM-11-passed': house('合格调解案卷', 'dossiers that passed'),
  'PM-12': form('司法确认有效', 'agreements confirmed', `${LAW} 第三十三条`),
  'PM-12-dismissed': form('司法确认驳回', 'confirmation dismissed', `${LAW} 第三十三条`),
  'PM-12-applied': form('申请司法确认', 'confirmation asked for', `${LAW} 第三十三条`),
  'PM-13': form('防止激化件数', 'harm prevented'),
  'PM-13-people': form('防止激化人次', 'people kept from harm'),
  'PM-14': form('人民调解满意率', 'satisfaction', '部门整体支出绩效自评报告'),
  'PM-14-strict': house('人民调解满意率（仅计满意）', 'satisfaction, satisfied only'),
  'PM-14-visits': house('回访次数', 'visits'),
  'PM-15': form('矛盾纠纷排查率', 'planned screenings held', '部门整体支出绩效自评报告'),
  'PM-15-all': house('排查率（开展÷计划）', 'screenings held over planned'),
  'PM-15-areas': house('排查覆盖率', 'areas screened'),
  'PM-15-planned': house('计划排查次数', 'screenings planned'),
  'PM-15-held': house('开展排查次数', 'screenings held'),
  'PM-16': form('人民调解员数', 'mediators', `${LAW} 第十三条`),
  'PM-16-full-time': form('专职人民调解员', 'full-time mediators'),
  'PM-16-part-time': form('兼职人民调解员', 'part-time mediators'),
  'PM-16-centre': form('县级中心专职调解员', 'mediators of the county centre', '部门预算绩效文本'),
  'PM-16-per-township': form('每乡镇（街道）专职调解员', 'full-time mediators a township', '部门预算绩效文本'),
  'PM-16-trained': house('培训调解员人次', 'mediators trained'),
  'PM-16-committees': form('人民调解委员会数', 'committees', `${LAW} 第八条`),
  'PM-16-village-committees': form('村调委会', 'village committees', `${LAW} 第八条`),
  'PM-16-community-committees': form('居（社区）调委会', 'community committees', `${LAW} 第八条`),
  'PM-16-township-committees': form('乡镇调委会', 'township committees', `${LAW} 第三十四条`),
  'PM-16-subdistrict-committees': form('街道调委会', 'subdistrict committees', `${LAW} 第三十四条`),
  'PM-16-enterprise-committees': form('企事业单位调委会', 'enterprise committees', `${LAW} 第八条`),
  'PM-16-organisation-committees': form('社会团体和其他组织调委会', 'committees of organisations', `${LAW} 第三十四条`),
  'PM-16-rooms': form('调解室（工作室）', 'rooms and studios'),
} satisfies Record<Exclude<IndicatorCode, Broken | Prevented>, Term>;

/** What each figure is called where it is printed. */
export const indicatorTerms: Terms = {
  ...words,
  ...byColumns('PM-02', '受理', 'accepted'),
  ...byColumns('PM-03', '调解', 'closed'),
  ...byHarm,
};
