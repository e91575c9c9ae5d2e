import type JSZip from 'jszip';
import type { EvidenceManifest } from '#application/documents/evidence-manifest.js';
import { manifestXml } from './manifest-xml.js';
import { MANIFEST_NAMESPACE } from './read-xml.js';
import { element } from './write-xml.js';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const STORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const STORE_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** Names our part among the custom parts of a file. */
const ITEM = '{6E1B62C5-9B0D-4C0A-9C5E-3C3F7B1D5A21}';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The main part of a Word file or a workbook, and the list of what it refers to. */
export const mainParts = {
  word: { part: 'word/document.xml', relations: 'word/_rels/document.xml.rels' },
  excel: { part: 'xl/workbook.xml', relations: 'xl/_rels/workbook.xml.rels' },
} as const;

const insertedBefore = async (parts: JSZip, name: string, end: string, xml: string): Promise<void> => {
  const text = await parts.file(name)?.async('string');
  const at = text?.lastIndexOf(end) ?? -1;
  if (text === undefined || at < 0) throw new Error(`${name} does not end in ${end}`);
  parts.file(name, `${text.slice(0, at)}${xml}${text.slice(at)}`);
};

/** Puts the manifest into a file as a custom XML part, which Word and Excel keep when they save it again. */
export const attachManifest =
  (kind: keyof typeof mainParts, manifest: EvidenceManifest) =>
  async (parts: JSZip): Promise<void> => {
    let number = 1;
    while (parts.file(`customXml/item${number}.xml`) !== null) number += 1;
    const item = `item${number}.xml`;
    const properties = `itemProps${number}.xml`;
    parts.file(`customXml/${item}`, manifestXml(manifest));
    parts.file(
      `customXml/${properties}`,
      `${HEAD}${element(
        'ds:datastoreItem',
        { 'ds:itemID': ITEM, 'xmlns:ds': STORE },
        element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': MANIFEST_NAMESPACE })),
      )}`,
    );
    const toProperties = { Id: 'rId1', Type: `${RELATIONS}/customXmlProps`, Target: properties };
    parts.file(
      `customXml/_rels/${item}.rels`,
      `${HEAD}${element('Relationships', { xmlns: PACKAGE }, element('Relationship', toProperties))}`,
    );
    const toItem = { Id: 'rIdEvidence', Type: `${RELATIONS}/customXml`, Target: `../customXml/${item}` };
    await insertedBefore(parts, mainParts[kind].relations, '</Relationships>', element('Relationship', toItem));
    const override = { PartName: `/customXml/${properties}`, ContentType: STORE_TYPE };
    await insertedBefore(parts, '[Content_Types].xml', '</Types>', element('Override', override));
  };
