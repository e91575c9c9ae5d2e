import { type Term, form as formTerm } from '#kernel/term.js';

export { house, law } from '#kernel/term.js';

export const LAW = '人民调解法';
export const RULES = '人民调解工作若干规定';

/** A word of the forms; where no article is behind it, that of the statistical form of people's mediation. */
export const form = (zh: string, en: string, source = '人民调解案件统计表'): Term => formTerm(zh, en, source);
