import { type CommandForm, lineOf, streamOf } from '../api/catalogue.js';
import { may } from '../api/session.js';

/** The kind of record a performance sheet is. */
export const SHEET = 'performance.sheet';
/** Steps that have a place of their own on the desk: computed, or taken from a file. */
const ELSEWHERE: readonly string[] = ['performance.SelfEvaluate', 'performance.ImportFormerForm'];

const permitted = ({ permission }: CommandForm): boolean => may(permission, lineOf(SHEET)?.staff);

/** What the caller may do to a sheet in a state, each with a form. */
export const stepsIn = (status: string): readonly CommandForm[] => {
  const stream = streamOf(SHEET);
  const allowed = stream?.states.find(({ state }) => state === status)?.allowed ?? [];
  return (stream?.commands ?? []).filter(
    (command) =>
      command.event !== undefined &&
      allowed.includes(command.event) &&
      !ELSEWHERE.includes(command.type) &&
      permitted(command),
  );
};
/** Sets the targets of another sheet; undefined where the caller may not. */
export const beginning = (): CommandForm | undefined => {
  const [none] = streamOf(SHEET)?.states ?? [];
  return none === undefined ? undefined : stepsIn(none.state)[0];
};
/** Whether something that is computed or composed on the desk may be recorded in a state, and by the caller. */
const mayRecord = (event: string, status: string): boolean =>
  may('sheets:write', lineOf(SHEET)?.staff) &&
  (streamOf(SHEET)
    ?.states.find(({ state }) => state === status)
    ?.allowed.includes(event) ??
    false);
export const mayEvaluate = (status: string): boolean => mayRecord('performance.SelfEvaluated', status);
export const mayWrite = (status: string): boolean => mayRecord('performance.NarrativeWritten', status);
