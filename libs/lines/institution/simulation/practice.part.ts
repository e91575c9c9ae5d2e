import type { CaseBinding, SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { LeafCounts, workday } from '#application/simulated-year.js';
import { addDays } from '#kernel/dates.js';
import type { IndicatorCode } from '../indicators/index.js';
import { dayWithin, inTurn, numbers, order, times, wholeOf, yearOf } from './scene.js';

type Leaves = Readonly<Record<string, IndicatorCode>>;

const SUBJECTS = ['公共法律服务', '社区矫正', '人民调解', '法律援助', '法治政府建设', '普法依法治理'];
const COUNTERPARTS = ['邻县司法局', '市司法局', '开发区司法局', '示范司法所'];

/** Meetings, visits and study visits. */
export const contacts: CaseBinding = {
  section: 'contacts',
  leaves: {
    meetingsAndVisits: 'IN-05',
    meetings: 'IN-05-meetings',
    visits: 'IN-05-visits',
    studyVisits: 'IN-06',
  } satisfies Leaves,
  async simulate(leaves, tools) {
    const counts = new LeafCounts(leaves);
    const total = wholeOf(counts, 'meetingsAndVisits', 'meetings', 'visits');
    const half = Math.floor(total / 2);
    const visits = counts.has('visits')
      ? counts.of('visits')
      : counts.has('meetings')
        ? total - counts.of('meetings')
        : half;
    const draw = (at: number) => ({
      to: { streamId: tools.id('contact', String(at + 1)), office: inTurn([tools.bureau, ...tools.offices], at) },
      on: workday(tools, tools.from, tools.to),
      subject: `${inTurn(SUBJECTS, at)}（第${at + 1}次）`,
      attendance: tools.random.between(4, 30),
    });
    return [
      ...times(total - visits).map((at) => {
        const { to, on, subject, attendance } = draw(at);
        const kind = at % 5 === 4 ? 'joint-conference' : 'symposium';
        return order('institution.MeetingHeld', to, { heldOn: on, kind, subject, place: '会议室', attendance });
      }),
      ...times(visits + counts.of('studyVisits')).map((nth) => {
        const { to, on, subject, attendance } = draw(total - visits + nth);
        const kind = nth < visits ? 'call' : 'study';
        const counterpart = inTurn(nth < visits ? ['村（社区）', '企业', '学校'] : COUNTERPARTS, nth);
        return order('institution.VisitMade', to, { visitedOn: on, kind, counterpart, subject, attendance });
      }),
    ];
  },
};

const RULES = [
  '持证上岗',
  '行政执法公示',
  '执法全过程记录',
  '重大执法决定法制审核',
  '行政裁量权基准',
  '行政执法责任',
  '执法案卷评查',
  '罚缴分离',
  '行政执法投诉举报',
  '回避',
  '听证',
  '执法监督',
  '执法过错追究',
  '行政执法培训',
  '执法统计报告',
  '案件移送',
];

/** Rules adopted, powers handed down and taken back. */
export const rules: CaseBinding = {
  section: 'rules',
  leaves: {
    enforcementRulesAdopted: 'IN-07',
    normativeDocumentsAdopted: 'IN-08',
    powersDelegated: 'IN-09',
    powersWithdrawn: 'IN-09-withdrawn',
  } satisfies Leaves,
  async simulate(leaves, tools) {
    const counts = new LeafCounts(leaves);
    const docNo = numbers(tools);
    const adopt = (kind: 'enforcement-rule' | 'normative-document', count: number) =>
      times(count).map((at) => {
        const adoptedOn = workday(tools, tools.from, tools.to);
        const nth = at < RULES.length || kind === 'normative-document' ? '' : String(at + 1);
        const title = kind === 'enforcement-rule' ? `${inTurn(RULES, at)}制度${nth}` : `行政规范性文件${at + 1}`;
        return order(
          'institution.RegulationAdopted',
          { streamId: tools.id(kind, String(at + 1)), office: tools.bureau },
          { adoptedOn, kind, title, docNo: docNo('司发'), effectiveOn: addDays(adoptedOn, 30) },
        );
      });
    return [
      ...adopt('enforcement-rule', counts.of('enforcementRulesAdopted')),
      ...adopt('normative-document', counts.of('normativeDocumentsAdopted')),
      ...powers(counts, docNo, tools),
    ];
  },
};

/** One document for each town, until all items are handed down; what is taken back comes off the first ones. */
const powers = (
  counts: LeafCounts,
  docNo: (series: string) => string,
  tools: SimulationTools,
): readonly SimulatedCommand[] => {
  counts.rest('powersDelegated', 'powersWithdrawn');
  const total = counts.of('powersDelegated');
  let withdrawn = counts.of('powersWithdrawn');
  const towns = Math.min(total, tools.offices.length);
  return times(towns).flatMap((at) => {
    const itemCount = Math.floor((total * (at + 1)) / towns) - Math.floor((total * at) / towns);
    const delegatedOn = dayWithin(tools, 0, 60);
    const to = { streamId: tools.id('delegation', String(at + 1)), office: tools.bureau };
    const town = `${inTurn(tools.offices, at)}所在乡镇`;
    const delegated = { delegatedOn, itemCount, field: '综合行政执法', town, docNo: docNo('政发') };
    const back = Math.min(withdrawn, itemCount);
    withdrawn -= back;
    return [
      order('institution.PowerDelegated', to, delegated),
      ...(back === 0
        ? []
        : [
            order('institution.PowerWithdrawn', to, {
              withdrawnOn: addDays(delegatedOn, 60),
              itemCount: back,
              docNo: docNo('政发'),
            }),
          ]),
    ];
  });
};

const LEVELS = [
  ['honoursNational', 'national', '司法部'],
  ['honoursProvincial', 'provincial', '省司法厅'],
  ['honoursCity', 'city', '市委平安办'],
  ['honoursCounty', 'county', '区委、区政府'],
] as const;
type Level = (typeof LEVELS)[number];

/** Honours of units, by level where it is counted; of persons; and demonstration villages. */
export const honours: CaseBinding = {
  section: 'honours',
  leaves: {
    honours: 'IN-10',
    honoursNational: 'IN-10-national',
    honoursProvincial: 'IN-10-provincial',
    honoursCity: 'IN-10-city',
    honoursCounty: 'IN-10-county',
    individualHonours: 'IN-11',
    demoVillages: 'PL-08-titled',
  } satisfies Leaves,
  async simulate(leaves, tools) {
    const counts = new LeafCounts(leaves);
    const total = wholeOf(counts, 'honours', ...LEVELS.map(([leaf]) => leaf));
    const counted = LEVELS.flatMap((level) => times(counts.of(level[0])).map(() => level));
    const free = LEVELS.filter(([leaf]) => !counts.has(leaf));
    const levels = [...counted, ...times(total - counted.length).map((at) => inTurn(free.toReversed(), at))];
    const docNo = numbers(tools);
    const award = (key: string, at: number, [, level, awardingBody]: Level, office: string) => ({
      to: { streamId: tools.id(key, String(at + 1)), office },
      common: {
        awardedOn: workday(tools, tools.from, tools.to),
        level,
        awardingBody,
        docNo: docNo(`${awardingBody}发`),
      },
    });
    const persons = await Promise.all(
      times(counts.of('individualHonours')).map((at) => tools.person(`honoured ${at + 1}`, { age: 30 + (at % 25) })),
    );
    const kinds = ['collective', 'organisation', 'commendation'] as const;
    return [
      ...levels.map((level, at) => {
        const office = inTurn([tools.bureau, ...tools.offices], at);
        const { to, common } = award('honour', at, level, office);
        const title = inTurn(['先进集体', '优秀志愿服务组织', '工作通报表扬'], at);
        const recipientUnit = office === tools.bureau ? '司法局' : `司法所（${office}）`;
        return order('institution.HonourAwarded', to, { ...common, kind: inTurn(kinds, at), title, recipientUnit });
      }),
      ...persons.map((personRef, at) => {
        const { to, common } = award('person', at, LEVELS[2], inTurn(tools.offices, at));
        return order('institution.HonourAwarded', to, { ...common, kind: 'individual', title: '先进个人', personRef });
      }),
      ...times(counts.of('demoVillages')).map((at) => {
        const { to, common } = award('village', at, inTurn(LEVELS, at), inTurn(tools.offices, at));
        const villageCode = `${tools.bureau}${yearOf(tools)}${String(at + 1).padStart(2, '0')}`;
        const village = {
          kind: 'demonstration-village',
          villageCode,
          recipientUnit: `示范村（社区）${at + 1}`,
        } as const;
        return order('institution.HonourAwarded', to, { ...common, ...village, title: '民主法治示范村（社区）' });
      }),
    ];
  },
};
