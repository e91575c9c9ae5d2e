import { PlainFault } from '#kernel/plain-fault.js';

/**
 * The running text of a published report, as data: headings, and sentences with placeholders in braces. `{CC-01}` is the
 * printed value of an indicator; `{year}`, `{asOf}` and `{area}` (县 or 区) speak of the report itself.
 */
export interface ReportDefinition {
  /** `corrections.annual`. */
  readonly code: string;
  /** Section of a case's activity it speaks of. */
  readonly section: string;
  readonly parts: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

export const defineReport = (report: ReportDefinition): ReportDefinition => report;

/** A sentence that names something nobody knows. `line`: where in its text, counted from 1. */
export class UnresolvedPlaceholder extends PlainFault {
  constructor(
    readonly placeholder: string,
    readonly line?: number,
  ) {
    super(`${line === undefined ? '' : `line ${line}: `}nothing stands behind {${placeholder}}`);
  }
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The names a text has in braces, once each. */
export const placeholdersIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '')),
];
