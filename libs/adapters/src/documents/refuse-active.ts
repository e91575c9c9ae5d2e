import type { OfficePackage } from './office-package.js';
import { readXml } from './read-xml.js';
import { UnusableFile } from './unusable-file.js';

const MACRO = /vba(project|data|signature)|\/macros?\/|macroEnabled/i;
/** Kinds of relation to what is no part of an office document: programs, other documents, web pages. */
const FOREIGN = /\/(aFChunk|oleObject|package|control|attachedTemplate|externalLink(Path)?|frame|subDocument)$/i;
const EMBEDDED = /(^|\/)(embeddings|activeX|ctrlProps|externalLinks)\//i;

/**
 * Refuses what can act on its own, or on the machine of whoever opens the file.
 * @throws UnusableFile `macro`, `embedded-object`, `external-link`, naming the part
 */
export const refuseActive = (file: OfficePackage): void => {
  for (const name of file.names) {
    if (MACRO.test(name)) throw new UnusableFile('macro', name);
    if (EMBEDDED.test(name)) throw new UnusableFile('embedded-object', name);
    if (/^\[Content_Types\]\.xml$/i.test(name)) refuseMacroTypes(file, name);
    if (/\.rels$/i.test(name)) refuseExternal(file, name);
  }
};

const refuseMacroTypes = (file: OfficePackage, name: string): void =>
  readXml(file.read(name), name, {
    open: (_, { ContentType = '', PartName = '' }) => {
      if (MACRO.test(ContentType)) throw new UnusableFile('macro', `${PartName} ${ContentType}`.trim());
    },
  });

const refuseExternal = (file: OfficePackage, name: string): void =>
  readXml(file.read(name), name, {
    open: (_, { TargetMode = '', Target = '', Type = '' }) => {
      if (TargetMode.toLowerCase() === 'external') throw new UnusableFile('external-link', `${name}: ${Target}`);
      if (FOREIGN.test(Type)) throw new UnusableFile('embedded-object', `${name}: ${Target}`);
      if (MACRO.test(Type)) throw new UnusableFile('macro', `${name}: ${Target}`);
    },
  });
