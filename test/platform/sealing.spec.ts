import type { EventStore } from '#application/ports/event-store.js';
import { closePeriod } from '#application/sealing/seal-period.js';
import { booksOf } from '#application/sealing/books.js';
import { uuidV5 } from '#kernel/ids.js';
import { sealHash } from '#kernel/seal.js';
import { Rejected } from '#kernel/reject.js';
import { BUREAU, OFFICES, type World } from '../support/world.js';
import { accept, close2022, closing, director, sealPorts, sealingWorld } from '../support/sealing-world.js';

const codeOf = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof Rejected) return error.rejection.code;
      throw error;
    },
  );

const filled = async (): Promise<World> => {
  const world = sealingWorld();
  await accept(world, 'first-day', '2022-01-01');
  await accept(world, 'last-day', '2022-12-31');
  await accept(world, 'year-after', '2023-01-01');
  return world;
};
const booksAt = (world: World) => booksOf(sealPorts(world), closing());
const valueOf = (figures: Awaited<ReturnType<typeof close2022>>['seal']['figures'], code: string, office = BUREAU) =>
  figures.find(({ indicator }) => indicator === code)?.values.find((item) => item.office === office)?.value;

describe('closing a period', () => {
  it('freezes every figure of the bureau and of each office, first and last day in it', async () => {
    const { seal, recorded } = await close2022(await filled());
    expect(recorded).toBe(true);
    expect(seal).toMatchObject({ number: 1, position: 3, recordedAt: 4, sealedBy: 'director', closedOn: '2024-03-01' });
    expect(valueOf(seal.figures, 'NT-01')).toBe('2');
    expect(valueOf(seal.figures, 'NT-01', OFFICES[0])).toBe('2');
    expect(valueOf(seal.figures, 'NT-01', OFFICES[1])).toBe('0');
    expect(seal.figures.map(({ indicator }) => indicator)).toHaveLength(9);
    const rate = seal.figures.find(({ indicator }) => indicator === 'NT-04')?.values[0];
    expect(rate).toEqual({ office: BUREAU, numerator: '0', denominator: '0', printed: '—' });
    expect(seal.hash).toBe(sealHash(seal));
  });

  it('prints nothing reported as such, not as 0', async () => {
    const { seal } = await close2022(await filled());
    const [figure] = seal.figures;
    expect(figure?.values.map(({ office, printed }) => [office, printed])).toEqual([
      [BUREAU, '2'],
      [OFFICES[0], '2'],
      [OFFICES[1], '未报'],
      [OFFICES[2], '未报'],
      ['43092299', '未报'],
    ]);
  });

  it('is refused while findings are not explained, each named; then says who explained what', async () => {
    const world = await filled();
    const asked = closePeriod(sealPorts(world), closing({ explanations: [] }));
    await expect(asked).rejects.toMatchObject({
      rejection: { code: 'period-blocked', details: [{ at: 'reports-missing', code: 'reports-missing' }] },
    });
    expect((await booksAt(world)).state).toBe('none');
    const explanations = [{ rule: 'reports-missing', reason: '两所当年未设岗', role: 'director' }];
    const { seal } = await closePeriod(sealPorts(world), closing({ explanations }));
    expect(seal.explained).toEqual(explanations);
  });

  it('asks whatever it is told to ask before it closes', async () => {
    const world = await filled();
    const mayClose = async () => [
      { code: 'x', severity: 'block', rule: 'r', rows: [], records: [], numbers: {}, message: 'no' } as const,
    ];
    expect(await codeOf(closePeriod(sealPorts(world, { mayClose }), closing({ explanations: [] })))).toBe(
      'period-blocked',
    );
    const { seal } = await closePeriod(sealPorts(world, { mayClose: async () => [] }), closing({ explanations: [] }));
    expect(seal.explained).toEqual([]);
  });

  it('is refused before the period is over, to the last millisecond in Shanghai', async () => {
    const world = await filled();
    const period = { scheme: 'MONTH', from: '2024-02-01', to: '2024-02-29' } as const;
    world.now = new Date('2024-02-29T23:59:59.999+08:00');
    expect(await codeOf(closePeriod(sealPorts(world), closing({ period })))).toBe('reporting.period-not-over');
    world.now = new Date('2024-03-01T00:00:00.000+08:00');
    expect((await closePeriod(sealPorts(world), closing({ period }))).recorded).toBe(true);
  });

  it('belongs to who has the whole bureau in scope', async () => {
    const principal = { ...director, offices: [OFFICES[0]] };
    const world = await filled();
    const asked = () => codeOf(closePeriod(sealPorts(world), closing({ principal, explanations: [] })));
    expect(await asked()).toBe('not-found');
    await close2022(world);
    expect(await asked()).toBe('not-found');
    expect(await codeOf(closePeriod(sealPorts(await filled()), closing({ line: 'none' })))).toBe('not-found');
  });
});

describe('one seal', () => {
  it('is what a second request gets, and what two at once both get', async () => {
    const world = await filled();
    await world.projector.catchUp();
    const position = () => world.feed.head();
    const both = await Promise.all([close2022(world, { position }), close2022(world, { position })]);
    expect(both.some(({ recorded }) => recorded)).toBe(true);
    expect(new Set(both.map(({ seal }) => seal.hash)).size).toBe(1);
    expect(await close2022(world)).toMatchObject({ recorded: false, seal: { hash: both[0]?.seal.hash } });
    expect((await booksAt(world)).seals).toHaveLength(1);
  });

  it('is what two at once get who saw different positions', async () => {
    const world = await filled();
    await world.projector.catchUp();
    const both = await Promise.all([2, 3].map((at) => close2022(world, { position: async () => at })));
    expect(new Set(both.map(({ seal }) => seal.hash)).size).toBe(1);
    expect((await booksAt(world)).seals).toHaveLength(1);
  });

  it('comes of a run that was ended at any call of a port, before it or after it, and run again', async () => {
    let boundaries = 0;
    for (let kill = 0; ; kill += 1) {
      let calls = 0;
      const killed = new Error('killed');
      const mortal = <Port extends object>(port: Port): Port =>
        new Proxy(port, {
          get: (target, name, receiver) => {
            const member: unknown = Reflect.get(target, name, receiver);
            if (typeof member !== 'function') return member;
            return (...args: unknown[]) => {
              if (calls++ === kill) throw killed;
              const answer: unknown = member.apply(target, args);
              if (!(answer instanceof Promise)) return answer;
              return answer.then((value: unknown) => {
                if (calls++ === kill) throw killed;
                return value;
              });
            };
          },
        });
      const world = sealingWorld(undefined, { store: (store: EventStore) => mortal(store) });
      // The store of the front door is mortal too; its calls count only while closing.
      calls = -Infinity;
      await accept(world, 'first-day', '2022-01-01');
      calls = 0;
      const ports = sealPorts(world, {
        store: mortal(world.store),
        ledger: mortal(world.ledger),
        definitions: mortal({ refresh: async () => undefined }),
      });
      const ended = await closePeriod(ports, closing()).then(
        () => undefined,
        (error: unknown) => error,
      );
      const reached = calls > kill;
      calls = -Infinity;
      const { seal } = await close2022(world);
      const { seals } = await booksAt(world);
      expect(seals).toHaveLength(1);
      expect(seals[0]?.hash).toBe(seal.hash);
      expect(sealHash(seal)).toBe(seal.hash);
      if (!reached) break;
      expect(ended).toBe(killed);
      boundaries += 1;
    }
    expect(boundaries).toBeGreaterThan(20);
  });
});

describe('after the seal', () => {
  const another = { ...director, name: 'another' };
  const reopen = async (world: World, reason: object = { reason: '上级核查发现漏报' }, principal = another) => {
    const { streamId } = await booksAt(world);
    return world.handler.handle({
      ...world.command('reporting.ReopenPeriod', 'x', { reopenedOn: '2024-03-01', ...reason }, { principal }),
      streamId,
      office: BUREAU,
    });
  };

  it('the books are reopened with a reason and closed again with another seal; the first stays as it was', async () => {
    const world = await filled();
    const first = await close2022(world);
    await accept(world, 'late', '2022-07-07');
    expect(await codeOf(reopen(world, {}))).toBe('invalid-data');
    expect(await codeOf(reopen(world, undefined, director))).toBe('reporting.sealed-by-same-person');
    await reopen(world);
    expect((await booksAt(world)).state).toBe('reopened');
    const second = await close2022(world);
    expect(second).toMatchObject({ recorded: true, seal: { number: 2 } });
    expect(valueOf(second.seal.figures, 'NT-01')).toBe('3');
    const { seals } = await booksAt(world);
    expect(seals).toEqual([first.seal, second.seal]);
  });

  it('nobody corrects or voids it', async () => {
    const world = await filled();
    const { streamId } = await close2022(world);
    const stored = await world.store.load(streamId);
    const asked = { eventIds: [stored?.events[0]?.eventId], reason: 'did-not-happen' };
    const command = world.command('reporting.RequestVoid', 'x', asked, { principal: director });
    expect(await codeOf(world.handler.handle({ ...command, streamId, office: BUREAU }))).toBe('not-correctable');
  });

  it('a second set of books for the same period is refused', async () => {
    const world = await filled();
    await close2022(world);
    const { seal } = await close2022(world);
    const { sealedBy: _, recordedAt: __, ...data } = seal;
    const command = world.command('reporting.ClosePeriod', 'x', data, { principal: director });
    const elsewhere = { ...command, streamId: uuidV5('elsewhere'), office: BUREAU };
    expect(await codeOf(world.handler.handle(elsewhere))).toBe('reporting.period-closed-elsewhere');
  });
});
