import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsFault } from '#adapters/settings-check.js';
import { type SecretRule, secretsOf } from '#adapters/secrets.js';
import { SelfContainedSettings } from '#adapters/settings.js';
import { ApiSettings, readSettings as readApi } from '../../apps/api/src/settings.js';
import { readSettings as readCli } from '../../apps/cli/src/settings.js';
import { readSettings as readStandalone } from '../../apps/standalone/src/settings.js';
import { WorkerSettings, readSettings as readWorker } from '../../apps/worker/src/settings.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const processes = {
  api: { settings: ApiSettings, read: readApi },
  worker: { settings: WorkerSettings, read: readWorker },
  standalone: { settings: SelfContainedSettings, read: readStandalone },
  cli: { settings: SelfContainedSettings, read: (env: NodeJS.ProcessEnv) => readCli({}, env) },
} as const;

const DATA_DIR = join(folder, 'data');
const SOUND = {
  ...{ MODE: 'production', DATA_DIR, KAFKA_BROKERS: 'kafka:9092', BACKUP_DIR: join(folder, 'backups') },
  ...{ PUBLIC_ORIGIN: 'https://taizhang.example.cn', OIDC_ISSUER: 'https://id.example.cn', OIDC_CLIENT_ID: 'taizhang' },
  DATABASE_URL: `postgres://taizhang:${randomBytes(12).toString('hex')}@db:5432/taizhang`,
  KEY_FILE: file('person.key', randomBytes(32)),
  BACKUP_KEY_FILE: file('backup.key', randomBytes(32).toString('hex')),
  OIDC_SECRET_FILE: file('oidc', randomBytes(24).toString('base64url')),
};

const address = (password: string): string => `postgres://taizhang:${password}@db:5432/taizhang`;
/** How a secret is none, by what holds it. */
const bad: Readonly<Record<SecretRule['kind'], Readonly<Record<string, (name: string) => string>>>> = {
  address: {
    'left out': () => 'postgres://taizhang@db:5432/taizhang',
    empty: () => address(''),
    short: () => address('x7-Qd!'),
    'the name of its user': () => address('taizhang'),
    'known to everybody': () => address('changeme'),
    'one sign again and again': () => address('a'.repeat(40)),
  },
  file: {
    'beside the data': (name) => join(DATA_DIR, name),
    empty: (name) => file(`${name}-empty`, ''),
    short: (name) => file(`${name}-short`, randomBytes(7)),
    'of zeros': (name) => file(`${name}-zeros`, Buffer.alloc(64)),
    'one sign again and again': (name) => file(`${name}-again`, '0'.repeat(64)),
    'known to everybody': (name) => file(`${name}-known`, 'changeme\n'),
    'a folder': () => folder,
  },
};

const faultsIn = (read: () => unknown): readonly string[] => {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof SettingsFault) return error.faults;
    throw error;
  }
};

const cases = Object.entries(processes).flatMap(([name, { settings, read }]) =>
  [...secretsOf(settings)].flatMap(([secret, { kind }]) =>
    Object.entries(bad[kind]).map(([how, make]) => [name, secret, how, read, make] as const),
  ),
);

it('there are secrets in every process, and in production good ones are taken', () => {
  for (const { settings, read } of Object.values(processes)) {
    expect(secretsOf(settings).size).toBeGreaterThanOrEqual(3);
    expect(faultsIn(() => read(SOUND))).toEqual([]);
  }
});

it.each(cases)('%s does not start in production with %s %s', (_, secret, how, read, make) => {
  const env = { ...SOUND, [secret]: make(secret) };
  const faults = faultsIn(() => read(env));
  expect(faults).toEqual([expect.stringMatching(new RegExp(`^${secret}: `))]);
  expect(faults.join()).not.toContain('changeme');
  // Elsewhere nobody minds.
  expect(faultsIn(() => read({ ...env, MODE: 'trial' }))).toEqual([]);
});

it('a key left to its default is refused, and one that is yet to be made elsewhere is not', () => {
  const { KEY_FILE: _, ...left } = SOUND;
  expect(faultsIn(() => readApi(left))).toEqual([expect.stringMatching(/^KEY_FILE: /)]);
  expect(faultsIn(() => readApi({ ...SOUND, KEY_FILE: join(folder, 'later.key') }))).toEqual([]);
  expect(faultsIn(() => readApi({ ...SOUND, OIDC_SECRET_FILE: join(folder, 'nowhere') }))).toEqual([
    'OIDC_SECRET_FILE: the file cannot be read (ENOENT)',
  ]);
});

it('a database reached through a socket of this machine, or by a certificate, needs no password', () => {
  for (const url of ['postgres:///taizhang?host=/run/postgresql', 'postgres://taizhang@db/taizhang?sslcert=/etc/c.pem'])
    expect(faultsIn(() => readApi({ ...SOUND, DATABASE_URL: url }))).toEqual([]);
});

/** Names that sound like a secret and are none: what hashes and what passwords are, and a device that keeps its own. */
const NONE = ['PASSWORD_PROFILE', 'PASSWORD_HASH', 'KEY_DEVICE', 'SECOND_FACTOR'];

it('every setting that sounds like a secret is declared as one', () => {
  const declared = Object.values(processes).flatMap(({ settings }) => [...secretsOf(settings).keys()]);
  for (const { read } of Object.values(processes)) {
    const names = Object.keys(read({ ...SOUND, KEY_DEVICE: '/run/device' }) as object);
    const sounding = names.filter((name) => /KEY|SECRET|PASSWORD|TOKEN|CREDENTIAL|DATABASE_URL/.test(name));
    expect(sounding.length).toBeGreaterThan(3);
    expect(sounding.filter((name) => !NONE.includes(name) && !declared.includes(name))).toEqual([]);
  }
});
