import type { Seeded } from '../../simulation/seeded.js';
import { injections } from '../fuzz/injections.js';

type Change = (xml: string, random: Seeded) => string | Buffer;

const ATTRIBUTES = [
  ...[
    '',
    '-1',
    '0',
    '99999999999',
    '1e308',
    'NaN',
    'A0',
    'A1048577',
    'XFE1',
    'XFD1048576',
    'ZZZ9999999',
    'A1:XFD1048576',
  ],
  ...[
    '../../../etc/passwd',
    'file:///etc/passwd',
    'https://198.51.100.7/x',
    'xl/workbook.xml',
    '/',
    's',
    'inlineStr',
    'e',
    '&#x41;',
  ],
];
const TEXTS = [
  ...[
    '',
    '-1',
    '9999999',
    '1e309',
    '1e-400',
    'NaN',
    '=1+1',
    '#REF!',
    '&#x10FFFF;',
    '&#0;',
    '&unknown;',
    ']]>',
    '<![CDATA[<x>]]>',
  ],
  ...[
    '<x:y/>',
    '<!-- a -- b -->',
    '<?xml version="1.1"?>',
    '字'.repeat(40_000),
    'a'.repeat(200_000),
    '\u0000',
    '\ufffe',
    '\ud800',
  ],
];
const FORMATS = [
  'General;General;General',
  '[h]:mm:ss',
  '0'.repeat(300),
  '"'.repeat(99),
  '\\',
  '_',
  '*',
  '[$-x]yyyy',
  '#,##0.'.repeat(50),
  '0%%%',
];
const FORMULAS = [
  'DDE("cmd";"/C calc";"A0")',
  'WEBSERVICE("http://198.51.100.7")',
  'HYPERLINK("file:///etc/passwd")',
  '('.repeat(5000),
  'A1',
];

const TAG = /<[^<>]+>/g;
const spans = (xml: string, form: RegExp): readonly { readonly at: number; readonly text: string }[] =>
  [...xml.matchAll(form)].slice(0, 5000).map((found) => ({ at: found.index, text: found[0] }));
const put = (xml: string, at: number, length: number, text: string): string =>
  xml.slice(0, at) + text + xml.slice(at + length);

const onOne =
  (form: RegExp, change: (text: string, random: Seeded) => string): Change =>
  (xml, random) => {
    const found = spans(xml, form);
    if (found.length === 0) return `${xml} `;
    const { at, text } = random.pick(found);
    return put(xml, at, text.length, change(text, random));
  };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const DTD = {
  laughs: `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>`,
  outside: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  web: '<!DOCTYPE x PUBLIC "-//X//X" "http://198.51.100.7/x.dtd">',
};
const afterHead = (xml: string, text: string): string => xml.replace(/^(<\?xml[^>]*\?>)?/, (head) => `${head}${text}`);

/** One thing done to a part of an office file that is XML. */
export const xmlChanges: Readonly<Record<string, Change>> = {
  'a tag gone': onOne(TAG, () => ''),
  'a tag many times': onOne(TAG, (tag, random) => tag.repeat(random.pick([2, 50, 10_000]))),
  'a tag of another name': onOne(TAG, (tag) => tag.replace(/[\w:]+/, 'other')),
  'a tag of another namespace': onOne(/<(?![?!/])[\w:]+/g, (tag) => `${tag} xmlns="urn:other"`),
  'an attribute': onOne(
    /="[^"]*"/g,
    (_, random) => `="${escaped(random.pick(random.chance(0.7) ? ATTRIBUTES : injections))}"`,
  ),
  'an attribute twice': onOne(/ [\w:]+="[^"]*"/g, (attribute) => attribute + attribute),
  'a text': onOne(
    />[^<]+</g,
    (_, random) => `>${random.chance(0.6) ? random.pick(TEXTS) : escaped(random.pick(injections))}<`,
  ),
  'a formula': onOne(/<v>/g, (tag, random) => `<f>${escaped(random.pick(FORMULAS))}</f>${tag}`),
  'a format': onOne(
    /formatCode="[^"]*"|<cellXfs[^>]*>/g,
    (_, random) => `formatCode="${escaped(random.pick(FORMATS))}"`,
  ),
  'a reference': onOne(
    / (r|ref|s|t|Id|Target|r:id|count)="[^"]*"/g,
    (text, random) => `${text.split('=')[0]}="${escaped(random.pick(ATTRIBUTES))}"`,
  ),
  'cut off': (xml, random) => xml.slice(0, random.below(xml.length)),
  'bytes changed': (xml, random) => {
    const bytes = Buffer.from(xml);
    for (let at = 0; at < 8 && bytes.length > 0; at += 1) bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  },
  'in UTF-16': (xml, random) => Buffer.from(`${random.chance(0.5) ? '\ufeff' : ''}${xml}`, 'utf16le'),
  'in latin1': (xml) => Buffer.from(xml.replace('UTF-8', 'gb2312'), 'latin1'),
  'with a mark of order': (xml) => `\ufeff\ufeff${xml}`,
  'another encoding declared': (xml) => xml.replace('UTF-8', 'UTF-7'),
  'entities in entities': (xml) => afterHead(xml, DTD.laughs).replace(/>([^<]+)</, '>&a8;<'),
  'an entity from a file': (xml) => afterHead(xml, DTD.outside).replace(/>([^<]+)</, '>&e;<'),
  'a type from the web': (xml) => afterHead(xml, DTD.web),
  'nested deep': (xml, random) => {
    const levels = random.pick([150, 250, 5_000, 100_000]);
    return xml.replace(/(<\/[\w:]+>\s*)$/, (end) => `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}${end}`);
  },
  empty: () => '',
  twice: (xml) => xml + xml,
};
