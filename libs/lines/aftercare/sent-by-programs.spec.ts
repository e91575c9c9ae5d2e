import { World } from '../../../test/support/world.js';
import { id } from './domain/examples.js';
import { aftercare } from './index.js';

const person = id('person');
const handOver = (sourceRecordId: string, more = {}) => ({
  releasedOn: '2023-03-10',
  personRef: person,
  sourceRecordId,
  ...more,
});
const link = { linkedOn: '2023-03-13', mode: 'handed-over', officeCode: '43092201' };

describe('a hand-over from correction, sent by a program', () => {
  it('opens a case in the office that sends it, for that office to link', async () => {
    const world = new World([aftercare]);
    await world.send('aftercare.TakeOverFromCorrection', 'case', handOver(id('record')));
    await world.projector.catchUp();
    const codes = ['AC-01', 'AC-01-unlinked', 'AC-02-correction-released'];
    expect(await world.figures('2023', codes, { offices: ['43092201'] })).toEqual({
      'AC-01': '0',
      'AC-01-unlinked': '1',
      'AC-02-correction-released': '1',
    });
    await world.send('aftercare.LinkPerson', 'case', link);
    await world.projector.catchUp();
    expect(await world.figures('2023', codes)).toEqual({
      'AC-01': '1',
      'AC-01-unlinked': '0',
      'AC-02-correction-released': '1',
    });
  });

  it('is nothing when it is sent again, and refused in another case', async () => {
    const world = new World([aftercare]);
    await world.send('aftercare.TakeOverFromCorrection', 'case', handOver(id('record')));
    const again = await world.send('aftercare.TakeOverFromCorrection', 'case', handOver(id('record')));
    expect(again.version).toBe(1);
    const refused = await world.refused('aftercare.TakeOverFromCorrection', 'another', handOver(id('record')));
    expect(refused.code).toBe('aftercare.hand-over-exists');
  });

  it('waits unlinked while the person is supported after another release', async () => {
    const world = new World([aftercare]);
    await world.send('aftercare.TakeOverFromCorrection', 'first', handOver(id('record')));
    await world.send('aftercare.LinkPerson', 'first', link);
    await world.send('aftercare.TakeOverFromCorrection', 'second', handOver(id('another record')));
    expect((await world.refused('aftercare.LinkPerson', 'second', link)).code).toBe('aftercare.already-in-support');
    await world.send('aftercare.EndSupport', 'first', { endedOn: '2023-03-13', kind: 'reimprisoned' });
    await world.send('aftercare.LinkPerson', 'second', link);
  });
});

describe('a re-offence recorded elsewhere', () => {
  it('is recorded with the days of the conviction and the record it stands in, once', async () => {
    const world = new World([aftercare]);
    await world.send('aftercare.TakeOverFromCorrection', 'case', handOver(id('record')));
    const conviction = {
      convictionEffectiveOn: '2023-12-01',
      offenceCommittedOn: '2023-08-02',
      sourceRecordId: id('conviction'),
    };
    await world.send('aftercare.RecordReoffence', 'case', conviction);
    await world.send('aftercare.RecordReoffence', 'case', conviction);
    await world.projector.catchUp();
    expect(await world.figures('2023', ['AC-06-persons'])).toEqual({ 'AC-06-persons': '1' });
  });
});
