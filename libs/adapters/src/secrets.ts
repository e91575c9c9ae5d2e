import { readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';

/** A setting that is a secret, or a file that holds one. */
export interface SecretRule {
  /** `file`: its path; `address`: a URL with the password in it. */
  readonly kind: 'file' | 'address';
  /** Bytes it has to have at the least. */
  readonly least: number;
  /** Whether it has to be there already, or is made at the first start. */
  readonly made?: true;
  /** Another setting without which it serves nothing. */
  readonly with?: string;
}

const rules = new WeakMap<object, Map<string, SecretRule>>();

/** Marks a setting as a secret: in production mode nothing starts with one that is missing, short, or known to everybody. */
export const Secret =
  (rule: SecretRule): PropertyDecorator =>
  (target, name) => {
    const known = rules.get(target) ?? new Map<string, SecretRule>();
    rules.set(target, known.set(String(name), rule));
  };

/** Every secret of a class of settings, with those it inherits. */
export const secretsOf = (settings: abstract new () => object): ReadonlyMap<string, SecretRule> => {
  const found = new Map<string, SecretRule>();
  for (let at = settings.prototype as object | null; at !== null; at = Object.getPrototypeOf(at) as object | null)
    for (const [name, rule] of rules.get(at) ?? []) found.set(name, rule);
  return found;
};

/** What everybody tries first. */
const KNOWN =
  /^(changeme|change-me|secret|password|passw0rd|postgres|taizhang|admin|default|example|test|123456\d*|示例)$/i;
/** Fewer different bytes than chance ever gives. */
const DIFFERENT = 8;

const weakness = (secret: Buffer, least: number): string | undefined => {
  const text = secret.toString('utf8').trim();
  if (text === '' && secret.length < least) return 'is empty';
  if (KNOWN.test(text)) return 'is one that everybody knows';
  if (secret.length < least) return `is shorter than ${least} bytes`;
  return new Set(secret).size < DIFFERENT ? 'is no random secret' : undefined;
};

const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
};

const fileFault = (path: string, { least, made }: SecretRule, dataDir: string): string | undefined => {
  if (isInside(path, dataDir))
    return 'must be named, and lie outside DATA_DIR: a key beside what it seals seals nothing';
  try {
    const found = weakness(readFileSync(path), least);
    return found === undefined ? undefined : `what the file holds ${found}`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' && made === true ? undefined : `the file cannot be read (${code})`;
  }
};

/** A database reached without a password is reached through a socket of this machine, or by a certificate. */
const addressFault = (address: string, { least }: SecretRule): string | undefined => {
  if (!URL.canParse(address)) return address.includes('@/') || address.includes(':///') ? undefined : 'is no address';
  const { username, password, searchParams, hostname } = new URL(address);
  if (hostname === '' || searchParams.has('sslcert') || searchParams.get('host')?.startsWith('/') === true)
    return undefined;
  const secret = decodeURIComponent(password);
  if (secret !== '' && secret === decodeURIComponent(username)) return 'its password is the name of its user';
  const found = weakness(Buffer.from(secret), least);
  return found === undefined ? undefined : `its password ${found}`;
};

/** What is wrong with the secrets of a process in production, each by the name of its setting; never a value. */
export const secretFaults = (settings: object): readonly string[] => {
  const given = settings as Readonly<Record<string, string | undefined>>;
  return [...secretsOf(settings.constructor as new () => object)].flatMap(([name, rule]) => {
    const value = given[name];
    if (value === undefined || (rule.with !== undefined && given[rule.with] === undefined)) return [];
    const fault = rule.kind === 'file' ? fileFault(value, rule, given['DATA_DIR'] ?? '') : addressFault(value, rule);
    return fault === undefined ? [] : [`${name}: ${fault}`];
  });
};
