/** What is wrong with a definition, and where. */
export interface DefinitionProblem {
  readonly at: string;
  readonly code: string;
  readonly message?: string;
}

/** What somebody wrote, by field. */
export type Written = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200;
