import { builderOf } from '../../../../test/support/built.js';
import { accepted, rejected, specFor } from '../../../../test/support/spec-for.js';
import type { ReportingEvent } from './events.js';
import { examples } from './examples.js';
import { month } from './month.js';

const built = builderOf<ReportingEvent>(examples);
const given = specFor(month, {});
const declared = built('reporting.NilDeclared');

describe('a nil report', () => {
  it('is declared when the month is over', () => given().when(declared).then(accepted));
  it('is not declared on the last day of the month', () =>
    given()
      .when(built('reporting.NilDeclared', { declaredOn: '2023-02-28' }))
      .then(rejected('reporting.month-not-over')));
  it('is declared once', () => given(declared).when(declared).then(rejected('illegal-step')));
  it('holds its month until it is withdrawn', () => {
    given(declared).thenKeys('nil:430922001:corrections:2023-02');
    given(declared, built('reporting.NilWithdrawn')).thenKeys();
  });
  it('is withdrawn with a reason', () => given(declared).when(built('reporting.NilWithdrawn')).then(accepted));
  it('is not withdrawn before it was declared', () =>
    given().when(built('reporting.NilWithdrawn')).then(rejected('illegal-step')));
});
