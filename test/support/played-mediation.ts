import { examples } from '#lines/mediation/domain/examples.js';
import type { MediationEvent } from '#lines/mediation/domain/events/index.js';
import { mediation } from '#lines/mediation/index.js';
import { builderOf } from './built.js';
import { PlayedLog, type Sheet } from './played-log.js';

export const OFFICE = '430922001';
/** An event of mediation from its example. */
export const on = builderOf<MediationEvent>(examples);
/** An empty log of the mediation line, written by one office. */
export const mediationLog = (): PlayedLog => new PlayedLog(mediation, OFFICE);

type More<Type extends MediationEvent['type']> = Partial<Extract<MediationEvent, { type: Type }>['data']>;
export const taken = (acceptedOn: string, more: More<'mediation.DisputeAccepted'> = {}) =>
  on('mediation.DisputeAccepted', { acceptedOn, ...more });
export const agreed = (agreementEffectiveOn: string, more: More<'mediation.MediationSucceeded'> = {}) =>
  on('mediation.MediationSucceeded', { agreementEffectiveOn, performDueOn: undefined, ...more });
export const failed = (endedOn: string) => on('mediation.MediationFailed', { endedOn });

/** The figures come out as expected, and no balance is broken. */
export const expectFigures = async (
  sheet: Sheet,
  period: string,
  expected: Readonly<Record<string, string | null>>,
): Promise<void> => {
  expect(await sheet.values(period, Object.keys(expected))).toEqual(expected);
  expect(await sheet.findings(period)).toEqual([]);
};
