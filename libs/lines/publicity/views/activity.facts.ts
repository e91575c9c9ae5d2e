import { keyOf } from '#application/fact-tables.js';
import type { Fact, FactHandlers, FactSheet } from '#application/facts.js';
import { latest } from '#kernel/dates.js';
import type { ActivityEvent, MaterialEvent, MediaEvent } from '../domain/events.js';
import type { PublicitySettings } from '../settings.js';
import { tables } from './kinds.js';

const { put } = tables;
const PLAN = 'plan';

const planIn = (sheet: FactSheet): Fact | undefined => sheet.get('publicity.plan', PLAN);

const countSession = (sheet: FactSheet, heldOn: string): void => {
  const plan = planIn(sheet);
  if (plan === undefined) return;
  const sessionsHeld = Number(plan.fields['sessionsHeld']) + 1;
  const isDone = sessionsHeld === plan.fields['quotaSessions'];
  put(sheet, 'publicity.plan', PLAN, { status: 'held', sessionsHeld, ...(isDone && { fulfilledOn: heldOn }) });
};

/** Activities with what they reached, printed matter, the media. */
export const activityFacts: FactHandlers<ActivityEvent | MaterialEvent | MediaEvent, PublicitySettings> = {
  'publicity.ActivityPlanned': ({ data: { plannedOn, planYear, theme, kind, quotaSessions } }, sheet) =>
    put(sheet, 'publicity.plan', PLAN, {
      status: 'planned',
      planYear,
      theme,
      kind,
      quotaSessions,
      sessionsHeld: 0,
      plannedOn,
      planOn: latest(plannedOn, `${planYear}-01-01`),
      planEndsOn: `${planYear}-12-31`,
    }),
  'publicity.ActivityHeld': (event, sheet) => {
    const { heldOn, theme, kind, place, organiser, attendance, coveredUnits, materialsHandedOut } = event.data;
    put(sheet, 'publicity.session', keyOf(event), {
      heldOn,
      theme,
      kind,
      place,
      organiser,
      attendance,
      unitsCovered: coveredUnits.length,
      materialsHandedOut,
      planOn: planIn(sheet)?.fields['planOn'],
    });
    for (const { unitKind, unitCode } of coveredUnits) {
      const unit = `${unitKind}:${unitCode}`;
      put(sheet, 'publicity.coverage', `${keyOf(event)}:${unit}`, { heldOn, theme, unitKind, unit });
    }
    countSession(sheet, heldOn);
  },
  'publicity.AwarenessTested': (event, sheet) => {
    const { testedOn, tested, passed } = event.data;
    const theme = sheet.all('publicity.session').at(-1)?.fields['theme'];
    put(sheet, 'publicity.test', keyOf(event), { testedOn, theme, tested, passed });
    if (planIn(sheet) !== undefined) put(sheet, 'publicity.plan', PLAN, { status: 'assessed' });
  },
  'publicity.ActivityCancelled': ({ data: { cancelledOn } }, sheet) =>
    put(sheet, 'publicity.plan', PLAN, { status: 'cancelled', cancelledOn }),
  'publicity.MaterialPrinted': (event, sheet) => put(sheet, 'publicity.printing', keyOf(event), { ...event.data }),
  'publicity.MaterialDistributed': (event, sheet) => {
    const { distributedOn, copies } = event.data;
    const kind = sheet.all('publicity.printing').at(-1)?.fields['kind'];
    put(sheet, 'publicity.distribution', keyOf(event), { distributedOn, kind, copies });
  },
  'publicity.MediaPublished': (event, sheet) => put(sheet, 'publicity.release', keyOf(event), { ...event.data }),
};
