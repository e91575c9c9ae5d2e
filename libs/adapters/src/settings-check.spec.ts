import { readSettings as readApi } from '../../../apps/api/src/settings.js';
import { readSettings } from '../../../apps/standalone/src/settings.js';
import { dossiers } from '#lines/dossiers/index.js';
import { notary } from '../../../test/support/notary.js';
import { chooseLines } from './choose-lines.js';
import { SettingsFault } from './settings-check.js';

const faultsOf = (read: () => unknown): readonly string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof SettingsFault) return error.faults;
    throw error;
  }
  return [];
};

it('has a default for everything standalone needs; an empty variable counts as not given', () =>
  expect(readSettings({ DATA_DIR: '/data', PORT: '' })).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 3000,
    DATA_DIR: '/data',
    KEY_FILE: '/data/person.key',
    ANCHORS_FILE: '/data/anchors.jsonl',
    LOG_LEVEL: 'warn',
    PASSWORD_PROFILE: 'dengbao3',
    PASSWORD_HASH: 'argon2id',
    SECOND_FACTOR: 'optional',
  }));

it('names every setting that is wrong, and tells no value', () => {
  const secret = 'mysql://root:secret@host/db';
  const faults = faultsOf(() => readSettings({ PORT: '70000', DATABASE_URL: secret, LOG_LEVEL: 'loud', LINES: 'A b' }));
  expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(['DATABASE_URL', 'LINES', 'LOG_LEVEL', 'PORT']);
  expect(faults.join()).not.toContain('secret');
});

it('asks for a database where none comes along', () =>
  expect(faultsOf(() => readApi({}))).toEqual([expect.stringMatching(/^DATABASE_URL: /)]));

it('runs the lines named, and refuses names nobody has', () => {
  expect(chooseLines([notary], undefined)).toEqual([notary]);
  expect(chooseLines([notary], 'notary')).toEqual([notary]);
  // Whose record is sealed is asked whatever else runs.
  expect(chooseLines([notary, dossiers], 'notary')).toEqual([notary, dossiers]);
  expect(faultsOf(() => chooseLines([notary], 'notary,astrology'))).toEqual([
    'LINES: no line is called astrology; there are notary',
  ]);
});
