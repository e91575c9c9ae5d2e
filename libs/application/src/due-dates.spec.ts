import { defineDeadline } from './deadline.js';
import { compileDeadline } from './due-dates.js';
import type { Fact } from './facts.js';
import { WorkingDayCalendar } from './kernel.js';

const calendar = new WorkingDayCalendar([
  { year: 2023, version: 1, source: 'test', daysOff: ['2023-05-01'], daysWorked: ['2023-05-06'] },
]);
const fact = (fields: Fact['fields']): Fact => ({ kind: 'x.fact', key: 'k', office: 'o', fields });

const opinion = compileDeadline(
  defineDeadline({
    code: 'X-D01',
    fact: 'x.fact',
    where: { urgent: false },
    starts: 'receivedOn',
    versions: [
      { from: '2012-01-01', days: 15, count: 'calendar-days', roll: true },
      { from: '2020-07-01', days: 10, count: 'working-days' },
    ],
    due: 'agreedOn',
    met: 'concludedOn',
    lapsed: 'withdrawnOn',
  }),
  calendar,
);

describe('deadlines as data', () => {
  it('uses the version in force on the day the term starts', () => {
    expect(opinion.dutyOn(fact({ urgent: false, receivedOn: '2023-04-24' }))).toEqual({
      deadline: 'X-D01',
      dueOn: '2023-05-08',
      provisional: false,
      metOn: null,
    });
    expect(opinion.dutyOn(fact({ urgent: false, receivedOn: '2020-06-30' }))?.dueOn).toBe('2020-07-15');
  });

  it('is met on the day the fact says, and an agreed date wins over the term', () => {
    expect(
      opinion.dutyOn(
        fact({ urgent: false, receivedOn: '2023-04-24', agreedOn: '2023-06-01', concludedOn: '2023-05-30' }),
      ),
    ).toEqual({
      deadline: 'X-D01',
      dueOn: '2023-06-01',
      provisional: false,
      metOn: '2023-05-30',
    });
  });

  it('does not arise where the filter does not hold, nothing has started, or it lapsed unmet', () => {
    expect(opinion.dutyOn(fact({ urgent: true, receivedOn: '2023-04-24' }))).toBeUndefined();
    expect(opinion.dutyOn(fact({ urgent: false }))).toBeUndefined();
    expect(opinion.dutyOn(fact({ urgent: false, receivedOn: '2011-04-24' }))).toBeUndefined();
    expect(
      opinion.dutyOn(fact({ urgent: false, receivedOn: '2023-04-24', withdrawnOn: '2023-04-25' })),
    ).toBeUndefined();
  });

  it('is provisional when the calendar of the year is not known', () => {
    expect(opinion.dutyOn(fact({ urgent: false, receivedOn: '2024-04-24' }))?.provisional).toBe(true);
  });

  it('takes a term from a setting of the deployment', () => {
    const chosen = (days: number) =>
      compileDeadline(
        defineDeadline({
          code: 'X-D04',
          fact: 'x.fact',
          starts: 'from',
          versions: [{ from: '2012-01-01', days: { setting: 'terms.plan' }, count: 'calendar-days' }],
          met: 'doneOn',
        }),
        calendar,
        { terms: { plan: days } },
      ).dutyOn(fact({ from: '2023-03-01' }))?.dueOn;
    expect([chosen(10), chosen(30)]).toEqual(['2023-03-11', '2023-03-31']);
    expect(() => chosen(Number.NaN)).toThrow('terms.plan');
  });

  it('counts months and terms that run backwards', () => {
    const before = compileDeadline(
      defineDeadline({
        code: 'X-D02',
        fact: 'x.fact',
        starts: 'endsOn',
        versions: [{ from: '2012-01-01', days: -30, count: 'calendar-days' }],
        met: 'doneOn',
      }),
      calendar,
    );
    expect(before.dutyOn(fact({ endsOn: '2023-03-31' }))?.dueOn).toBe('2023-03-01');
    const months = compileDeadline(
      defineDeadline({
        code: 'X-D03',
        fact: 'x.fact',
        starts: 'from',
        versions: [{ from: '2012-01-01', days: 3, count: 'months' }],
        met: 'doneOn',
      }),
      calendar,
    );
    expect(months.dutyOn(fact({ from: '2023-11-30' }))?.dueOn).toBe('2024-02-29');
  });

  describe('whose term stands still', () => {
    const decision = compileDeadline(
      defineDeadline({
        code: 'X-D05',
        fact: 'x.fact',
        starts: 'from',
        versions: [{ from: '2012-01-01', days: 60, count: 'calendar-days' }],
        more: 'extendedDays',
        clock: 'clock',
        met: 'doneOn',
        into: 'dueOn',
      }),
      calendar,
    );
    const dueOn = (fields: Fact['fields']) => decision.dutyOn(fact({ from: '2023-03-01', ...fields }))?.dueOn;
    const stopped = { from: '2023-03-05', value: 'stopped' };

    it('move by the days it stood still and by those granted', () => {
      expect(dueOn({})).toBe('2023-04-30');
      expect(dueOn({ clock: [stopped, { from: '2023-03-25', value: 'running' }] })).toBe('2023-05-20');
      expect(dueOn({ extendedDays: 30, clock: [stopped, { from: '2023-03-25', value: 'running' }] })).toBe(
        '2023-06-19',
      );
    });
    it('do not fall due while it does', () => expect(dueOn({ clock: [stopped] })).toBeUndefined());
    it('are looked at again when the clock or the days granted change', () =>
      expect(decision.fields).toEqual(['from', 'extendedDays', 'clock', 'doneOn']));
  });
});
