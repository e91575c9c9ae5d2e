import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays, daysBetween, earliest } from '#kernel/dates.js';
import { order } from './orders.js';
import type { Subject } from './population.js';
import { type Part, type Scene, at, draw, remaining, span } from './scene.js';

const GRAVITY = ['admonition', 'warning', 'public-security'] as const;
type Act = (typeof GRAVITY)[number];

const VIOLATIONS = [
  'report-missed',
  'online-check-failed',
  'left-without-leave',
  'location-spoofed',
  'education-missed',
] as const;

/** Who gets which acts: the first of each person, then second and further ones, the graver last. */
const shareOut = (scene: Scene): readonly (readonly Act[])[] => {
  const { counts } = scene;
  const repeat = (act: Act, leaf: string): readonly Act[] => Array.from({ length: counts.of(leaf) }, () => act);
  const acts = [
    ...repeat('public-security', 'publicSecurityPunishments'),
    ...repeat('warning', 'warnings'),
    ...repeat('admonition', 'admonitions'),
  ];
  const persons = counts.has('punishedPersons') ? counts.of('punishedPersons') : acts.length;
  if (persons > acts.length) throw new RangeError(`punishedPersons: ${persons} persons for ${acts.length} punishments`);
  if (persons === 0 && acts.length > 0) throw new RangeError(`punishedPersons: nobody for ${acts.length} punishments`);
  const further = acts.slice(0, acts.length - persons);
  const shares: Act[][] = acts.slice(acts.length - persons).map((act) => [act]);
  for (const [index, act] of further.entries()) shares[index % persons]?.push(act);
  return shares.map((share) => share.sort((a, b) => GRAVITY.indexOf(a) - GRAVITY.indexOf(b)));
};

/** Breaches of the rules, and the admonitions, warnings and public-security punishments they lead to. */
export const sanctions: Part = (scene) => {
  const { counts, subjects, tools } = scene;
  const shares = shareOut(scene);
  const acts = shares.reduce((sum, share) => sum + share.length, 0);
  const detected = counts.has('violationsDetected') ? counts.of('violationsDetected') : acts;
  if (detected < shares.length)
    throw new RangeError(`violationsDetected: ${detected} for ${shares.length} punished persons`);
  // Public-security punishment does not reach parole; nobody on parole is drawn at all.
  const able = subjects.filter(({ category }) => category !== 'parole');
  const punished = draw(scene, able, shares.length, 'punishedPersons', 40);
  let spare = detected - shares.length;
  const commands = punished.flatMap((subject, index) => {
    const share = shares[index] as readonly Act[];
    const own = 1 + Math.min(spare, share.length - 1);
    spare -= own - 1;
    return punish(subject, share, own, scene);
  });
  const blamed = punished.length > 0 ? punished : draw(scene, able, Math.min(spare, 20), 'violationsDetected', 20);
  const others = Array.from({ length: spare }, () => violation(tools.random.pick(blamed), scene));
  return [...commands, ...others];
};

const violation = (subject: Subject, scene: Scene): SimulatedCommand => {
  const { from, to } = span(subject, scene);
  return detect(subject, scene.tools.random.date(addDays(from, 3), to), scene).command;
};

const detect = (subject: Subject, violatedOn: LocalDate, scene: Scene) => {
  const { random, id } = scene.tools;
  const violationId = id('violation', subject.key, scene.docNo('核查'));
  const data = {
    violatedOn,
    violationId,
    kind: random.pick(VIOLATIONS),
    source: random.pick(['check', 'information-system'] as const),
  };
  return { violationId, command: order('corrections.ViolationDetected', at(subject), data) };
};

/** The acts of one subject in equal stretches of their time here, the first `own` each for a breach of its own. */
const punish = (subject: Subject, acts: readonly Act[], own: number, scene: Scene): readonly SimulatedCommand[] => {
  const { random } = scene.tools;
  const { from, to } = span(subject, scene);
  const stretch = Math.floor((daysBetween(from, to) - 3) / acts.length);
  let violationRef = '';
  return acts.flatMap((act, index) => {
    const start = addDays(from, 3 + index * stretch);
    const violatedOn = addDays(start, random.between(0, Math.max(0, stretch - 8)));
    const decidedOn = earliest(addDays(violatedOn, random.between(1, 6)), to) as LocalDate;
    const fresh = index < own ? detect(subject, violatedOn, scene) : undefined;
    violationRef = fresh?.violationId ?? violationRef;
    return [
      ...(fresh === undefined ? [] : [fresh.command]),
      ...decide(subject, { act, violatedOn, decidedOn, violationRef, repeated: acts.length > 2 }, scene),
    ];
  });
};

interface Decision {
  readonly act: Act;
  readonly violatedOn: LocalDate;
  readonly decidedOn: LocalDate;
  readonly violationRef: string;
  readonly repeated: boolean;
}

const decide = (
  subject: Subject,
  { act, violatedOn, decidedOn, violationRef, repeated }: Decision,
  scene: Scene,
): readonly SimulatedCommand[] => {
  // Where a graver step is due instead of one more act, a second person has to agree.
  const to = { ...at(subject), ...(repeated && { approvedBy: '分管领导' }) };
  switch (act) {
    case 'admonition':
    case 'warning': {
      const docNo = scene.docNo(act === 'warning' ? '矫警' : '矫训');
      return [order('corrections.PunishmentImposed', to, { decidedOn, kind: act, docNo, violationRef })];
    }
    case 'public-security':
      return [
        order('corrections.PublicSecurityPunishmentProposed', to, {
          proposedOn: violatedOn,
          docNo: scene.docNo('矫治'),
          violationRef,
        }),
        order('corrections.PublicSecurityPunishmentImposed', to, {
          imposedOn: decidedOn,
          docNo: scene.docNo('公治'),
          penalty: 'detention',
          detentionDays: 5,
          violationRef,
        }),
      ];
  }
};

/** Contact lost for some days, and convictions for new offences. */
export const lapses: Part = (scene) => {
  const { counts, tools, grounded } = scene;
  const free = remaining(scene).filter((subject) => !grounded.has(subject));
  const lost = draw(scene, free, counts.of('contactLostPersons'), 'contactLostPersons', 40);
  const offenders = draw(scene, free, counts.of('reoffencePersons'), 'reoffencePersons', 90);
  for (const subject of lost) grounded.add(subject);
  return [
    ...lost.flatMap((subject) => {
      const { from, to } = span(subject, scene);
      const lostOn = tools.random.date(addDays(from, 5), addDays(to, -10));
      return [
        order('corrections.ContactLost', at(subject), { lostOn, actions: ['电话联系', '走访家属'] }),
        order('corrections.SubjectFound', at(subject), { foundOn: addDays(lostOn, tools.random.between(2, 8)) }),
      ];
    }),
    ...offenders.map((subject) => {
      const { from, to } = span(subject, scene);
      const offenceCommittedOn = addDays(from, 5);
      const convictionEffectiveOn = tools.random.date(addDays(from, 70), to);
      return order('corrections.ReoffenceRecorded', at(subject), {
        convictionEffectiveOn,
        offenceCommittedOn,
        measureOn: addDays(offenceCommittedOn, 2),
        courtDocNo: scene.docNo('刑初'),
      });
    }),
  ];
};
