import { dirname } from 'node:path';

/** Folders that exist on any machine and say nothing of this one. */
const EVERYWHERE = new Set([
  '/',
  '/tmp',
  '/home',
  '/root',
  '/opt',
  '/srv',
  '/usr',
  '/usr/local',
  '/var',
  '/var/lib',
  '/mnt',
]);

const escaped = (text: string): RegExp => new RegExp(`${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`);

/** What would tie a file to the machine it was written on: the project's own folder, people's homes, registry hosts. */
export const machineWords = (root: string, host: string): readonly RegExp[] => [
  ...[root, dirname(root)].filter((folder) => !EVERYWHERE.has(folder)).map(escaped),
  ...(/^[\w-]{6,}$/.test(host) && host !== 'localhost' ? [escaped(host)] : []),
  /(?<![\w.~-])\/(?:home|Users)\/[a-z_][\w.-]*\//,
  /(?<![\w.~-])\/root\//,
  /\b[A-Z]:\\Users\\/,
  /https?:\/\/(?:registry\.|[\w.-]*\/(?:npm|artifactory|nexus|repository)\/)/,
  /"resolved":\s*"(?:https?|file):/,
];

/** Lines of a text that hold one of the words. */
export const linesWith = (text: string, words: readonly RegExp[]): readonly number[] =>
  text.split('\n').flatMap((line, at) => (words.some((word) => word.test(line)) ? [at + 1] : []));
