import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { ordersOf, workday } from '#application/simulated-year.js';
import { type LocalDate, addDays } from '#kernel/dates.js';
import { type DataOfEvent, type LitigationEvent, events } from '../domain/events.js';
import { appealOf } from '../domain/outcome.js';
import type { Draft } from './plan.js';

const order = ordersOf<LitigationEvent>(events);

/** What every suit of the simulated year works on. */
export interface Scene {
  readonly tools: SimulationTools;
  readonly docNo: (series: string) => string;
  /** Somebody of the bureau's staff, who stands in for the head. */
  readonly delegate: string;
}

/** A suit that was played, as later parts need it. */
interface PlayedSuit {
  readonly to: { readonly streamId: string; readonly office: string };
  readonly knownFrom: LocalDate;
  readonly commands: readonly SimulatedCommand[];
}

const SUBJECTS = ['行政处罚', '征收补偿', '政府信息公开', '工伤认定', '不履行法定职责'];
/** Longest run of days off by which a last day may move. */
const ROLL = 12;

const between = ({ tools }: Scene, start: LocalDate, least: number, most: number): LocalDate =>
  workday(tools, addDays(start, least), addDays(start, most) < tools.to ? addDays(start, most) : tools.to);

/** A workday of the window between so many days before its end. @throws RangeError where the window is too short */
const beforeEnd = ({ tools }: Scene, most: number, least: number): LocalDate => {
  const [first, last] = [addDays(tools.to, -most), addDays(tools.to, -least)];
  const start = first < tools.from ? tools.from : first;
  if (start > last) throw new RangeError(`the window is too short: no suit can begin ${least} days before its end`);
  return workday(tools, start, last);
};

const suitOf = (scene: Scene, person: string, courtCaseNo: string, receivedOn: LocalDate) => ({
  receivedOn,
  courtCaseNo,
  courtName: '县人民法院',
  plaintiffs: [{ kind: 'citizen' as const, personRef: person }],
  defendants: [scene.tools.random.pick(['county-government', 'department', 'joint'] as const)],
  instance: 'first' as const,
  subject: scene.tools.random.pick(SUBJECTS),
});

const judgment = (
  scene: Scene,
  to: PlayedSuit['to'],
  data: Pick<DataOfEvent<'litigation.JudgmentReceived'>, 'receivedOn' | 'instance' | 'outcome'>,
) =>
  order('litigation.JudgmentReceived', to, {
    ...data,
    remake: data.outcome === 'revoked',
    docNo: scene.docNo('行初判'),
  });

/** What follows the first judgment: an appeal of ours that changes nothing, or the end of the time to appeal. */
const toTheEnd = (scene: Scene, to: PlayedSuit['to'], draft: Draft, person: string, judgedOn: LocalDate) => {
  if (draft.ending === undefined) return [];
  const { outcome, meaning } = draft.ending;
  const final = (effectiveOn: LocalDate) =>
    order('litigation.JudgmentBecameFinal', to, { effectiveOn, finalOutcome: meaning });
  const first = judgment(scene, to, { receivedOn: judgedOn, instance: 'first', outcome });
  if (!draft.appealed)
    return [first, final(appealOf(outcome) === 'none' ? judgedOn : between(scene, judgedOn, 17 + ROLL, 20 + ROLL))];
  const filedOn = between(scene, judgedOn, 5, 10);
  const noticedOn = between(scene, filedOn, 10, 20);
  const upheldOn = between(scene, noticedOn, 25, 40);
  return [
    first,
    order('litigation.AppealFiled', to, { filedOn, by: 'defendant' }),
    order('litigation.ResponseNoticeReceived', to, {
      ...suitOf(scene, person, scene.docNo('行终'), noticedOn),
      courtName: '市中级人民法院',
      instance: 'second',
      procedure: 'ordinary',
      afterReconsideration: draft.afterReconsideration,
    }),
    judgment(scene, to, { receivedOn: upheldOn, instance: 'second', outcome: 'upheld' }),
    final(upheldOn),
  ];
};

/** Days before the window's end by which a suit has come in that gets so far. */
const roomOf = ({ ending, appealed, answer }: Draft): readonly [most: number, least: number] => {
  if (answer === 'later') return [11, 2];
  if (appealed) return [10_000, 165];
  return [10_000, ending === undefined ? 65 : 125];
};

const begun = (scene: Scene, draft: Draft, key: string, person: string): PlayedSuit => {
  const { tools, docNo, delegate } = scene;
  const to = { streamId: tools.id('suit', key), office: tools.bureau };
  const receivedOn = beforeEnd(scene, ...roomOf(draft));
  const commands: SimulatedCommand[] = [
    order('litigation.ResponseNoticeReceived', to, {
      ...suitOf(scene, person, docNo('行初'), receivedOn),
      procedure: 'ordinary',
      courtFiledOn: addDays(receivedOn, -4),
      afterReconsideration: draft.afterReconsideration,
    }),
  ];
  if (draft.answer !== 'later')
    commands.push(
      order('litigation.DefenceSubmitted', to, {
        submittedOn:
          draft.answer === 'late'
            ? between(scene, receivedOn, 19 + ROLL, 21 + ROLL)
            : between(scene, receivedOn, 4, 13),
        docNo: docNo('县政答'),
      }),
    );
  for (const attendance of draft.hearings)
    commands.push(
      order('litigation.HearingAttended', to, {
        heldOn: between(scene, receivedOn, 36, 56),
        headRequired: true,
        headPresent: attendance === 'attended',
        ...(attendance === 'absent' && { delegateRef: delegate, reasonAbsent: '参加上级会议' }),
      }),
    );
  commands.push(...toTheEnd(scene, to, draft, person, between(scene, receivedOn, 62, 80)));
  return { to, knownFrom: receivedOn, commands };
};

/** A suit open when the window begins: answered and heard before it. */
const taken = (scene: Scene, draft: Draft, key: string, person: string): PlayedSuit => {
  const { tools, docNo } = scene;
  const to = { streamId: tools.id('suit', key), office: tools.bureau };
  const receivedOn = addDays(tools.from, -tools.random.between(40, 90));
  const commands = [
    order('litigation.OpeningBalanceImported', to, {
      ...suitOf(scene, person, docNo('行初(上年)'), receivedOn),
      asOfDate: addDays(tools.from, -1),
      state: 'heard',
      afterReconsideration: false,
      sourceSystem: '应诉台账',
    }),
    ...toTheEnd(scene, to, draft, person, between(scene, tools.from, 5, 40)),
  ];
  return { to, knownFrom: tools.from, commands };
};

export const playSuit = (scene: Scene, draft: Draft, key: string, person: string): PlayedSuit =>
  (draft.origin === 'opening' ? taken : begun)(scene, draft, key, person);

/** Judicial suggestions, those answered early enough for it. */
export const suggestions = (scene: Scene, received: number, answered: number, suits: readonly PlayedSuit[]) => {
  if (answered > received) throw new RangeError(`adviceAnswered ${answered} is more than adviceReceived ${received}`);
  const ripe = suits.filter(({ knownFrom }) => addDays(knownFrom, 60) <= scene.tools.to);
  if (received > 0 && ripe.length === 0) throw new RangeError('adviceReceived: no suit is old enough for a suggestion');
  return Array.from({ length: received }, (_, at) => {
    const { to, knownFrom } = scene.tools.random.pick(ripe);
    const docNo = scene.docNo('司建');
    const receivedOn = between(scene, knownFrom, 10, 25);
    const advice = order('litigation.JudicialAdviceReceived', to, { receivedOn, docNo, courtName: '县人民法院' });
    if (at >= answered) return [advice];
    const answeredOn = between(scene, receivedOn, 10, 30);
    return [
      advice,
      order('litigation.JudicialAdviceAnswered', to, { answeredOn, docNo, replyDocNo: scene.docNo('县政函') }),
    ];
  }).flat();
};
