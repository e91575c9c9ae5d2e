import { agreed, expectFigures, failed, mediationLog, on, taken } from '../../../../test/support/played-mediation.js';

describe('agreements', () => {
  it('carry people, money and harm prevented, exact to the fen', async () => {
    const played = mediationLog();
    const harm = (peopleCount: number) => ({ harm: 'mass-petition', peopleCount }) as const;
    played.on('a', taken('2023-03-02'), agreed('2023-03-10', { amountAgreed: '0.10', prevented: [harm(30)] }));
    played.on(
      'b',
      taken('2023-03-02'),
      agreed('2023-03-10', {
        amountAgreed: '0.20',
        form: 'oral',
        prevented: [harm(12), { harm: 'crime', peopleCount: 1 }],
      }),
    );
    played.on('c', taken('2023-03-02'), failed('2023-03-10'));
    await expectFigures(await played.sheet(), '2023', {
      ...{ 'PM-07': '10', 'PM-07-closed': '15', 'PM-07-amount': '0.3', 'PM-08': '0.3', 'PM-08-performed': '0' },
      ...{ 'PM-04-oral': '1', 'PM-04-written': '1', 'PM-13': '3', 'PM-13-people': '43', 'PM-13-mass-petition': '2' },
      ...{ 'PM-13-mass-petition-people': '42', 'PM-13-crime': '1', 'PM-13-suicide': '0' },
    });
  });

  it('are not due, unperformed, performed in part or in full, each day one of these', async () => {
    const played = mediationLog();
    played.on(
      'a',
      taken('2023-03-02'),
      agreed('2023-03-10', { performDueOn: '2023-04-10' }),
      on('mediation.AgreementPerformed', { performedOn: '2023-05-01', degree: 'partial', amountPerformed: '10.5' }),
      on('mediation.AgreementPerformed', { performedOn: '2024-01-01', degree: 'full', amountPerformed: '1' }),
    );
    played.on(
      'b',
      taken('2023-03-02'),
      agreed('2023-03-10'),
      on('mediation.AgreementPerformed', { performedOn: '2023-03-10' }),
    );
    played.on(
      'c',
      taken('2023-03-02'),
      agreed('2023-03-10', { performDueOn: '2024-06-30' }),
      on('mediation.AgreementPerformed', { performedOn: '2023-12-31' }),
    );
    const sheet = await played.sheet();
    const states = ['PM-04-not-due', 'PM-04-unperformed', 'PM-04-part-performed', 'PM-04-performed'] as const;
    const upTo = async (day: string) => Object.values(await sheet.values(`2023-01-01..${day}`, states)).join(' ');
    expect(await upTo('2023-03-10')).toBe('2 0 0 1');
    expect(await upTo('2023-04-10')).toBe('2 0 0 1');
    expect(await upTo('2023-04-11')).toBe('1 1 0 1');
    expect(await upTo('2023-05-01')).toBe('1 0 1 1');
    expect(await upTo('2023-12-31')).toBe('0 0 1 2');
    await expectFigures(sheet, '2023', { 'PM-10': '50', 'PM-10-ever': '50', 'PM-08-performed': '16010.5' });
    await expectFigures(sheet, '2024', { 'PM-10': '100', 'PM-10-ever': '100', 'PM-08-performed': '1' });
    await expectFigures(sheet, '2023-01-01..2024-12-31', { 'PM-10': '100', 'PM-04-performed': '3' });
  });

  it('are broken, taken to court, and asked about afterwards', async () => {
    const played = mediationLog();
    const wanted = agreed('2023-03-10', { confirmationWanted: true });
    played.on(
      'a',
      taken('2023-03-02'),
      wanted,
      on('mediation.JudicialConfirmationApplied'),
      on('mediation.JudicialConfirmationRuled'),
    );
    played.on(
      'b',
      taken('2023-03-02'),
      agreed('2023-03-10'),
      on('mediation.JudicialConfirmationApplied'),
      on('mediation.JudicialConfirmationRuled', { outcome: 'dismissed' }),
    );
    played.on('c', taken('2023-03-02'), wanted, on('mediation.AgreementBreached'));
    for (const satisfaction of ['satisfied', 'basically-satisfied', 'dissatisfied', 'no-answer', 'satisfied'] as const)
      played.on('c', on('mediation.DisputeRevisited', { satisfaction }));
    const sheet = await played.sheet();
    await expectFigures(sheet, '2023', {
      ...{ 'PM-12': '1', 'PM-12-dismissed': '1', 'PM-12-applied': '2', 'PM-04-breached': '1' },
      ...{ 'PM-14': '75', 'PM-14-strict': '50', 'PM-14-visits': '5' },
    });
    const due = (code: string) => sheet.duties.filter(({ deadline }) => deadline === code);
    expect(due('PM-D02').map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
      ['2023-04-10', '2023-03-20'],
      ['2023-04-10', null],
    ]);
    expect(due('PM-D02-ruling').map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
      ['2023-04-07', '2023-04-04'],
      ['2023-04-07', '2023-04-04'],
    ]);
    // The broken agreement is waited for no longer.
    expect(due('PM-D06').map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
      ['2023-03-10', null],
      ['2023-03-10', null],
    ]);
  });
});
