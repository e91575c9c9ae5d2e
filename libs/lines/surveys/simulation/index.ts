import type { CaseBinding, SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { LeafCounts, documentNumbers, evenly, ordersOf, workday } from '#application/simulated-year.js';
import { addDays, earliest, latest } from '#kernel/dates.js';
import { type SurveyEvent, events } from '../domain/events.js';
import { type Topic, levelsOf } from '../domain/levels.js';
import { type Asked, leaves, surveysAsked } from './leaves.js';

const order = ordersOf<SurveyEvent>(events);

/** Longest a survey takes, in days. */
const LONGEST = 30;

const populations: Readonly<Record<Topic, string>> = {
  'legal-aid': '受援人',
  'legal-aid-publicity': '接受法律援助宣传的群众',
  'legal-aid-recipients': '受援人及其家属',
  mediation: '调解当事人',
  mediators: '调解当事人',
  subjects: '在册社区矫正对象',
  publicity: '辖区群众',
  'enforcement-training': '参训行政执法人员',
  'staff-heating': '在职人员',
  service: '窗口办事群众',
  residents: '城市居民',
  stability: '村（居）民代表',
  other: '服务对象',
};

/** Which answers were given: most of the satisfied say so without a grade up or down. */
const levelsFor = ({ topic }: Asked, favourable: number, rest: number, { random }: SimulationTools) => {
  if (topic === 'stability' || topic === 'legal-aid-recipients')
    return { scale: 'two-levels', answers: [favourable, rest] } as const;
  const very = Math.floor((favourable * random.between(40, 60)) / 100);
  const basically = Math.floor((favourable * random.between(0, 10)) / 100);
  const worst = Math.floor((rest * random.between(0, 20)) / 100);
  const answers = [very, favourable - very - basically, basically, rest - worst, worst];
  return { scale: 'five-levels', answers } as const;
};

/** Issued over valid: as counted where it is, else a few papers a survey that never came back. */
const notReturned = (counts: LeafCounts, held: readonly Asked[], { random }: SimulationTools): readonly number[] => {
  if (!counts.has('issued'))
    return held.map(({ valid }) => Math.floor((counts.of(valid) * random.between(0, 12)) / 100));
  const extra = counts.rest('issued', ...held.map(({ valid }) => valid));
  if (extra > 0 && held.length === 0) throw new RangeError(`issued: ${extra} without a survey`);
  return evenly(extra, held.length);
};

/** How a published report's surveys come true: totals imported with the paper they stand in, the same for the same seed. */
export const cases: CaseBinding = {
  section: 'surveys',
  leaves,
  simulate: async (given, tools) => {
    const { random, from, to, offices, id, yearStart } = tools;
    const counts = new LeafCounts(given);
    const docNo = documentNumbers(yearStart.slice(0, 4));
    for (const { valid, favourable } of surveysAsked) counts.rest(valid, favourable);
    const held = surveysAsked.filter(({ valid }) => counts.of(valid) > 0);
    const missing = notReturned(counts, held, tools);

    return held.flatMap((asked, at): readonly SimulatedCommand[] => {
      const { topic, isTest } = asked;
      const [valid, favourable] = [counts.of(asked.valid), counts.of(asked.favourable)];
      const where = { streamId: id('survey', asked.valid), office: random.pick(offices) };
      const openedOn = workday(tools, from, latest(from, addDays(to, -LONGEST)) ?? to);
      const closedOn = earliest(addDays(openedOn, random.between(10, LONGEST)), to) ?? to;
      const publishedOn = addDays(closedOn, random.between(5, 20));
      const { scale, answers } = isTest
        ? { scale: 'test' as const, answers: [] }
        : levelsFor(asked, favourable, valid - favourable, tools);
      return [
        order('surveys.SurveyOpened', where, {
          openedOn,
          topic,
          population: populations[topic],
          method: random.pick(['questionnaire', 'telephone', 'online'] as const),
          scale,
          countsBasicallySatisfied: true,
          minSample: Math.min(valid, 30),
          closesOn: closedOn,
        }),
        order('surveys.SurveySummaryImported', where, {
          closedOn,
          docNo: docNo('满意度调查'),
          issued: valid + (missing[at] ?? 0),
          answers: answers.flatMap((answerCount, nth) => {
            const level = levelsOf[scale][nth];
            return level === undefined ? [] : [{ level, answerCount }];
          }),
          ...(isTest && { passed: favourable, notPassed: valid - favourable }),
        }),
        ...(publishedOn <= to
          ? [order('surveys.SurveyPublished', where, { publishedOn, platform: '政府门户网站' })]
          : []),
      ];
    });
  },
};
