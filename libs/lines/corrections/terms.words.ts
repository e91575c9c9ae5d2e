import type { Term } from '#kernel/term.js';

/** A word of the law, with its article. */
export const law = (zh: string, en: string, source: string): Term => ({ zh, en, origin: 'law', source });
/** A word of the forms; where no article is behind it, that of the yearly self-evaluation reports. */
export const form = (zh: string, en: string, source = '社区矫正绩效自评报告'): Term => ({
  zh,
  en,
  origin: 'form',
  source,
});
/** A word of our own, with the article it leans on where there is one. */
export const house = (zh: string, en: string, source?: string): Term => ({
  zh,
  en,
  origin: 'house',
  ...(source === undefined ? {} : { source }),
});
