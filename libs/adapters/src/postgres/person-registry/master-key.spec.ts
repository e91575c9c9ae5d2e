import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRandom } from '../../system/random.js';
import { addMasterKey, dropMasterKeys, masterKeysFrom, parseMasterKey } from './master-key.js';

describe('the master key', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'taizhang-key-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, for its owner alone, and stays the same', () => {
    const file = join(folder, 'keys', 'person.key');
    const [key, ...older] = masterKeysFrom(file, systemRandom);
    expect([key.length, older]).toEqual([32, []]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(masterKeysFrom(file, systemRandom)).toEqual([key]);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['person.key']);
  });

  it('is refused when others may read the file', () => {
    const file = join(folder, 'person.key');
    masterKeysFrom(file, systemRandom);
    chmodSync(file, 0o644);
    expect(() => masterKeysFrom(file, systemRandom)).toThrow(/chmod 600/);
  });

  it('reads hex and base64, and repeats nothing of what it cannot read', () => {
    const key = systemRandom(32);
    expect(parseMasterKey(`${key.toString('hex')}\n`, 'KEY').equals(key)).toBe(true);
    expect(parseMasterKey(key.toString('base64'), 'KEY').equals(key)).toBe(true);
    const file = join(folder, 'short.key');
    writeFileSync(file, 'c2hvcnQgc2VjcmV0', { mode: 0o600 });
    expect(() => masterKeysFrom(file, systemRandom)).toThrow(/32/);
    expect(() => masterKeysFrom(file, systemRandom)).not.toThrow(/c2hvcn/);
    expect(readFileSync(file, 'utf8')).toBe('c2hvcnQgc2VjcmV0');
  });

  it('is followed by a new one, unwraps as long as it is needed, and is dropped when it is not', () => {
    const file = join(folder, 'person.key');
    const [first] = masterKeysFrom(file, systemRandom);
    addMasterKey(file, systemRandom);
    addMasterKey(file, systemRandom);
    const keys = masterKeysFrom(file, systemRandom);
    expect([keys.length, keys[2]]).toEqual([3, first]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(dropMasterKeys(file, (key) => key.equals(first), systemRandom)).toBe(1);
    expect(masterKeysFrom(file, systemRandom)).toEqual([keys[0], first]);
    expect(dropMasterKeys(file, () => false, systemRandom)).toBe(1);
    expect(masterKeysFrom(file, systemRandom)).toEqual([keys[0]]);
    expect(readdirSync(folder)).toEqual(['person.key']);
  });
});
