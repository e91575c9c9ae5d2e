import { NotReached, Refused } from './api/call.js';
import { say } from './text.js';

/** Why something did not work, in words for whoever did it. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof NotReached) return say('common.unreached');
  if (error instanceof Refused) {
    const { title, detail } = error.problem;
    return detail ?? title;
  }
  return error instanceof Error ? error.message : String(error);
};
