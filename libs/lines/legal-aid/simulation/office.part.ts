import type { SimulatedCommand } from '#application/case-binding.js';
import { workday } from '#application/simulated-year.js';
import { type LocalDate, addDays, weekday } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { type Scene, after } from './cast.js';

const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

const place = ({ tools: { id, offices, random } }: Scene, kind: string, at: number) => ({
  streamId: id(kind, String(at)),
  office: random.pick(offices),
});

/** Advice and papers, spread over the window. */
export const advice = async (scene: Scene): Promise<readonly SimulatedCommand[]> => {
  const { tools, counts, order } = scene;
  const { random, from, to } = tools;
  const people = await Promise.all(
    numbered(counts.of('documentsDrafted')).map((at) => tools.person(`drafted for ${at}`, { age: 20 + (at % 50) })),
  );
  return [
    ...numbered(counts.of('consultations')).map((at) =>
      order('legal-aid.ConsultationAnswered', place(scene, 'consultation', at), {
        answeredOn: workday(tools, from, to),
        channel: random.pick(['visit', 'visit', 'telephone', 'hotline-12348', 'online', 'letter']),
        topicClass: random.pick(['civil', 'civil', 'civil', 'criminal', 'administrative', 'economic']),
        categories: random.pick([[], ['farmer'], ['migrant-worker'], ['elderly', 'farmer'], ['female']] as const),
      }),
    ),
    ...people.map((personRef, at) =>
      order('legal-aid.DocumentDrafted', place(scene, 'paper', at + 1), {
        draftedOn: workday(tools, from, to),
        kind: random.pick(['claim', 'defence', 'application', 'other']),
        personRef,
      }),
    ),
  ];
};

/** Shifts spread evenly over the working days; no lawyer twice in one half of a day. */
export const duty = async (scene: Scene): Promise<readonly SimulatedCommand[]> => {
  const { tools, counts, order, lawyers, docNo } = scene;
  const shifts = counts.of('dutyShiftsDue');
  counts.rest('dutyShiftsDue', 'dutyShiftsPaid');
  const helps = counts.has('dutyHelpGiven') ? counts.of('dutyHelpGiven') : shifts;
  if (helps > 0 && shifts === 0) throw new RangeError(`dutyHelpGiven: ${helps} without dutyShiftsDue`);
  const last = addDays(tools.to, counts.of('dutyShiftsPaid') > 0 ? -Math.floor(scene.tail / 2) : 0);
  const days: LocalDate[] = [];
  for (let day = tools.from; day <= last; day = addDays(day, 1)) if (weekday(day) <= 5) days.push(day);
  if (shifts > days.length * lawyers.length * 2)
    throw new RangeError(`dutyShiftsDue: ${shifts} for ${lawyers.length} lawyers on ${days.length} days`);
  const onDay = new Map<LocalDate, number>();
  const people = await Promise.all(numbered(helps).map((at) => tools.person(`helped ${at}`, { age: 20 + (at % 45) })));
  return numbered(shifts).flatMap((at) => {
    const servedOn = days[Math.floor(((at - 1) * days.length) / shifts)] as LocalDate;
    const nth = onDay.get(servedOn) ?? 0;
    onDay.set(servedOn, nth + 1);
    const to = place(scene, 'shift', at);
    const here = people.filter((_, index) => index % shifts === at - 1);
    return [
      order('legal-aid.DutyShiftServed', to, {
        servedOn,
        half: nth % 2 === 0 ? 'morning' : 'afternoon',
        place: tools.random.pick(['court', 'procuratorate', 'detention-centre']),
        agentRef: lawyers[Math.floor(nth / 2) % lawyers.length] as Uuid,
        agentKind: 'private-lawyer',
      }),
      ...here.map((personRef) =>
        order('legal-aid.DutyHelpGiven', to, {
          givenOn: servedOn,
          personRef,
          kind: tools.random.pick(['advice', 'plea-witnessed', 'plea-witnessed', 'choice-of-procedure']),
        }),
      ),
      ...(at <= counts.of('dutyShiftsPaid')
        ? [
            order('legal-aid.DutySubsidyPaid', to, {
              paidOn: after(scene, servedOn, 5, 30),
              amount: '200.00',
              paymentRef: tools.id('duty payment', String(at)),
              voucherNo: docNo('支值'),
            }),
          ]
        : []),
    ];
  });
};

/** Complaints, and offers made because of something recorded elsewhere. */
export const voices = async (scene: Scene): Promise<readonly SimulatedCommand[]> => {
  const { tools, counts, order } = scene;
  counts.rest('complaints', 'complaintsHandled');
  counts.rest('complaintsHandled', 'complaintsUpheld');
  counts.rest('offers', 'offersTaken');
  const early = () => workday(tools, tools.from, addDays(tools.to, -scene.tail));
  const people = await Promise.all(
    numbered(counts.of('offers')).map((at) => tools.person(`offered ${at}`, { age: 22 + (at % 50) })),
  );
  return [
    ...numbered(counts.of('complaints')).flatMap((at) => {
      const to = place(scene, 'complaint', at);
      const receivedOn = early();
      return [
        order('legal-aid.ComplaintReceived', to, { receivedOn, against: 'agent', subject: '反映承办人联系不及时' }),
        ...(at <= counts.of('complaintsHandled')
          ? [
              order('legal-aid.ComplaintHandled', to, {
                handledOn: after(scene, receivedOn, 5, 20),
                outcome: at <= counts.of('complaintsUpheld') ? 'upheld' : 'unfounded',
              }),
            ]
          : []),
      ];
    }),
    ...people.flatMap((personRef, at) => {
      const to = place(scene, 'offer', at + 1);
      const offeredOn = early();
      const sourceRef = tools.id('record elsewhere', String(at + 1));
      return [
        order('legal-aid.AidOffered', to, { offeredOn, personRefs: [personRef], sourceRef }),
        ...(at < counts.of('offersTaken')
          ? [
              order('legal-aid.AidOfferAnswered', to, {
                answeredOn: after(scene, offeredOn, 1, 15),
                answer: 'applies',
              }),
            ]
          : []),
      ];
    }),
  ];
};

/** The agents of the year, registered before it. */
export const agents = ({ tools, lawyers, order }: Scene): readonly SimulatedCommand[] =>
  lawyers.map((agentRef, at) =>
    order(
      'legal-aid.AgentRegistered',
      { streamId: tools.id('agent', String(at + 1)), office: tools.offices[0] ?? tools.bureau },
      {
        registeredOn: addDays(tools.from, -30),
        agentRef,
        agentKind: 'private-lawyer',
        firmName: at % 2 === 0 ? '县第一律师事务所' : '县第二律师事务所',
        practisingSince: addDays(tools.from, -365 * (7 + at)),
      },
    ),
  );
