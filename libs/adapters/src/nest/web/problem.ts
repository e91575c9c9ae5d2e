import { type NextStep, nextSteps } from '#application/describe-case.js';
import type { Registry } from '#application/registry.js';
import { platformErrors, platformTerms } from '#application/terms.js';
import type { Rejection } from '#kernel/reject.js';
import { httpErrors, httpTerms } from './http-terms.js';

/** An answer of type `application/problem+json` (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance: string;
  readonly code: string;
  readonly correlationId: string;
  readonly details?: readonly ProblemDetail[];
  readonly allowedNext?: readonly NextStep[];
}

export interface ProblemDetail {
  readonly at: string;
  readonly code: string;
  readonly title?: string;
  readonly message?: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const MOST_DETAILS = 100;
const LONGEST = 200;
const own: Readonly<Record<string, { readonly zh: string }>> = { ...platformTerms, ...httpTerms };

const lineError = (registry: Registry, code: string): number | undefined => {
  for (const line of registry.lines) if (Object.hasOwn(line.errors, code)) return line.errors[code];
  return undefined;
};

/** HTTP status of a rejection code; a code nobody lists is a conflict with the state of the record. */
export const statusOf = (registry: Registry, code: string): number =>
  platformErrors[code] ?? httpErrors[code] ?? lineError(registry, code) ?? 409;

const zhOf = (registry: Registry, code: string): string | undefined => registry.terms.get(code)?.zh ?? own[code]?.zh;

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Puts a rejection into words: its title from the terms, one entry for each thing it points at, the steps left open. */
export const problemOf = (
  registry: Registry,
  rejection: Rejection,
  instance: string,
  correlationId: string,
): Problem => {
  const { code, allowedNext } = rejection;
  const details = rejection.details.slice(0, MOST_DETAILS).map(({ at, code: reason, message }) => {
    const title = zhOf(registry, reason);
    return {
      at: short(at),
      code: reason,
      ...(title === undefined ? {} : { title }),
      ...(message === undefined ? {} : { message: short(message) }),
    };
  });
  const detail = details.map(({ at, code: reason, title }) => `${at}：${title ?? reason}`).join('；');
  return {
    type: `urn:problem:${code}`,
    title: zhOf(registry, code) ?? code,
    status: statusOf(registry, code),
    ...(detail === '' ? {} : { detail }),
    instance,
    code,
    correlationId,
    ...(details.length === 0 ? {} : { details }),
    ...(allowedNext === undefined ? {} : { allowedNext: nextSteps(registry, allowedNext) }),
  };
};
