import type { SimulatedCommand } from '#application/case-binding.js';
import { addDays } from '#kernel/dates.js';
import type { Plan } from './plan.js';
import { type Scene, applicationOf, beforeEnd, between, order } from './scene.js';

type Answer = keyof Plan['otherApplications'];

/** Days before the window's end between which an application comes in that is answered so. */
const ROOM: Readonly<Record<Answer, readonly [most: number, least: number]>> = {
  notAccepted: [10_000, 6],
  referred: [10_000, 6],
  abandoned: [10_000, 40],
  settledBefore: [10_000, 6],
  pending: [4, 0],
};

/** An application that was not taken up. */
export const application = (
  scene: Scene,
  answer: Answer,
  key: string,
  personRef: string,
): readonly SimulatedCommand[] => {
  const { tools, docNo } = scene;
  const to = { streamId: tools.id('application', key), office: tools.bureau };
  const receivedOn = beforeEnd(scene, ...ROOM[answer]);
  const applied = order('reconsideration.ReconsiderationApplied', to, applicationOf(scene, personRef, receivedOn));
  const on = between(scene, receivedOn, 1, 4);
  switch (answer) {
    case 'pending':
      return [applied];
    case 'notAccepted':
      return [
        applied,
        order('reconsideration.ReconsiderationNotAccepted', to, {
          decidedOn: on,
          reason: tools.random.pick(['out-of-scope', 'no-interest', 'out-of-time']),
          docNo: docNo('县政复不'),
        }),
      ];
    case 'referred':
      return [
        applied,
        order('reconsideration.ReconsiderationReferred', to, {
          decidedOn: on,
          mode: 'informed',
          toOrgan: '市人民政府',
        }),
      ];
    case 'settledBefore':
      return [applied, order('reconsideration.SettledBeforeAcceptance', to, { settledOn: on, mode: 'reconciled' })];
    case 'abandoned':
      return [
        applied,
        order('reconsideration.SupplementRequested', to, {
          requestedOn: on,
          items: ['行政复议申请书'],
          dueOn: addDays(on, 25),
          docNo: docNo('县政复补'),
        }),
        order('reconsideration.DeemedAbandoned', to, { decidedOn: between(scene, on, 28, 32) }),
      ];
  }
};
