import { builderOf } from '../../../../test/support/built.js';
import { accepted, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import { examples } from './examples.js';
import type { AftercareEvent } from './events/index.js';
import { statistics } from './statistics.js';

const given = specFor(statistics, {});
const built = builderOf<AftercareEvent>(examples);
const sent = built('aftercare.StatisticsSubmitted');

describe('statistics (统计报表)', () => {
  it('are sent once for a period', () => {
    given().when(sent).then(accepted);
    given(sent).when(sent).then(nothing);
    given(sent)
      .when(built('aftercare.StatisticsSubmitted', { submittedOn: '2023-07-05' }))
      .then(rejected('aftercare.statistics-submitted'));
  });
  it('are sent for each half year and year', () => {
    given(sent)
      .when(built('aftercare.StatisticsSubmitted', { submittedOn: '2024-02-01', coverage: 'year' }))
      .then(accepted);
    given(sent)
      .when(built('aftercare.StatisticsSubmitted', { submittedOn: '2024-07-01', statYear: 2024 }))
      .then(accepted);
  });
  it('of one office stand in one stream', () => given(sent).thenKeys('statistics:430922001'));
});
