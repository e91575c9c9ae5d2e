import { uuidV5 } from '#kernel/ids.js';
import { World } from '../../../test/support/world.js';
import { examples, id } from './domain/examples.js';
import { legalAid } from './index.js';

const world = () => new World([legalAid]);
const stream = (name: string) => uuidV5('stream', name);

/** A case of 2023 that is concluded, with its subsidy approved. */
const concluded = async (at: World): Promise<void> => {
  await at.send('legal-aid.ApplyForAid', 'case', examples['legal-aid.AidApplied']);
  await at.send('legal-aid.GrantAid', 'case', examples['legal-aid.AidGranted']);
  await at.send('legal-aid.AssignAgent', 'case', examples['legal-aid.AgentAssigned']);
  await at.send('legal-aid.ConcludeAid', 'case', examples['legal-aid.AidConcluded']);
  await at.send('legal-aid.ApproveSubsidy', 'case', examples['legal-aid.SubsidyApproved']);
};

describe('a program that reacts to another line', () => {
  it('offers aid with persons, its own record and a date; sent again, by any command, nothing happens', async () => {
    const at = world();
    const offer = { offeredOn: '2023-03-15', personRefs: [id('one'), id('two')], sourceRef: id('failed mediation') };
    expect(await at.send('legal-aid.OfferAid', 'offer', offer)).toMatchObject({ recorded: true, version: 1 });
    expect(await at.send('legal-aid.OfferAid', 'offer', offer)).toMatchObject({ recorded: false, version: 1 });
    expect((await at.refused('legal-aid.OfferAid', 'another stream', offer)).code).toBe('legal-aid.offer-exists');
    await at.projector.catchUp();
    expect(await at.figures('2023', ['LA-14-offered', 'LA-01', 'LA-02'])).toEqual({
      'LA-14-offered': '1',
      'LA-01': '0',
      'LA-02': '0',
    });
  });

  it('tells the case of a payment with day, amount and record; sent again nothing happens', async () => {
    const at = world();
    await concluded(at);
    const payment = { paidOn: '2023-06-05', amount: '1200', paymentRef: id('payment made') };
    expect(await at.send('legal-aid.PaySubsidy', 'case', payment)).toMatchObject({ recorded: true });
    expect(await at.send('legal-aid.PaySubsidy', 'case', { ...payment, amount: 1200 })).toMatchObject({
      recorded: false,
    });
    await at.projector.catchUp();
    expect(await at.figures('2023', ['LA-10', 'LA-10-paid'])).toEqual({ 'LA-10': '100', 'LA-10-paid': '1200' });
  });
});

describe('what one record holds against another', () => {
  it('an open case of the same person, matter and stage; once it is closed another may come, on another day', async () => {
    const at = world();
    await at.send('legal-aid.ApplyForAid', 'case', examples['legal-aid.AidApplied']);
    const again = { ...examples['legal-aid.AidApplied'], receivedOn: '2023-02-02' };
    const refusal = await at.refused('legal-aid.ApplyForAid', 'second', again);
    expect(refusal).toMatchObject({ code: 'legal-aid.duplicate-acceptance', details: [{ at: stream('case') }] });
    await at.send('legal-aid.ApplyForAid', 'appeal', { ...again, stage: 'second-instance' });
    await at.send('legal-aid.RefuseAid', 'case', examples['legal-aid.AidRefused']);
    const sameDay = await at.refused('legal-aid.ApplyForAid', 'second', examples['legal-aid.AidApplied']);
    expect(sameDay).toMatchObject({ code: 'legal-aid.case-exists', details: [{ at: stream('case') }] });
    await at.send('legal-aid.ApplyForAid', 'second', { ...again, receivedOn: '2023-03-01' });
  });

  it('a notice, a case number, a lawyer on duty elsewhere, an agent', async () => {
    const at = world();
    const notice = examples['legal-aid.DefenceNotified'];
    await at.send('legal-aid.NotifyDefence', 'notice', { ...notice, caseNo: '援〔2023〕1号' });
    await at.send('legal-aid.TerminateAid', 'notice', examples['legal-aid.AidTerminated']);
    expect((await at.refused('legal-aid.NotifyDefence', 'again', notice)).code).toBe('legal-aid.notice-exists');
    const numbered = { ...examples['legal-aid.AidApplied'], caseNo: '援〔2023〕1号' };
    expect((await at.refused('legal-aid.ApplyForAid', 'numbered', numbered)).code).toBe('legal-aid.case-number-taken');
    const shift = examples['legal-aid.DutyShiftServed'];
    await at.send('legal-aid.ServeDutyShift', 'shift', shift);
    const elsewhere = { ...shift, place: 'court' };
    expect((await at.refused('legal-aid.ServeDutyShift', 'other', elsewhere)).code).toBe('legal-aid.shift-exists');
    await at.send('legal-aid.RegisterAgent', 'agent', examples['legal-aid.AgentRegistered']);
    expect((await at.refused('legal-aid.RegisterAgent', 'twin', examples['legal-aid.AgentRegistered'])).code).toBe(
      'legal-aid.agent-exists',
    );
  });
});
