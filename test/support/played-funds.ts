import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import type { CaseFile } from '#application/case-file.js';
import { type Asked, evaluateIndicators } from '#application/evaluate-indicators.js';
import { type Period, fiscalYear } from '#kernel/period.js';
import { funds } from '#lines/funds/index.js';
import { caseFile, playCase, wholeBureau } from './played-case.js';
import type { World } from './world.js';

type Write = (tools: SimulationTools) => readonly SimulatedCommand[] | Promise<readonly SimulatedCommand[]>;

/** Plays what a function writes of the year 2023 through the front door; a command refused fails the test. */
export const playFunds = async (write: Write, seed = '1') => {
  const real = await caseFile('taojiang-2023-corrections');
  const activity = { window: real.activity.window, played: {} };
  const file = { ...real, activity } as unknown as CaseFile;
  const simulate = (_leaves: object, tools: SimulationTools) => write(tools);
  return playCase(file, [{ ...funds, cases: [{ section: 'played', leaves: {}, simulate }] }], seed);
};

/** Values of figures, narrowed or whole, in order; `until` is a day of 2023 as MM-DD, or another period. */
export const fundsValues = async (
  { ledger, registry }: World,
  until: string | Period,
  ...asked: readonly Asked[]
): Promise<readonly (number | null)[]> => {
  const day = (to: string): Period => ({ ...fiscalYear(2023), to: `2023-${to}` });
  const period = typeof until === 'string' ? day(until) : until;
  const values = await evaluateIndicators(ledger, registry, wholeBureau, period, asked);
  return values.map(({ value }) => (value === null ? null : Number(value)));
};
