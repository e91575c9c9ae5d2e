import { isUuid, uuidV5, uuidV7 } from './ids.js';

describe('ids', () => {
  it('makes version 7 ids that sort by time', () => {
    const random = Uint8Array.from([255, 255, 255, 255, 255, 255, 255, 255, 255, 255]);
    const early = uuidV7(1_700_000_000_000, random);
    const late = uuidV7(1_700_000_000_001, new Uint8Array(10));
    expect(isUuid(early)).toBe(true);
    expect(early[14]).toBe('7');
    expect(early < late).toBe(true);
  });

  it('makes the same version 5 id from the same name, and another from another split of it', () => {
    expect(uuidV5('a', 'b')).toBe(uuidV5('a', 'b'));
    expect(uuidV5('ab')).not.toBe(uuidV5('a', 'b'));
    expect(isUuid(uuidV5('x'))).toBe(true);
  });
});
