import type { LineDefinition } from './define-line.js';
import type { Term, Terms } from './kernel.js';

const ORIGINS: Readonly<Record<Term['origin'], string>> = { law: '法律', form: '报表', house: '自定' };

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();

const row = ([key, { zh, en, origin, source = '', help = '' }]: readonly [string, Term]): string =>
  `| \`${key}\` | ${[zh, en, ORIGINS[origin], source, help].map(cell).join(' | ')} |`;

const byKey = ([a]: readonly [string, Term], [b]: readonly [string, Term]): number => (a < b ? -1 : a > b ? 1 : 0);

const section = (title: string, terms: Terms): string =>
  [
    `## ${title}`,
    '',
    '| Identifier | 中文 | English | Origin 来源 | Source 依据 | Help 说明 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(terms).sort(byKey).map(row),
    '',
  ].join('\n');

/** The glossary page: every identifier with its Chinese, its English and where the word comes from, line by line. */
export const glossary = (platform: Terms, lines: readonly Pick<LineDefinition, 'code' | 'terms'>[]): string =>
  [
    '# Glossary 词汇表',
    '',
    'Generated from every `terms.ts` by `npm run glossary`; change the terms, not this page. Origin: 法律 a word of the law,',
    '报表 of a statistical form, 自定 coined here.',
    '',
    section('Platform 平台', platform),
    ...lines.map(({ code, terms }) => section(`${terms[code]?.zh ?? code} \`${code}\``, terms)),
  ].join('\n');
