import { type Term, form as formTerm } from '#kernel/term.js';

export { house, law } from '#kernel/term.js';

/** A word of the forms; where no article is behind it, that of the yearly self-evaluation reports. */
export const form = (zh: string, en: string, source = '部门整体支出绩效自评报告'): Term => formTerm(zh, en, source);
