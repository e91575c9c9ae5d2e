import { NotReached, type ProblemDetail, Refused } from './api/call.js';
import type { FieldSchema } from './api/catalogue.js';
import type { TermKey } from './terms.js';
import { say } from './text.js';

/** What a field of what was sent is called on the page, by the path a refusal gives; undefined where the page has no word for it. */
export type FieldTitles = (at: string) => string | undefined;

const stepsOf = (at: string): readonly string[] => at.split(/[.[\]]+/).filter((step) => !/^\d*$/.test(step));

/** By the path of each field, without the numbers of its lists: `offices.validTo`. What lies below a field is of it. */
export const titledBy =
  (titles: Readonly<Record<string, TermKey>>): FieldTitles =>
  (at) => {
    const path = `${stepsOf(at).join('.')}.`;
    const found = Object.entries(titles).find(([field]) => path.startsWith(`${field}.`));
    return found === undefined ? undefined : say(found[1]);
  };

/** Of the payload of a command, `data`: the innermost field of the path that has a title. */
export const titledIn =
  (schema: FieldSchema | undefined): FieldTitles =>
  (at) => {
    let [of, title]: [FieldSchema | undefined, string | undefined] = [schema, undefined];
    for (const step of stepsOf(at.replace(/^data\./, ''))) {
      of = (of?.items ?? of)?.properties?.[step];
      title = of?.title ?? title;
    }
    return title;
  };

/** What would be right, where the API does not say so itself. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'not-a-whole-number': '3',
  'not-a-decimal': '1200.50',
  'not-an-instant': '2023-05-08T14:03+08:00',
};
/** Other messages are a sentence for people or a bound; these name things of the machine. */
const isForPeople = (message: string): boolean => /[\u4e00-\u9fff]|^-?[\d.-]+$/.test(message);

/** What is wrong at one place, with its bound or an example; nothing where only the machine has a word for it. */
export const faultAt = ({ code, title = '', message = '' }: ProblemDetail): string => {
  const told = isForPeople(message) ? message : '';
  if (title === '' || told.includes(title)) return told;
  if (told !== '') return say('fault.bound', { reason: title, bound: told });
  const example = EXAMPLES[code];
  return example === undefined ? title : say('fault.example', { reason: title, example });
};

/** Why something did not work, in words for whoever did it: of a refusal every fault, with what its field is called. */
export const reasonOf = (error: unknown, titleOf: FieldTitles = () => undefined): string => {
  if (error instanceof NotReached) return say('common.unreached');
  if (error instanceof Refused) {
    const { title, detail, details = [] } = error.problem;
    if (details.length === 0) return detail ?? title;
    const faults = details.flatMap((one) => {
      const [field, reason] = [titleOf(one.at), faultAt(one)];
      if (reason === '' || reason === title) return [];
      return field === undefined ? [reason] : [say('fault.of-field', { field, reason })];
    });
    return faults.length === 0 ? title : `${title}：${[...new Set(faults)].join('；')}`;
  }
  return error instanceof Error ? error.message : String(error);
};
