import type { PerformanceSheet } from '../evaluation/performance-sheet.js';

/** A name as persons have it; a seat that several share is none. */
const PERSON = /^\p{Script=Han}[\p{Script=Han}·]{1,4}$/u;
const SEAT = /[局所科室股处组站]/u;

/** Who entered the evaluation of a sheet, where the log knows them by a person's name. */
export const personsOfSheet = ({ evaluation }: PerformanceSheet): readonly string[] =>
  evaluation !== undefined && PERSON.test(evaluation.by) && !SEAT.test(evaluation.by) ? [evaluation.by] : [];
