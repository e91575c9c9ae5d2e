import { builderOf } from '../../../../test/support/built.js';
import { accepted, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import type { ReportingEvent } from './events.js';
import { examples } from './examples.js';
import { finding } from './finding.js';

const built = builderOf<ReportingEvent>(examples);
const given = specFor(finding, {});
const explained = built('reporting.FindingAnswered');
const wrong = built('reporting.FindingAnswered', { answer: 'wrong', reason: '批复早已下达' });

describe('the answers to a finding', () => {
  it('begin with any', () => given().when(explained).then(accepted));
  it('take another, which then counts', () => given(explained).when(wrong).then(accepted));
  it('stay quiet when the same one is sent again', () => given(explained).when(explained).then(nothing));
  it('are of one finding', () =>
    given(explained)
      .when(built('reporting.FindingAnswered', { finding: '2'.repeat(64) }))
      .then(rejected('reporting.another-finding')));
});
