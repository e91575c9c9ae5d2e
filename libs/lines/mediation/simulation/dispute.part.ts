import { type LocalDate, addDays, latest } from '#kernel/dates.js';
import { againstFirm } from './cast.js';
import { type Commands, type Draft, type Round, type Scene, order, to } from './scene.js';

const PLACES = ['村（社区）调解室', '镇调解中心', '当事人家中'] as const;
const FIRMS = ['某某物业服务有限公司', '某某建筑工程有限公司', '某某商贸有限公司', '县某医院'] as const;
/** Days back within which a screening found what was then taken on. */
const SHORTLY_BEFORE = 5;

const caseSheet = (draft: Draft, { tools }: Scene) => {
  const { cast, key, kind, source, parties, peopleInvolved, mediator } = draft;
  const { committeeCode, kind: committeeKind } = cast;
  return {
    ...{ caseNo: `${tools.yearStart.slice(0, 4)}-${key.padStart(4, '0')}`, committeeCode, committeeKind, source, kind },
    ...{ parties, peopleInvolved, subjectHash: tools.id('subject', key), mediators: [mediator] },
    ...(source === 'court' || source === 'police' ? { room: 'stationed' as const } : {}),
    ...(againstFirm(draft) ? { firmNames: [tools.random.pick(FIRMS)] } : {}),
  };
};

/** The discovery of a dispute, by a screening shortly before where there was one. */
export const discovery = (
  { tools }: Scene,
  on: ReturnType<typeof to>,
  kind: Draft['kind'],
  before: LocalDate,
  rounds: readonly Round[],
) => {
  const { random, from } = tools;
  const recent = rounds.filter(({ heldOn }) => heldOn <= before && heldOn >= addDays(before, -SHORTLY_BEFORE));
  const round = recent.length > 0 ? random.pick(recent) : undefined;
  if (round !== undefined) round.found += 1;
  return order('mediation.DisputeDiscovered', on, {
    discoveredOn: round?.heldOn ?? (latest(from, addDays(before, -random.between(0, 3))) as LocalDate),
    ...(round !== undefined && { screeningRef: round.streamId }),
    ...{ kind, area: '辖区', severity: random.pick(['ordinary', 'ordinary', 'escalating']), groupEvent: false },
  });
};

const begin = (draft: Draft, scene: Scene, rounds: readonly Round[]): Commands => {
  const { acceptedOn, source, opened, kind } = draft;
  const { from } = scene.tools;
  const sheet = caseSheet(draft, scene);
  if (opened === 'imported')
    return [
      order('mediation.OpeningBalanceImported', to(draft), {
        ...{ asOfDate: addDays(from, -1), acceptedOn, ...sheet, sourceSystem: '人民调解纸质台账' },
      }),
    ];
  const referred = source === 'court' || source === 'police' ? source : 'none';
  return [
    ...(opened === 'discovered' ? [discovery(scene, to(draft), kind, acceptedOn, rounds)] : []),
    order('mediation.DisputeAccepted', to(draft), {
      ...{ acceptedOn, ...sheet, refusedInWriting: false, proceedings: referred },
    }),
  ];
};

const end = (draft: Draft, { tools: { random } }: Scene, docNo: Scene['docNo']): Commands => {
  const { outcome, closedOn, parties } = draft;
  switch (outcome) {
    case 'failed':
      return [
        order('mediation.MediationFailed', to(draft), {
          ...{ endedOn: closedOn, reason: random.pick(['no-agreement', 'no-agreement', 'party-absent'] as const) },
          ...{ advisedOf: ['arbitration', 'judicial'] as const, parties },
        }),
      ];
    case 'withdrawn':
      return [order('mediation.MediationWithdrawn', to(draft), { withdrawnOn: closedOn, reason: 'settled-privately' })];
    case 'transferred':
      return [
        order('mediation.MediationTransferred', to(draft), {
          ...{ transferredOn: closedOn, to: 'court', letterNo: docNo('调移') },
        }),
      ];
    case 'open':
    case 'succeeded':
      return [];
  }
};

/** One dispute up to its end; what an agreement brings with it is another part. */
export const dispute = (draft: Draft, scene: Scene, rounds: readonly Round[]): Commands => {
  const { random, from } = scene.tools;
  const start = latest(draft.acceptedOn, from) as LocalDate;
  const days = Array.from({ length: random.between(1, 2) }, () => random.date(start, draft.closedOn)).sort();
  return [
    ...begin(draft, scene, rounds),
    ...days.map((heldOn) => order('mediation.MediationSessionHeld', to(draft), { heldOn, place: random.pick(PLACES) })),
    ...end(draft, scene, scene.docNo),
  ];
};

/** Disputes found and not taken on: refused as the leaf says, the rest found last and not yet decided on. */
export const notTakenOn = (scene: Scene, accepted: number, rounds: readonly Round[]): Commands => {
  const { counts, tools } = scene;
  const { random, offices, id, from, to: last } = tools;
  const found = Math.max(0, counts.of('discovered') - accepted);
  const refused = counts.of('notAccepted');
  return Array.from({ length: Math.max(found, refused) }, (_, at) => {
    const on = { streamId: id('not-taken', String(at + 1)), office: random.pick(offices) };
    const decided = at < refused;
    const day = random.date(decided ? from : (latest(from, addDays(last, -SHORTLY_BEFORE)) as LocalDate), last);
    return [
      ...(at < found ? [discovery(scene, on, random.pick(['neighbours', 'contract'] as const), day, rounds)] : []),
      ...(decided
        ? [
            order('mediation.DisputeNotAccepted', on, {
              decidedOn: day,
              ground: 'party-refused',
              advisedOf: ['judicial'] as const,
            }),
          ]
        : []),
    ];
  }).flat();
};
