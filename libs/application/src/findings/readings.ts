import { notCheckedYet, type Needs } from '../finding-codes.js';
import type { Finding } from '../identity.js';
import type { SheetPage } from './sheet-page.js';
import { type ReadingCode, findingRoomTerms, readingTerms } from './terms.js';

/** A kind of finding that a person looks for: where a sheet gives cause, and what is to be read. */
interface Reading {
  readonly code: ReadingCode;
  /** Texts to be read; none: there is nothing to read. */
  readonly of: (page: SheetPage) => readonly string[];
}

const all = ({ texts }: SheetPage): readonly string[] => texts.map(({ text }) => text);
const holding =
  (form: RegExp): Reading['of'] =>
  (page) =>
    all(page).filter((text) => form.test(text));
const names = ({ found: { sheet } }: SheetPage): readonly string[] => sheet.rows.map(({ level3 }) => level3);
const given = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

const readings: readonly Reading[] = [
  { code: 'annex-missing', of: holding(/附件|附表|详见|见表/) },
  {
    code: 'count-not-verifiable',
    of: holding(/[\d一二三四五六七八九十两]+(多|余)|等[\d一二三四五六七八九十两]*[个项种类件人]/),
  },
  {
    code: 'direction-unclear',
    of: ({ found: { sheet } }) =>
      sheet.rows
        .filter(
          ({ target, direction }) =>
            target.number !== undefined && target.operator === undefined && direction === undefined,
        )
        .map(({ level3 }) => level3),
  },
  { code: 'fund-source-mislabelled', of: ({ found: { sheet } }) => given(sheet.purpose) },
  { code: 'goal-without-result', of: ({ found: { sheet } }) => given(sheet.goal) },
  {
    code: 'name-differs',
    of: ({ found: { sheet } }) => (sheet.subject === 'project' ? [sheet.subjectName] : []),
  },
  { code: 'narrative-without-figure', of: (page) => all(page).filter((text) => !/\d/.test(text)) },
  {
    code: 'schedule-exceeds-period',
    of: ({ found: { sheet } }) =>
      sheet.rows
        .filter(({ level2, target }) => level2.startsWith('时效') && target.number === undefined)
        .map(({ level3, target }) => `${level3} ${target.text ?? ''}`),
  },
  { code: 'subject-differs', of: names },
  { code: 'term-two-meanings', of: (page) => [...names(page), ...all(page)] },
];

/** A finding that is none until a person has read. */
export type ReaderFinding = Finding & { readonly needs: Needs; readonly toRead: readonly string[] };

/** What a person must read of a sheet before it is signed. */
export const readingsOf = (page: SheetPage): readonly ReaderFinding[] =>
  readings.flatMap(({ code, of }) => {
    const toRead = of(page);
    return toRead.length === 0
      ? []
      : [
          {
            ...{ code, severity: 'warn' as const, rule: code, rows: [], records: [], numbers: {} },
            message: `${readingTerms[code].zh}（${findingRoomTerms['finding.reader'].zh}）`,
            needs: notCheckedYet[code] ?? 'reader',
            toRead,
          },
        ];
  });
