import { MemoryLedger } from '#adapters/memory/ledger.js';
import { resolveMergers } from '#application/persons/mergers.js';
import { Projector } from '#application/run-view.js';
import { dossiers } from '#lines/dossiers/index.js';
import { uuidV5 } from '#kernel/ids.js';
import { notary } from '../support/notary.js';
import { World } from '../support/world.js';

describe('records that stand for others', () => {
  it('end where the chain ends, and in a circle at one of it', () => {
    const ends = resolveMergers([
      { person: 'a', into: 'b' },
      { person: 'b', into: 'c' },
      { person: 'x', into: 'y' },
      { person: 'y', into: 'x' },
    ]);
    expect(Object.fromEntries(ends)).toEqual({ a: 'c', b: 'c', y: 'x' });
  });

  it('are one person in the plain ledger too, from the merger to its end', async () => {
    const world = new World([notary, dossiers]);
    const ledger = new MemoryLedger(world.feed, undefined, 'dossiers.merged');
    const projector = new Projector({
      ...{ store: world.store, feed: world.feed, registry: world.registry, projections: ledger },
      calendar: () => world.calendar(),
    });
    const [p, q] = [uuidV5('person', 'p'), uuidV5('person', 'q')];
    const accept = (name: string, personRef: string) =>
      world.send('notary.AcceptMatter', name, { personRef, matterNo: name, kind: 'will', acceptedOn: '2023-03-06' });
    await accept('m-1', p);
    await accept('m-2', q);
    const count = async (asOf?: number): Promise<string> => {
      await projector.catchUp();
      const term = {
        measure: 'notary.applicants',
        mode: 'persons-flow',
        from: '2023-01-01',
        to: '2023-12-31',
      } as const;
      const offices = world.offices.all().map(({ code }) => code);
      const reading = { bureau: '430922', offices, ...(asOf === undefined ? {} : { asOf }) };
      const { rows } = await ledger.evidence(reading, term, { limit: 50 });
      const [sum] = await ledger.sums(reading, [term]);
      expect(String(new Set(rows.map(({ person }) => person)).size)).toBe(sum);
      return sum ?? '';
    };
    expect(await count()).toBe('2');
    const merged = await world.send('dossiers.MergePerson', 'merge', {
      ...{ mergedOn: '2024-02-01', person: q, into: p, reason: 'same-number' },
    });
    expect([await count(), await count(merged.position - 1)]).toEqual(['1', '2']);
    const apart = await world.send('dossiers.UnmergePerson', 'merge', {
      ...{ unmergedOn: '2024-02-01', person: q, reason: 'merged-by-mistake' },
    });
    expect([await count(), await count(apart.position - 1)]).toEqual(['2', '1']);
  });
});
