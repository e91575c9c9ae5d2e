import { randomUUID } from 'node:crypto';
import type { LookQuestion, Looks } from '#application/ports/looks.js';
import { someLook } from '../support/some-look.js';

/** What every keeper of records of looking promises. `open` gives an empty one. */
export const looksContract = (open: () => Promise<{ readonly looks: Looks; close(): Promise<void> }>): void => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => (opened = await open()));
  afterEach(() => opened.close());
  const objects = async (question: Partial<LookQuestion>) =>
    (await opened.looks.find({ limit: 100, ...question })).map(({ object }) => object);

  it('gives back what was written, with place and time', async () => {
    const [subject, minor, userId] = [randomUUID(), randomUUID(), randomUUID()];
    const whole = someLook({ userId, reason: '核对"\\\t身份', subjects: [subject, minor], minors: [minor] });
    await opened.looks.write(whole);
    const bare = someLook({ name: 'other', bureaus: [] });
    await opened.looks.write(bare);
    const [second, first] = await opened.looks.find({ limit: 10 });
    expect(first).toEqual({ ...whole, position: 1, at: expect.stringMatching(/^\d{4}-.*T.*\.\d{3}Z$/) });
    expect(second).toEqual({ ...bare, position: 2, at: expect.any(String) });
  });

  it('answers who saw somebody, whom somebody saw, and all that is asked at once; newest first, a page at a time', async () => {
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
    await opened.looks.write(someLook({ object: 'a', subjects: [one, two], name: 'x' }));
    await opened.looks.write(someLook({ object: 'b', subjects: [two], minors: [two], name: 'y', purpose: 'search' }));
    await opened.looks.write(someLook({ object: 'c', subjects: [one], name: 'y', bureaus: ['430921'] }));
    await opened.looks.write(someLook({ object: 'd', name: 'x', purpose: 'document' }));
    expect(await objects({ subjects: [one] })).toEqual(['c', 'a']);
    expect(await objects({ subjects: [two, one] })).toEqual(['c', 'b', 'a']);
    expect(await objects({ subjects: [three] })).toEqual([]);
    expect(await objects({ subjects: [] })).toEqual([]);
    expect(await objects({ caller: 'x' })).toEqual(['d', 'a']);
    expect(await objects({ caller: 'y', subjects: [one] })).toEqual(['c']);
    expect(await objects({ purpose: 'search' })).toEqual(['b']);
    expect(await objects({ bureaus: ['430922'] })).toEqual(['d', 'b', 'a']);
    expect(await objects({ bureaus: [] })).toEqual([]);
    expect(await objects({ minors: true })).toEqual(['b']);
    expect(await objects({ limit: 3 })).toEqual(['d', 'c', 'b']);
    expect(await objects({ before: 2, limit: 3 })).toEqual(['a']);
  });

  it('drops nothing that is not old enough', async () => {
    await opened.looks.write(someLook({ object: 'a' }));
    expect(await opened.looks.expire()).toBeUndefined();
    expect(await objects({})).toEqual(['a']);
  });

  it('takes the instant it begins at with it, and leaves out the one it ends at', async () => {
    await opened.looks.write(someLook({ object: 'a' }));
    const [look] = await opened.looks.find({ limit: 1 });
    const at = look?.at ?? '';
    const after = new Date(Date.parse(at) + 1).toISOString();
    expect(await objects({ from: at, to: after })).toEqual(['a']);
    expect(await objects({ from: after })).toEqual([]);
    expect(await objects({ to: at })).toEqual([]);
  });
};
