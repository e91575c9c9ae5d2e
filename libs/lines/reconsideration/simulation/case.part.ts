import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays, daysBetween } from '#kernel/dates.js';
import { REVISION_OF_2023, limits } from '../domain/law.js';
import type { Draft, Ending } from './plan.js';
import { type Scene, applicationOf, beforeEnd, between, matterOf, order } from './scene.js';

/** Longest run of days off by which a last day may move. */
const ROLL = 12;
const STILL = 20;

/** A case that was played, as later parts need it. */
export interface PlayedCase {
  readonly to: { readonly streamId: string; readonly office: string };
  readonly acceptedOn: LocalDate;
  readonly ending?: Ending & { readonly on: LocalDate };
  readonly commands: readonly SimulatedCommand[];
}

/** Days before the window's end between which an application comes in whose case takes this course. */
const ROOM: Readonly<Record<Draft['course'], readonly [most: number, least: number]>> = {
  'on-time': [10_000, 66 + ROLL],
  late: [10_000, 92 + ROLL],
  overdue: [10_000, 66 + ROLL],
  early: [58, 22],
  open: [58, 6],
};
const INCIDENT_ROOM = 110 + ROLL;

/** Day of conclusion, counted from the day the term begins. */
const conclusionOf = (scene: Scene, startsOn: LocalDate, { course, summary, incident }: Draft): LocalDate => {
  if (course === 'late') return between(scene, startsOn, 62 + ROLL, 80 + ROLL);
  if (summary) return between(scene, startsOn, 17, 28);
  if (incident === 'extended') return between(scene, startsOn, 64, 84);
  return between(scene, startsOn, incident === 'suspended' ? 40 : 22, 57);
};

/** The review of a case, up to the end of the window; a short one in the summary procedure. */
const review = (
  scene: Scene,
  to: PlayedCase['to'],
  acceptedOn: LocalDate,
  summary: boolean,
): readonly SimulatedCommand[] => {
  const sentOn = between(scene, acceptedOn, 0, 2);
  const respondentReceivedOn = between(scene, sentOn, 0, 1);
  const repliedOn = between(scene, respondentReceivedOn, 1, summary ? 3 : 7);
  return [
    order('reconsideration.CopySent', to, { sentOn, respondentReceivedOn }),
    order('reconsideration.ReplyReceived', to, { receivedOn: repliedOn }),
    ...(summary
      ? []
      : [order('reconsideration.OpinionsHeard', to, { heldOn: between(scene, repliedOn, 0, 3), mode: 'in-person' })]),
  ];
};

const incidentOf = (scene: Scene, to: PlayedCase['to'], startsOn: LocalDate, incident: Draft['incident']) => {
  if (incident === 'suspended') {
    const suspendedOn = addDays(startsOn, 18);
    return [
      order('reconsideration.ProceedingsSuspended', to, {
        suspendedOn,
        ground: 'other-case',
        docNo: scene.docNo('县政复中'),
      }),
      order('reconsideration.ProceedingsResumed', to, {
        resumedOn: addDays(suspendedOn, STILL),
        docNo: scene.docNo('县政复恢'),
      }),
    ];
  }
  if (incident !== 'extended') return [];
  return [
    order('reconsideration.TermExtended', to, {
      extendedOn: addDays(startsOn, 58),
      newDueOn: addDays(startsOn, limits.decision.ordinary.days + 29),
      approver: 'authority-head',
      docNo: scene.docNo('县政复延'),
    }),
  ];
};

const conclude = (scene: Scene, to: PlayedCase['to'], { outcome, terminationGround }: Ending, decidedOn: LocalDate) => [
  ...(outcome === 'mediated'
    ? [
        order('reconsideration.MediationHeld', to, {
          heldOn: decidedOn,
          applicantConsents: true,
          respondentConsents: true,
          result: 'agreement',
        }),
      ]
    : []),
  order('reconsideration.ReconsiderationConcluded', to, {
    decidedOn,
    outcome,
    ...(terminationGround && { terminationGround }),
    docNo: scene.docNo(outcome === 'mediated' ? '县政复调' : outcome === 'terminated' ? '县政复终' : '县政复决'),
    correctedAct: false,
    withdrawnAfterSettlement: terminationGround === 'withdrawn',
  }),
];

/** A case that comes in in the window. */
const fresh = (scene: Scene, draft: Draft, key: string, personRef: string): PlayedCase => {
  const { tools, docNo } = scene;
  const to = { streamId: tools.id('case', key), office: tools.bureau };
  const [most, least] = ROOM[draft.course];
  const receivedOn = beforeEnd(scene, most, draft.incident === undefined ? least : INCIDENT_ROOM);
  const commands = [order('reconsideration.ReconsiderationApplied', to, applicationOf(scene, personRef, receivedOn))];
  let reviewFrom = receivedOn;
  if (draft.incident === 'supplemented') {
    const requestedOn = between(scene, receivedOn, 1, 3);
    reviewFrom = between(scene, requestedOn, 3, 6);
    commands.push(
      order('reconsideration.SupplementRequested', to, {
        requestedOn,
        items: ['申请人身份证明'],
        dueOn: addDays(requestedOn, 25),
        docNo: docNo('县政复补'),
      }),
      order('reconsideration.CorrectionSupplied', to, { suppliedOn: reviewFrom }),
    );
  }
  const acceptedOn = between(scene, reviewFrom, 1, 4);
  commands.push(
    order('reconsideration.ReconsiderationAccepted', to, {
      acceptedOn,
      procedure: draft.summary ? 'summary' : 'ordinary',
      acceptanceNo: docNo('县政复字'),
    }),
  );
  const startsOn = receivedOn < REVISION_OF_2023 ? reviewFrom : acceptedOn;
  if (draft.ending === undefined) {
    const begun = daysBetween(acceptedOn, tools.to) > 20 ? review(scene, to, acceptedOn, false) : [];
    return { to, acceptedOn, commands: [...commands, ...begun] };
  }
  const on = conclusionOf(scene, startsOn, draft);
  commands.push(
    ...review(scene, to, acceptedOn, draft.summary),
    ...incidentOf(scene, to, startsOn, draft.incident),
    ...conclude(scene, to, draft.ending, on),
  );
  return { to, acceptedOn, ending: { ...draft.ending, on }, commands };
};

/** A case that was open when the window begins; one not due in it stood still, and goes on towards its end or not at all. */
const taken = (scene: Scene, draft: Draft, key: string, personRef: string): PlayedCase => {
  const { tools, docNo } = scene;
  const to = { streamId: tools.id('case', key), office: tools.bureau };
  const asOfDate = addDays(tools.from, -1);
  const receivedOn = addDays(tools.from, -tools.random.between(12, 45));
  const acceptedOn = addDays(receivedOn, 3);
  const still = draft.course === 'early' || draft.course === 'open';
  const commands = [
    order('reconsideration.OpeningBalanceImported', to, {
      asOfDate,
      state: still ? 'suspended' : 'in-review',
      ...matterOf(scene, personRef, receivedOn),
      acceptedOn,
      procedure: 'ordinary',
      acceptanceNo: docNo('县政复字(上年)'),
      ...(still && { suspendedOn: addDays(receivedOn, 8), ground: 'other-case' as const }),
      sourceSystem: '行政复议工作平台',
    }),
  ];
  if (draft.ending === undefined) return { to, acceptedOn, commands };
  if (daysBetween(tools.from, tools.to) < 60) throw new RangeError('the window is too short to conclude openingOpen');
  const startsOn = receivedOn < REVISION_OF_2023 ? receivedOn : acceptedOn;
  const resumedOn = addDays(tools.to, -20);
  const on = {
    early: () => between(scene, resumedOn, 5, 18),
    late: () => between(scene, startsOn, 62 + ROLL, 80 + ROLL),
  }[draft.course as string];
  const decidedOn = on === undefined ? between(scene, tools.from, 3, daysBetween(tools.from, startsOn) + 57) : on();
  if (draft.course === 'early')
    commands.push(order('reconsideration.ProceedingsResumed', to, { resumedOn, docNo: docNo('县政复恢') }));
  commands.push(...conclude(scene, to, draft.ending, decidedOn));
  return { to, acceptedOn, ending: { ...draft.ending, on: decidedOn }, commands };
};

export const playCaseOf = (scene: Scene, draft: Draft, key: string, personRef: string): PlayedCase =>
  (draft.origin === 'opening' ? taken : fresh)(scene, draft, key, personRef);
