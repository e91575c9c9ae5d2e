import { CENTRE, HOME, correctionsLog } from '../../../../test/support/played-corrections.js';
import {
  assessmentAssigned,
  assessmentCommissioned,
  assessmentConcluded,
  assessmentExtended,
  assessmentReturned,
  assessmentWithdrawn,
} from '../domain/builders.js';

const outcomes = ['CC-01', 'CC-01a', 'CC-01b', 'CC-01c', 'CC-01d', 'CC-01e'] as const;
const values = (...numbers: readonly number[]) =>
  Object.fromEntries(outcomes.map((code, at) => [code, String(numbers[at])]));

describe('assessments', () => {
  it('are none, and on time is no rate, when none came', async () => {
    const sheet = await correctionsLog().sheet([CENTRE]);
    expect(await sheet.values('2023', outcomes)).toEqual(values(0, 0, 0, 0, 0, 0));
    expect(await sheet.values('2023', ['CC-28', 'CC-01-done'])).toEqual({ 'CC-28': null, 'CC-01-done': '0' });
  });

  it('stand at the end of the period as they stood then, and always add up', async () => {
    const log = correctionsLog();
    log.on('a', assessmentCommissioned(), assessmentConcluded());
    log.on('b', assessmentCommissioned(), assessmentConcluded({ opinion: 'cautious' }));
    log.on('c', assessmentCommissioned(), assessmentConcluded({ opinion: 'unsuitable' }));
    log.on(
      'd',
      assessmentCommissioned({ receivedOn: '2023-12-31' }),
      assessmentConcluded({ concludedOn: '2024-01-09' }),
    );
    log.on('e', assessmentCommissioned(), assessmentReturned());
    log.on('f', assessmentCommissioned(), assessmentWithdrawn());
    log.on('g', assessmentCommissioned({ receivedOn: '2024-01-01' }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', outcomes)).toEqual(values(6, 1, 1, 1, 1, 2));
    expect(await sheet.values('2024', outcomes)).toEqual(values(1, 0, 0, 0, 1, 0));
    expect(await sheet.values('2024', ['CC-01-done'])).toEqual({ 'CC-01-done': '1' });
    expect(await sheet.values('2023-01-01..2024-12-31', outcomes)).toEqual(values(7, 2, 1, 1, 1, 2));
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('stay with the office that took the commission', async () => {
    const log = correctionsLog();
    log.on('a', assessmentCommissioned(), assessmentAssigned({ officeCode: HOME }), assessmentConcluded());
    expect(await (await log.sheet([CENTRE])).values('2023', outcomes)).toEqual(values(1, 1, 0, 0, 0, 0));
  });

  it('are on time within 10 working days, 5 in the fast track, or the day agreed; returned ones owe nothing', async () => {
    const log = correctionsLog();
    // Received on Wednesday 1 February 2023: due on the 15th, in the fast track on the 8th.
    log.on('last day', assessmentCommissioned(), assessmentConcluded({ concludedOn: '2023-02-15' }));
    log.on('late', assessmentCommissioned(), assessmentConcluded({ concludedOn: '2023-02-16' }));
    log.on(
      'agreed',
      assessmentCommissioned(),
      assessmentExtended(),
      assessmentConcluded({ concludedOn: '2023-02-28' }),
    );
    log.on(
      'fast, late',
      assessmentCommissioned({ expedited: true }),
      assessmentConcluded({ concludedOn: '2023-02-09' }),
    );
    log.on('returned', assessmentCommissioned(), assessmentReturned());
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['CC-28'])).toEqual({ 'CC-28': '50' });
    expect(sheet.facts.map(({ fields }) => fields['dueOn'])).toEqual([
      '2023-02-15',
      '2023-02-15',
      '2023-02-28',
      '2023-02-08',
      undefined,
    ]);
  });
});
