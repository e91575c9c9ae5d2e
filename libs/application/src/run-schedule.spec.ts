import { corrections } from '#lines/corrections/index.js';
import { examples } from '#lines/corrections/domain/examples/index.js';
import { Rejected, reject } from '#kernel/reject.js';
import { OFFICES, World } from '../../../test/support/world.js';
import { Schedule } from './run-schedule.js';

const away = async (): Promise<{ world: World; schedule: Schedule; refused: string[] }> => {
  const world = new World([corrections]);
  const send = (command: string, event: string): Promise<unknown> => {
    const example: object = (examples as Readonly<Record<string, object>>)[`corrections.${event}`] ?? {};
    const data = 'officeCode' in example ? { ...example, officeCode: OFFICES[0] } : example;
    return world.send(`corrections.${command}`, 'case', data, { evidence: [{ docKind: 'notice', docNo: '1' }] });
  };
  world.now = new Date('2023-03-10T10:00:00+08:00');
  await send('ReceiveSubject', 'SubjectReceived');
  await send('ApproveLeave', 'LeaveApproved');
  await send('DepartOnLeave', 'LeaveDeparted');
  const refused: string[] = [];
  const { registry, ledger, offices, handler, clock } = world;
  const schedule = new Schedule({ registry, ledger, offices, handler, clock }, (_, code) => refused.push(code));
  return { world, schedule, refused };
};

const marks = async (world: World): Promise<number> =>
  world.store.eventsAfter(0, 100).filter(({ type }) => type === 'corrections.LeaveOverdueMarked').length;

it('records a leave as overdue the day after the person should be back, once', async () => {
  const { world, schedule, refused } = await away();
  await world.projector.catchUp();
  expect(await schedule.step()).toBe(0);
  world.now = new Date('2023-03-11T00:00:01+08:00');
  expect(await schedule.step()).toBe(1);
  expect(await schedule.step()).toBe(0);
  await world.projector.catchUp();
  expect(await schedule.step()).toBe(0);
  expect(await marks(world)).toBe(1);
  expect(refused).toEqual([]);
  const [event] = world.store.eventsAfter(0, 100).filter(({ type }) => type === 'corrections.LeaveOverdueMarked');
  expect(event).toMatchObject({
    occurredOn: '2023-03-11',
    source: 'SYSTEM',
    recordedBy: 'scheduler',
    office: OFFICES[0],
  });
});

it('another process that does the same changes nothing', async () => {
  const { world, schedule } = await away();
  const { registry, ledger, offices, handler, clock } = world;
  const other = new Schedule({ registry, ledger, offices, handler, clock });
  await world.projector.catchUp();
  world.now = new Date('2023-04-01T00:00:01+08:00');
  await schedule.step();
  await other.step();
  expect(await marks(world)).toBe(1);
});

it('names the fact it is about only where a stream has several', async () => {
  const deadlines = corrections.deadlines.map((deadline) => {
    const { overdue } = deadline;
    if (overdue === undefined) return deadline;
    return { ...deadline, overdue: { command: overdue.command, dated: overdue.dated } };
  });
  const world = new World([{ ...corrections, deadlines }]);
  const { registry, offices, clock } = world;
  const sent: object[] = [];
  const duty = { deadline: 'CC-D08', dueOn: '2023-03-10', provisional: false, metOn: null };
  const rows = [{ ...duty, bureau: '430922', office: OFFICES[0], streamId: 's', factKey: 'leave', position: 1 }];
  const ledger = { duties: async () => ({ rows }) } as unknown as World['ledger'];
  const handle = async ({ data }: { data: object }) => {
    sent.push(data);
    throw new Rejected(reject('not-found'));
  };
  await new Schedule({ registry, ledger, offices, handler: { handle }, clock }).step();
  expect(sent).toEqual([{ overdueOn: '2023-03-11' }]);
});
