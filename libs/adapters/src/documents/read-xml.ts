import { SaxesParser } from 'saxes';
import { UnusableFile } from './unusable-file.js';

/** What a reader is told of a part, with the prefixes of this table whatever the file itself calls them. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Namespace of the evidence manifest; its number rises when its form changes. */
export const MANIFEST_NAMESPACE = 'urn:taizhang:evidence-manifest:1';

const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\//, 'w:'],
  [/\/spreadsheetml\//, 'x:'],
  [/\/package\/2006\/relationships$/, 'rel:'],
  [/\/package\/2006\/content-types$/, 'ct:'],
  [/\/officeDocument\/(2006\/)?relationships$/, 'r:'],
  [/\/markup-compatibility\/2006$/, 'mc:'],
  [new RegExp(`^${MANIFEST_NAMESPACE}$`), 'm:'],
  [/^$/, ''],
];
const prefixOf = (uri: string): string => PREFIXES.find(([known]) => known.test(uri))?.[1] ?? 'other:';

/** Parts nested deeper than this come from no office program. */
const DEEPEST = 200;

/**
 * Reads a part of an office file from beginning to end.
 * @throws UnusableFile `broken-xml` naming the part; a document type, which could define entities, is refused too
 */
export const readXml = (bytes: Uint8Array, part: string, events: XmlEvents): void => {
  const broken = (what: string): UnusableFile => new UnusableFile('broken-xml', `${part}: ${what}`);
  const parser = new SaxesParser({ xmlns: true });
  const prefixes = new Map<string, string>();
  const prefix = (uri: string): string => {
    const known = prefixes.get(uri) ?? prefixOf(uri);
    prefixes.set(uri, known);
    return known;
  };
  let depth = 0;
  parser.on('error', (error) => {
    throw broken(error.message);
  });
  parser.on('doctype', () => {
    throw broken('it declares a document type');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw broken(`it is nested deeper than ${DEEPEST}`);
    const given = Object.values(attributes).map((item) => [`${prefix(item.uri)}${item.local}`, item.value] as const);
    events.open?.(`${prefix(uri)}${local}`, Object.fromEntries(given));
  });
  parser.on('closetag', ({ uri, local }) => {
    depth -= 1;
    events.close?.(`${prefix(uri)}${local}`);
  });
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw broken('it is not UTF-8');
  }
  parser.write(text).close();
};
