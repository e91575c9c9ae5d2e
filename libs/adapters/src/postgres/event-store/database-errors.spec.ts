import { isConnectionLost, isContagious, patiently } from './database-errors.js';

const failure = (code: string | undefined, message = 'failed'): Error => Object.assign(new Error(message), { code });

describe('a database error', () => {
  it.each(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '08006', '08003'])(
    'of code %s is a lost connection',
    (code) => {
      expect(isConnectionLost(failure(code))).toBe(true);
      expect(isContagious(failure(code))).toBe(true);
    },
  );

  it('without a code is a lost connection by the words of the client', () => {
    expect(isConnectionLost(failure(undefined, 'Connection terminated unexpectedly'))).toBe(true);
    expect(isConnectionLost(failure(undefined, 'cannot read properties of undefined'))).toBe(false);
  });

  it.each(['53100', '55P03', '57014', '58030'])('of code %s befalls everyone, on a connection that lives', (code) => {
    expect(isConnectionLost(failure(code))).toBe(false);
    expect(isContagious(failure(code))).toBe(true);
  });

  it.each(['23505', '22P02', '22P05', '42501', 'P0001', '08P01'])('of code %s is about the data', (code) => {
    expect(isConnectionLost(failure(code))).toBe(false);
    expect(isContagious(failure(code))).toBe(false);
  });

  it('is borne while the connection is lost, for as long as patience lasts', async () => {
    const attempts: number[] = [];
    const task = async (attempt: number): Promise<string> => {
      attempts.push(attempt);
      if (attempt < 2) throw failure('ECONNREFUSED');
      return 'done';
    };
    expect(await patiently(5_000, task)).toBe('done');
    expect(attempts).toEqual([0, 1, 2]);
    await expect(patiently(60, () => Promise.reject(failure('ECONNREFUSED', 'gone')))).rejects.toThrow('gone');
  });

  it('about the data is not borne at all', async () => {
    let attempts = 0;
    const task = (): Promise<never> => {
      attempts += 1;
      return Promise.reject(failure('23505', 'known'));
    };
    await expect(patiently(5_000, task)).rejects.toThrow('known');
    expect(attempts).toBe(1);
  });
});
