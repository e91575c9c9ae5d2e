import { workday } from '#application/simulated-year.js';
import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays } from '#kernel/dates.js';
import type { DataOfEvent } from '../domain/events/index.js';
import { order } from './orders.js';
import { type Subject } from './population.js';
import { type Part, type Scene, draw, remaining, span } from './scene.js';

type Kind = DataOfEvent<'corrections.DeviceLicencePurchased'>['kind'];

/**
 * Licences of the two phone apps, bought in one lot each; those of subjects go from hand to hand. Where it is counted how
 * many carry a device at the window's end, only they get one: a licence, or a wristband where no licences are counted.
 */
export const devices: Part = (scene) => {
  const { counts, tools } = scene;
  const purchasedOn = workday(tools, addDays(tools.from, 5), addDays(tools.from, 20));
  const licences = counts.of('licencesSubjects');
  const carrying = counts.of('withDevice');
  const kind = licences > 0 ? 'subject-app' : 'wristband';
  if (licences > 0 && carrying > licences)
    throw new RangeError(`withDevice: ${carrying} carry one of ${licences} licences`);
  const carriers = counts.has('withDevice') ? draw(scene, remaining(scene), carrying, 'withDevice') : scene.subjects;
  return [
    ...buy(kind, licences > 0 ? licences : carrying, purchasedOn, scene),
    ...handOut(carriers, kind, licences > 0 ? licences : carrying, purchasedOn, scene),
    ...buy('staff-app', counts.of('licencesStaff'), purchasedOn, scene),
  ];
};

const pool = (kind: Kind, { tools }: Scene) => ({ streamId: tools.id('device-pool', kind), office: tools.bureau });

const buy = (kind: Kind, quantity: number, purchasedOn: LocalDate, scene: Scene): readonly SimulatedCommand[] => {
  if (quantity === 0) return [];
  const data = { purchasedOn, lotId: scene.tools.id('lot', kind), kind, quantity, contractNo: scene.docNo('采购') };
  return [order('corrections.DeviceLicencePurchased', pool(kind, scene), data)];
};

/** Each subject gets one while one is free, and gives it back on leaving. */
const handOut = (
  to: readonly Subject[],
  kind: Kind,
  quantity: number,
  since: LocalDate,
  scene: Scene,
): readonly SimulatedCommand[] => {
  const wanted = to
    .map((subject) => ({ subject, from: span(subject, scene).from, end: subject.exit?.on }))
    .map((item) => ({ ...item, from: item.from < since ? since : item.from }))
    .filter(({ from, end }) => quantity > 0 && (end === undefined || from < end))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const held: LocalDate[] = [];
  return wanted.flatMap(({ subject: { personRef }, from, end }) => {
    const back = held.findIndex((until) => until < from);
    if (back >= 0) held.splice(back, 1);
    if (held.length >= quantity) return [];
    held.push(end ?? '9999-12-31');
    const given = order('corrections.DeviceLicenceAssigned', pool(kind, scene), { assignedOn: from, personRef });
    if (end === undefined) return [given];
    return [given, order('corrections.DeviceLicenceReleased', pool(kind, scene), { releasedOn: end, personRef })];
  });
};
