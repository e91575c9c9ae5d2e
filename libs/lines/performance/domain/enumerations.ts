import { enumeration } from '#kernel/schema.js';

/** Whose targets a sheet holds: 部门整体 or one budget project. */
export const subject = enumeration('performance.subject', ['department', 'project']);
/** Levels a sheet passes, lowest first. */
export const level = enumeration('performance.level', ['office', 'county', 'city']);
/** How the result is to stand to the target's number: ≥ ≤ = > <. */
export const operator = enumeration('performance.operator', ['at-least', 'at-most', 'equal', 'more-than', 'less-than']);
/** Whether more is better, where the operator does not say. */
export const direction = enumeration('performance.direction', ['higher', 'lower']);
/** Parts of the self-evaluation report that a bureau says something of its own in, in the order they are printed. */
export const narrativePart = enumeration('performance.narrative-part', [
  'overview',
  'execution',
  'results',
  'problems',
  'measures',
  'use',
]);
/** 完成目标可能性. */
export const likelihood = enumeration('performance.likelihood', ['certain', 'possible', 'impossible']);
/** 偏差原因: the columns of the monitoring form. */
export const cause = enumeration('performance.cause', ['funding', 'rules', 'staff', 'hardware', 'other']);
/** The three grades of a qualitative target. */
export const qualitativeGrade = enumeration('performance.qualitative-grade', ['met', 'partly-met', 'not-met']);
/** 绩效评价等级. */
export const grade = enumeration('performance.grade', ['excellent', 'good', 'fair', 'poor']);
/** Why a line of last year's form stands for no row: none has its name, or there are several of it, or it holds no result. */
export const leftOut = enumeration('performance.left-out', ['no-such-row', 'several', 'empty', 'other-form']);
