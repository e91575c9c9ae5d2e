import {
  count,
  flow,
  indicator,
  indicatorTable,
  less,
  part,
  personsOf,
  rate,
  total,
  variant,
} from './indicator-table.js';

const managed = indicator('CC-08');
const punished = (kind: string) => part('CC-13', count('人次', flow('corrections.punishments-imposed', { kind })));
const proposed = (kind: string) => part('CC-14', count('件', flow('corrections.revocations-proposed', { kind })));

/** Breaches, punishment, re-offending, loss of supervision, exit control. Rates over persons divide by the managed, CC-08. */
export const sanctionIndicators = indicatorTable({
  /** 处分: acts, public-security punishment among them. unit 人次 · dated by the decision · 社区矫正法 第二十八条 */
  'CC-13': count('人次', flow('corrections.punishments-imposed')),
  'CC-13-admonition': punished('admonition'),
  'CC-13-warning': punished('warning'),
  'CC-13-public-security': punished('public-security'),
  /** Distinct persons punished. unit 人 */
  'CC-13p': variant('CC-13', 'persons', count('人', personsOf('corrections.punished-persons'))),
  /** 提请撤销缓刑、假释、收监执行. unit 件 · dated by the proposal · 社区矫正法 第四十六、四十九条 */
  'CC-14': count('件', flow('corrections.revocations-proposed')),
  'CC-14-probation-revoked': proposed('probation-revoked'),
  'CC-14-parole-revoked': proposed('parole-revoked'),
  'CC-14-taken-into-prison': proposed('taken-into-prison'),
  /** 再犯罪率: distinct re-offenders ÷ managed. unit % · dated by the conviction taking effect */
  'CC-15': rate(personsOf('corrections.reoffenders'), managed),
  /** Over the register at the period's end instead. */
  'CC-15-register': variant('CC-15', 'register', rate(personsOf('corrections.reoffenders'), indicator('CC-07'))),
  /** Dated by the compulsory measure instead of the conviction. */
  'CC-15-measure': variant(
    'CC-15',
    'compulsory-measure',
    rate(personsOf('corrections.reoffenders-by-measure'), managed),
  ),
  /** 再犯罪人数, the numerator by itself. unit 人 */
  'CC-15-persons': variant('CC-15', 'persons', count('人', personsOf('corrections.reoffenders'))),
  /** 违纪率: distinct persons punished ÷ managed. unit % */
  'CC-16': rate(personsOf('corrections.punished-persons'), managed),
  /** 脱管率: distinct persons whose contact was lost ÷ managed. unit % · dated by the loss */
  'CC-17-lost': rate(personsOf('corrections.persons-lapsed', { kind: 'lost' }), managed),
  /** 漏管率: persons who failed to report ÷ persons whose last day to report fell in the period. unit % */
  'CC-17-not-reported': rate(
    personsOf('corrections.persons-lapsed', { kind: 'not-reported' }),
    flow('corrections.report-due'),
  ),
  /** 管理到位率: 1 − distinct persons lost or never reported ÷ managed. unit % · our reading; the forms define none */
  'CC-19': rate(less(managed, personsOf('corrections.persons-lapsed')), managed),
  /** 出入境报备: distinct persons. unit 人 · dated by the report */
  'CC-24-exit': count('人', personsOf('corrections.exit-reported')),
  /** 边控: distinct persons. */
  'CC-24-border': count('人', personsOf('corrections.border-controlled')),
  /** 证件收缴保管: distinct persons holding papers that were seized. */
  'CC-24-documents': count('人', personsOf('corrections.document-holders')),
  /** The papers themselves. unit 本 */
  'CC-24-papers': variant('CC-24-documents', 'papers', total('本', flow('corrections.documents-seized'))),
  /** 违规行为. unit 次 · dated by the breach */
  'CC-27': count('次', flow('corrections.violations-detected')),
});
