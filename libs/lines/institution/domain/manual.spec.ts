import { WorkingDayCalendar } from '#kernel/working-days.js';
import { builderOf } from '../../../../test/support/built.js';
import { needsApproval, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import type { InstitutionEvent } from './events/index.js';
import { examples } from './examples.js';
import { manual } from './manual.stream.js';

const built = builderOf<InstitutionEvent>(examples);
const given = specFor(manual, {});
const entered = (data: Parameters<typeof built<'institution.ManualIndicatorValueEntered'>>[1] = {}) =>
  built('institution.ManualIndicatorValueEntered', data);
const byTwo = needsApproval('institution.manual-value');

describe('a value typed by a person', () => {
  it('is entered by one and approved by another', () => given().when(entered()).then(byTwo));
  it('is entered again without effect', () => given(entered()).when(entered()).then(nothing));
  it('is corrected, not entered a second time', () =>
    given(entered())
      .when(entered({ value: '99' }))
      .then(rejected('institution.period-overlaps')));
  it('speaks of days no other value speaks of', () =>
    given(entered({ periodTo: '2022-06-30' }))
      .when(entered({ periodFrom: '2022-06-30' }))
      .then(rejected('institution.period-overlaps')));
  it('may follow upon that of the first half', () =>
    given(entered({ periodTo: '2022-06-30' }))
      .when(entered({ periodFrom: '2022-07-01' }))
      .then(byTwo));
  it('ends after it begins', () =>
    given()
      .when(entered({ periodFrom: '2023-01-01' }))
      .then(rejected('institution.period-reversed')));
  it('is no grade', () =>
    given()
      .when(entered({ value: undefined, grade: 'achieved' }))
      .then(rejected('institution.value-or-grade')));
  it('is not both', () =>
    given()
      .when(entered({ grade: 'achieved' }))
      .then(rejected('institution.value-or-grade')));
  it('goes by the name of its item', () =>
    given()
      .when(entered({ itemName: '另一指标' }))
      .then(rejected('institution.name-not-fitting')));
  it('of no known item brings a name and a unit', () => {
    const other = { item: 'other-number', itemName: '节约纸张', unit: '包' } as const;
    given().when(entered(other)).then(byTwo);
    given()
      .when(entered({ ...other, unit: undefined }))
      .then(rejected('institution.name-not-fitting'));
  });
  it('stands in a series of one item and year', () => {
    given(entered()).thenKeys('series:lawful-rights-rate::2022');
    given(entered())
      .when(entered({ item: 'crime-reduction-rate', periodFrom: '2022-01-01' }))
      .then(rejected('institution.other-item'));
    given(entered())
      .when(entered({ periodFrom: '2023-01-01', periodTo: '2023-12-31' }))
      .then(rejected('institution.other-item'));
  });
});

describe('two offices', () => {
  it('may each enter theirs for the same days', () => {
    const { data } = entered({ item: 'office-temperature', value: '20' });
    const event = { ...entered({ item: 'office-temperature', value: '19' }), occurredOn: '2022-12-31' };
    const decide = manual.decide['institution.ManualIndicatorValueEntered'];
    const state = manual.evolve(manual.initial, { ...event, office: '43090201', by: 'clerk' }, {});
    const asked = (office: string) =>
      decide(data, state, {
        office,
        by: 'clerk',
        occurredOn: '2022-12-31',
        streamId: 'series',
        settings: {},
        calendar: new WorkingDayCalendar([]),
      }).kind;
    expect([asked('43090201'), asked('43090202')]).toEqual(['reject', 'accept']);
  });
});

describe('a goal', () => {
  const goal = { item: 'goal', itemName: '化解矛盾、维护稳定', value: undefined } as const;
  it('is graded', () =>
    given()
      .when(entered({ ...goal, grade: 'achieved' }))
      .then(byTwo));
  it('is not measured', () =>
    given()
      .when(entered({ ...goal, value: '95' }))
      .then(rejected('institution.value-or-grade')));
  it('has a name', () =>
    given()
      .when(entered({ ...goal, itemName: undefined, grade: 'missed' }))
      .then(rejected('institution.name-not-fitting')));
});
