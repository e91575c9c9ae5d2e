import { type KnownAnswer, WrongAnswer, assertKnownAnswers, knownAnswers } from './known-answers.js';

describe('the self-test of the ciphers', () => {
  it('passes on this machine', () => expect(() => assertKnownAnswers()).not.toThrow());

  it.each(knownAnswers.map(({ what }) => what))('refuses the start when %s is wrong by one bit', (what) => {
    const spoilt = knownAnswers.map((answer): KnownAnswer => {
      if (answer.what !== what) return answer;
      return {
        ...answer,
        calculate: () => {
          const result = Buffer.from(answer.calculate());
          result[0] = (result[0] ?? 0) ^ 1;
          return result;
        },
      };
    });
    expect(() => assertKnownAnswers(spoilt)).toThrow(WrongAnswer);
    expect(() => assertKnownAnswers(spoilt)).toThrow(new RegExp(`refused: ${what}$`));
  });

  it('refuses the start when an algorithm is not there at all', () => {
    const missing = {
      what: 'SM9',
      expected: '',
      calculate: () => {
        throw new Error('unknown');
      },
    };
    expect(() => assertKnownAnswers([missing])).toThrow(/SM9/);
  });
});
