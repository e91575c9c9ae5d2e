import { agreed, expectFigures, mediationLog, on, taken } from '../../../../test/support/played-mediation.js';
import { id } from '../domain/examples.js';

const corrected = (correctsEventId: string | undefined, field: string, after: unknown) => ({
  type: 'mediation.RecordCorrected',
  data: {
    requestId: id('request', field),
    correctsEventId,
    changes: [{ field, after: JSON.stringify(after) }],
    reason: 'entry-error',
    requestedBy: 'clerk',
    approvedOn: '2024-02-01',
  },
});

describe('records entered late or put right', () => {
  it('late ones count in the year they happened in', async () => {
    const played = mediationLog();
    played.on(
      'a',
      taken('2023-03-02'),
      agreed('2023-12-30', { amountAgreed: '100' }),
      on('mediation.AgreementPerformed', { performedOn: '2024-01-05', amountPerformed: '60' }),
      on('mediation.AgreementPerformed', { performedOn: '2023-12-31', degree: 'partial', amountPerformed: '40' }),
      on('mediation.MediationSessionHeld'),
    );
    const sheet = await played.sheet();
    await expectFigures(sheet, '2023', { 'PM-08-performed': '40', 'PM-04-part-performed': '1', 'PM-10': '0' });
    await expectFigures(sheet, '2024', { 'PM-08-performed': '60' });
    await expectFigures(sheet, '2023-01-01..2024-12-31', { 'PM-04-performed': '1', 'PM-10': '100' });
  });

  it('a success put into the next year takes its money and its kind along', async () => {
    const played = mediationLog();
    const [acceptance, success] = played.on('a', taken('2023-03-02'), agreed('2023-12-31', { amountAgreed: '0.30' }));
    played.on('a', corrected(success, 'agreementEffectiveOn', '2024-01-01'), corrected(acceptance, 'kind', 'traffic'));
    const sheet = await played.sheet();
    await expectFigures(sheet, '2023', {
      ...{ 'PM-04': '0', 'PM-08': '0', 'PM-02-open': '1', 'PM-02-kind-traffic': '1', 'PM-02-kind-neighbours': '0' },
    });
    await expectFigures(sheet, '2024', {
      ...{ 'PM-04': '1', 'PM-08': '0.3', 'PM-02-open': '0', 'PM-03-kind-traffic': '1', 'PM-05': '100' },
    });
  });
});
