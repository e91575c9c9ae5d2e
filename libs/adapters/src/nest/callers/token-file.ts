import { hash, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EVERY_OFFICE } from '#application/office-scope.js';
import type { Principal } from '#kernel/command.js';
import { roles } from './permissions.js';

/** Who calls, by the token shown. */
export interface Callers {
  find(token: string): Principal | undefined;
}

interface Entry extends Principal {
  /** SHA-256 of the token, hex: the file gives no one a token. */
  readonly tokenHash: string;
}

export const hashOfToken = (token: string): string => hash('sha256', token);

/** What keeps a token file from being used, all of it. */
export class TokenFileFault extends Error {
  constructor(path: string, faults: readonly string[]) {
    super(`令牌文件有误 / the token file cannot be used: ${path}\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string' && item !== '');

const faultsOf = (entry: Partial<Entry> | null, at: number): readonly string[] => {
  const wrong = (what: string): string => `principals[${at}]: ${what}`;
  if (typeof entry !== 'object' || entry === null) return [wrong('must be an object')];
  const unknown = isTextList(entry.roles) ? entry.roles.filter((role) => !Object.hasOwn(roles, role)) : [];
  return [
    ...(/^[0-9a-f]{64}$/.test(entry.tokenHash ?? '') ? [] : [wrong('tokenHash must be 64 hex digits in lower case')]),
    ...(typeof entry.name === 'string' && entry.name.trim() !== '' ? [] : [wrong('name is missing')]),
    ...(isTextList(entry.roles) ? [] : [wrong('roles must be a list of names')]),
    ...(isTextList(entry.offices) ? [] : [wrong(`offices must be a list of codes, or ["${EVERY_OFFICE}"]`)]),
    ...unknown.map((role) => wrong(`no role is called ${role}; there are ${Object.keys(roles).join(', ')}`)),
  ];
};

const parse = (path: string, text: string): readonly Entry[] => {
  let entries: unknown;
  try {
    entries = (JSON.parse(text) as { principals?: unknown } | null)?.principals;
  } catch (error) {
    throw new TokenFileFault(path, [(error as Error).message]);
  }
  if (!Array.isArray(entries)) throw new TokenFileFault(path, ['principals must be a list']);
  const faults = entries.flatMap(faultsOf);
  if (faults.length > 0) throw new TokenFileFault(path, faults);
  return entries as readonly Entry[];
};

/** Callers as a list of principals with the hashes of their tokens. */
export const callersOf = (entries: readonly Entry[]): Callers => {
  const known = new Map(
    entries.map(({ tokenHash, name, roles, offices }) => [tokenHash, { name, roles, offices } satisfies Principal]),
  );
  return { find: (token) => known.get(hashOfToken(token)) };
};

/** Writes the file beside its place and links it there: it appears whole, and never over one that is there already. */
const create = (path: string, entries: readonly Entry[]): boolean => {
  // Processes of several containers may share a folder, and have the same id.
  const draft = `${path}-${randomBytes(8).toString('hex')}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, `${JSON.stringify({ principals: entries }, undefined, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/**
 * Reads who may call. Where there is no file yet, one is made with a single administrator, whose token is given back this
 * once and stored nowhere.
 * @throws TokenFileFault naming everything wrong with the file
 */
export const openTokenFile = (path: string): { readonly callers: Callers; readonly firstToken?: string } => {
  const read = () => callersOf(parse(path, readFileSync(path, 'utf8')));
  try {
    return { callers: read() };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== undefined && code !== 'ENOENT') throw new TokenFileFault(path, [message]);
    if (code === undefined) throw error;
  }
  const firstToken = randomBytes(24).toString('base64url');
  const admin: Entry = { tokenHash: hashOfToken(firstToken), name: 'admin', roles: ['admin'], offices: [EVERY_OFFICE] };
  return create(path, [admin]) ? { callers: read(), firstToken } : { callers: read() };
};
