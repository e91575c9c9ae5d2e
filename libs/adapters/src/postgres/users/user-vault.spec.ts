import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WrongKey } from '../person-registry/sealed-text.js';
import { userVaultOf } from './user-vault.js';

const LIN = '00000000-0000-4000-8000-000000000001';
const secrets = { machine: 'argon2id' };

let folder: string;
const vault = (keyFile = 'person.key'): ReturnType<typeof userVaultOf> => userVaultOf(join(folder, keyFile));
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'taizhang-vault-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('opens what it sealed, for the user it was sealed for', () => {
  const sealed = vault().seal(LIN, secrets);
  expect(vault().open(LIN, sealed)).toEqual(secrets);
  expect(() => vault().open('00000000-0000-4000-8000-000000000002', sealed)).toThrow();
  expect(() => vault('other.key').open(LIN, sealed)).toThrow(WrongKey);
});

it('opens what an older release sealed by the file of users beside it, and seals by the key file', () => {
  const former = vault('users.key').seal(LIN, secrets);
  expect(vault().open(LIN, former)).toEqual(secrets);
  const anew = vault().seal(LIN, secrets);
  rmSync(join(folder, 'users.key'));
  expect(vault().open(LIN, anew)).toEqual(secrets);
  expect(() => vault().open(LIN, former)).toThrow(WrongKey);
});
