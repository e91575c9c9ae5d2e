import {
  type Publisher,
  type DeliveredRecord,
  type PartitionedConsumer,
  PartitionsDiffer,
  type TopicSettings,
} from '#application/ports/topics.js';

export interface TopicsWorld {
  readonly prefix: string;
  publisher(): Publisher;
  consumer(group: string): PartitionedConsumer;
  deleteTopic(name: string): Promise<void>;
  /** Deletes the records of a partition below an offset. */
  expire(topic: string, partition: number, below: number): Promise<void>;
}

const until = async (holds: () => boolean, milliseconds = 30_000): Promise<void> => {
  for (const end = performance.now() + milliseconds; !holds();) {
    if (performance.now() > end) throw new Error('it did not come to that in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** What every client behind the ports of topics must answer. */
export const topicsContract = (
  name: string,
  open: () => TopicsWorld,
  suite: typeof describe | ((name: string, tests: () => void) => void) = describe,
): void => {
  suite(`topics by ${name}`, () => {
    const world = open();
    const opened: { close(): Promise<void> }[] = [];
    let count = 0;
    const topic = (more: Partial<TopicSettings> = {}): TopicSettings => {
      count += 1;
      return {
        name: `${world.prefix}.topic${count}.v1`,
        partitions: 3,
        replicas: 1,
        inSync: 1,
        cleanup: 'delete',
        retention: 600_000,
        ...more,
      };
    };
    const publisher = (): Publisher => {
      const made = world.publisher();
      opened.push(made);
      return made;
    };
    const listen = async (
      topics: readonly string[],
      group: string,
      handle: (
        record: readonly DeliveredRecord[],
        partition: number,
      ) => Promise<number | undefined> | number | undefined = () => undefined,
    ) => {
      const consumer = world.consumer(group);
      const seen: { partition: number; offset: number; value: string | null; record: DeliveredRecord }[] = [];
      const dead: string[] = [];
      await consumer.start(
        topics,
        async (batch) => {
          const next = await handle(batch.records, batch.partition);
          const first = batch.records[0]?.offset ?? 0;
          const after = next ?? first + batch.records.length;
          for (const record of batch.records)
            if (record.offset < after || next === undefined)
              seen.push({ partition: batch.partition, offset: record.offset, value: record.value, record });
          return after;
        },
        (reason) => dead.push(reason),
      );
      opened.push({ close: () => consumer.stop() });
      return { seen, dead, consumer };
    };
    const records = (settings: TopicSettings, values: readonly string[], partition = 0) =>
      values.map((value) => ({
        topic: settings.name,
        partition,
        key: 'k',
        value,
        headers: { ce_position: value.slice(0, 9) },
      }));

    afterEach(async () => {
      for (const thing of opened.splice(0).reverse()) await thing.close();
    });

    it('writes in order, says where, and keeps key, value and headers', async () => {
      const one = topic();
      const writer = publisher();
      await writer.prepare([one]);
      const values = Array.from({ length: 2000 }, (_, at) => String(at));
      expect(await writer.publish(records(one, values, 1))).toEqual([
        { topic: one.name, partition: 1, firstOffset: 0 },
      ]);
      const [again] = await writer.publish(records(one, ['一'], 1));
      expect(again?.firstOffset).toBe(2000);
      expect((await writer.ranges([one.name, 'nowhere'])).find(({ partition }) => partition === 1)).toEqual({
        topic: one.name,
        partition: 1,
        low: 0,
        high: 2001,
      });
      const { seen } = await listen([one.name], `${one.name}-g`);
      await until(() => seen.length >= 2001);
      expect(seen.map(({ value }) => value)).toEqual([...values, '一']);
      expect(seen.map(({ offset }) => offset)).toEqual(Array.from({ length: 2001 }, (_, at) => at));
      expect(seen[5]?.record).toMatchObject({ key: 'k', headers: { ce_position: '5' } });
      expect(Math.abs((seen[5]?.record.publishedAt ?? 0) - Date.now())).toBeLessThan(60_000);
    });

    it('writes more of one partition at once than a broker takes in a request', async () => {
      const one = topic();
      const writer = publisher();
      await writer.prepare([one]);
      const values = Array.from({ length: 300 }, (_, at) => `${at}-${'记'.repeat(4000)}`);
      expect(await writer.publish(records(one, values))).toEqual([{ topic: one.name, partition: 0, firstOffset: 0 }]);
      const { seen } = await listen([one.name], `${one.name}-g`);
      await until(() => seen.length >= 300);
      expect(seen.map(({ value }) => value)).toEqual(values);
    });

    it('refuses a topic that has another number of partitions', async () => {
      const one = topic();
      const writer = publisher();
      await writer.prepare([one]);
      await writer.prepare([one]);
      await expect(writer.prepare([{ ...one, partitions: 4 }])).rejects.toThrow(PartitionsDiffer);
    });

    it('delivers a batch again when the handler fails, while other partitions go on', async () => {
      const one = topic();
      const writer = publisher();
      await writer.prepare([one]);
      await writer.publish([...records(one, ['a', 'b'], 0), ...records(one, ['x', 'y'], 1)]);
      let failures = 3;
      const { seen } = await listen([one.name], `${one.name}-g`, (_, partition) => {
        if (partition === 0 && failures > 0) {
          failures -= 1;
          throw new Error('not now');
        }
        return undefined;
      });
      await until(() => seen.length >= 4);
      expect(failures).toBe(0);
      expect(seen.filter(({ partition }) => partition === 0).map(({ value }) => value)).toEqual(['a', 'b']);
      expect(seen.filter(({ partition }) => partition === 1).map(({ value }) => value)).toEqual(['x', 'y']);
    });

    it('goes on wherever the handler says', async () => {
      const one = topic();
      const writer = publisher();
      await writer.prepare([one]);
      await writer.publish(records(one, ['0', '1', '2', '3', '4', '5']));
      const offsets: number[] = [];
      const jumps = [4, 1];
      const { seen } = await listen([one.name], `${one.name}-g`, (batch) => {
        offsets.push(batch[0]?.offset ?? -1);
        return jumps.shift();
      });
      await until(() => offsets.length >= 3 && (seen.at(-1)?.offset ?? 0) === 5);
      expect(offsets.slice(0, 3)).toEqual([0, 4, 1]);
    });

    it('loses nothing when the group changes hands, and a new member takes its share', async () => {
      const one = topic();
      const writer = publisher();
      await writer.prepare([one]);
      const all = new Set<string>();
      const noting = (batch: readonly DeliveredRecord[], partition: number): undefined => {
        for (const { offset } of batch) all.add(`${partition}/${offset}`);
      };
      const first = await listen([one.name], `${one.name}-g`, noting);
      const send = (from: number) =>
        writer.publish(
          [0, 1, 2].flatMap((partition) =>
            records(
              one,
              Array.from({ length: 50 }, (_, at) => String(from + at)),
              partition,
            ),
          ),
        );
      await send(0);
      await until(() => all.size === 150);
      const second = await listen([one.name], `${one.name}-g`, noting);
      await send(50);
      await until(() => all.size === 300);
      await first.consumer.stop();
      await send(100);
      await until(() => all.size === 450);
      await send(150);
      await until(() => all.size === 600);
      expect(new Set(second.seen.map(({ partition }) => partition)).size).toBe(3);
      expect(second.dead).toEqual([]);
    }, 90_000);

    it('begins at the oldest record there is when older ones have expired', async () => {
      const one = topic();
      const writer = publisher();
      await writer.prepare([one]);
      await writer.publish(records(one, ['0', '1', '2', '3']));
      await world.expire(one.name, 0, 2);
      const ranges = await writer.ranges([one.name]);
      expect(ranges.find(({ partition }) => partition === 0)).toMatchObject({ low: 2, high: 4 });
      const { seen } = await listen([one.name], `${one.name}-g`);
      await until(() => seen.length >= 2);
      expect(seen.map(({ value }) => value)).toEqual(['2', '3']);
    });

    it('reads a topic that was deleted and made anew from its beginning', async () => {
      const one = topic();
      const writer = publisher();
      await writer.prepare([one]);
      await writer.publish(records(one, ['0', '1', '2', '3']));
      const { seen } = await listen([one.name], `${one.name}-g`);
      await until(() => seen.length >= 4);
      await world.deleteTopic(one.name);
      const insist = async (): Promise<void> => {
        for (let tries = 0; ; tries += 1)
          try {
            await writer.prepare([one]);
            await writer.publish(records(one, ['n0', 'n1']));
            return;
          } catch (error) {
            if (tries > 20) throw error;
            await new Promise((resolve) => setTimeout(resolve, 250));
          }
      };
      await insist();
      await until(() => seen.some(({ value }) => value === 'n0') && seen.some(({ value }) => value === 'n1'), 60_000);
    }, 90_000);

    it('writes that a key is gone to a compacted topic', async () => {
      const one = topic({ cleanup: 'compact', retention: undefined as never });
      const writer = publisher();
      await writer.prepare([one]);
      await writer.publish([{ topic: one.name, partition: 0, key: 'gone', value: null, headers: {} }]);
      const { seen } = await listen([one.name], `${one.name}-g`);
      await until(() => seen.length >= 1);
      expect(seen[0]).toMatchObject({ value: null, record: { key: 'gone' } });
    });
  });
};
