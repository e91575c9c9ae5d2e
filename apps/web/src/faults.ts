import { NotReached, Refused } from './api/call.js';
import { say } from './text.js';

/** Why something did not work, in words for whoever did it. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof NotReached) return say('common.unreached');
  if (error instanceof Refused) {
    const { title, detail, details = [] } = error.problem;
    const said = details.flatMap(({ message, title: what }) => message ?? what ?? []);
    const more = [...new Set(said)].filter((one) => one !== title);
    return more.length > 0 ? `${title}：${more.join('；')}` : said.length > 0 ? title : (detail ?? title);
  }
  return error instanceof Error ? error.message : String(error);
};
