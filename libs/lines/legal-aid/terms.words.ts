import { type Term, form as formTerm } from '#kernel/term.js';

export { house, law } from '#kernel/term.js';

/** The ministry's forms on legal aid. */
export const FORM = '法律援助统计报表';

/** A word of the forms; where no article is behind it, of the ministry's monthly and yearly ones. */
export const form = (zh: string, en: string, source = FORM): Term => formTerm(zh, en, source);
