import { MemoryFlowProgress } from '#adapters/memory/flow-progress.js';
import { FlowRunner } from '#application/run-flows.js';
import type { RefusedFlow } from '#application/ports/flow-progress.js';
import { uuidV5 } from '#kernel/ids.js';
import { examples as aftercareExamples } from '#lines/aftercare/domain/examples.js';
import { examples as correctionExamples } from '#lines/corrections/domain/examples/index.js';
import { examples as fundsExamples } from '#lines/funds/domain/examples.js';
import { lines } from '#lines/index.js';
import { examples as mediationExamples } from '#lines/mediation/domain/examples.js';
import { OFFICES, World } from '../../test/support/world.js';
import { flows } from './index.js';

const person = uuidV5('person', 'flows');

const open = async () => {
  const world = new World(lines);
  const progress = new MemoryFlowProgress(world.feed);
  await progress.position();
  const refused: RefusedFlow[] = [];
  const run = () =>
    new FlowRunner(
      { flows, store: world.store, feed: world.feed, handler: world.handler, flowProgress: progress },
      (item) => refused.push(item),
    ).catchUp();
  /** Events that flows recorded. */
  const effects = async () =>
    (await world.feed.read(0, 1000)).events.filter(({ recordedBy }) => recordedBy === 'flows');
  return { world, refused, run, effects };
};

const evidence = { evidence: [{ docKind: '文书', docNo: '1号' }], approvedBy: '另一人' };
const take = (more: object = {}) => ({
  ...correctionExamples['corrections.OpeningBalanceImported'],
  personRef: person,
  officeCode: OFFICES[0],
  ...more,
});
const supported = { ...aftercareExamples['aftercare.OpeningBalanceImported'], personRef: person };
const conviction = { convictionEffectiveOn: '2023-09-01', offenceCommittedOn: '2023-05-01', courtDocNo: '刑初9号' };

describe('release from correction', () => {
  it('hands over to aftercare in the same office, once', async () => {
    const { world, refused, run, effects } = await open();
    await world.send('corrections.ImportOpeningBalance', 'c', take({ correctionTo: '2023-06-30' }), evidence);
    const released = { ...correctionExamples['corrections.SubjectReleased'], releasedOn: '2023-06-30' };
    await world.send('corrections.ReleaseSubject', 'c', released, evidence);
    await run();
    await run();
    expect(refused).toEqual([]);
    const found = await effects();
    expect(found.map(({ type, data }) => [type, (data as { personRef: string }).personRef])).toEqual([
      ['aftercare.HandedOverFromCorrection', person],
    ]);
    await world.projector.catchUp();
    expect(await world.figures('2023', ['CC-04', 'AC-02'])).toEqual({ 'CC-04': '1', 'AC-02': '0' });
  });
});

describe('a re-offence', () => {
  it('recorded under correction is seen by aftercare', async () => {
    const { world, refused, run, effects } = await open();
    await world.send('corrections.ImportOpeningBalance', 'c', take(), evidence);
    await world.send('aftercare.ImportOpeningBalance', 'a', supported, evidence);
    await world.send('corrections.RecordReoffence', 'c', conviction);
    await run();
    expect(refused).toEqual([]);
    expect((await effects()).map(({ type }) => type)).toEqual(['aftercare.Reoffended']);
  });

  it('recorded in aftercare is seen by correction, and is not sent back', async () => {
    const { world, refused, run, effects } = await open();
    await world.send('corrections.ImportOpeningBalance', 'c', take(), evidence);
    await world.send('aftercare.ImportOpeningBalance', 'a', supported, evidence);
    await world.send('aftercare.RecordReoffence', 'a', conviction);
    await run();
    await run();
    expect(refused).toEqual([]);
    expect((await effects()).map(({ type }) => type)).toEqual(['corrections.ReoffenceRecorded']);
  });

  it('of somebody nobody else knows stays where it is', async () => {
    const { world, run, effects } = await open();
    await world.send('corrections.ImportOpeningBalance', 'c', take(), evidence);
    await world.send('corrections.RecordReoffence', 'c', conviction);
    await run();
    expect(await effects()).toEqual([]);
  });
});

describe('a mediation that failed', () => {
  it('offers legal aid to the parties who were told, and applies for nobody', async () => {
    const { world, refused, run, effects } = await open();
    const { 'mediation.DisputeAccepted': accepted, 'mediation.MediationFailed': failed } = mediationExamples;
    await world.send('mediation.AcceptDispute', 'd', accepted);
    await world.send('mediation.FailMediation', 'd', failed);
    await run();
    expect(refused).toEqual([]);
    const offered = (await effects()).map(({ type, data }) => [type, data]);
    const dispute = (await world.feed.read(0, 1)).events[0]?.streamId;
    expect(offered).toEqual([
      ['legal-aid.AidOffered', { offeredOn: failed.endedOn, personRefs: failed.parties, sourceRef: dispute }],
    ]);
    await world.projector.catchUp();
    expect(await world.figures('2023', ['LA-02'])).toEqual({ 'LA-02': '0' });
  });
});

describe('a payment', () => {
  const budget = { ...fundsExamples['funds.BudgetApproved'], projectCode: 'mediation', businessLine: 'mediation' };
  const money = async (world: World) => {
    await world.send('funds.ApproveBudget', 'p', budget, evidence);
    await world.send('funds.ReceiveFunds', 'p', fundsExamples['funds.FundsReceived'], evidence);
  };
  const payment = (more: object) => ({
    ...fundsExamples['funds.PaymentMade'],
    paidOn: '2023-05-20',
    dueOn: '2023-05-31',
    amount: '200.00',
    businessLine: 'mediation',
    ...more,
  });

  const settled = ['DisputeAccepted', 'MediationSucceeded'] as const;
  const approved = [
    ...settled,
    'DifficultyProposed',
    'DifficultyConfirmed',
    'DossierReviewed',
    'AgreementPerformed',
    'SubsidyClaimed',
    'SubsidyApproved',
  ] as const;
  const commandOf = (world: World, type: string): string => `mediation.${world.registry.event(type)?.command}`;
  const mediate = async (world: World, steps: readonly (typeof approved)[number][]) => {
    for (const step of steps) {
      const type = `mediation.${step}` as const;
      await world.send(commandOf(world, type), 'd', mediationExamples[type], evidence);
    }
    return uuidV5('stream', 'd');
  };

  it.each([
    ['of mediation', {}],
    ['of a project of mediation', { businessLine: undefined }],
  ])('%s that names a case is recorded on the case, and both say the same', async (_, more) => {
    const { world, refused, run, effects } = await open();
    await money(world);
    const businessRef = await mediate(world, approved);
    await world.send('funds.MakePayment', 'p', payment({ businessRef, ...more }), evidence);
    await run();
    await run();
    expect(refused).toEqual([]);
    expect((await effects()).map(({ type, streamId }) => [type, streamId])).toEqual([
      ['mediation.SubsidyPaid', businessRef],
    ]);
    await world.projector.catchUp();
    expect(await world.figures('2023', ['BF-06-mediation', 'PM-09-paid'])).toEqual({
      'BF-06-mediation': '200',
      'PM-09-paid': '200',
    });
  });

  it('for which nobody approved a subsidy is refused by the case, and somebody has to look at it', async () => {
    const { world, refused, run, effects } = await open();
    await money(world);
    const businessRef = await mediate(world, settled);
    await world.send('funds.MakePayment', 'p', payment({ businessRef }), evidence);
    await run();
    expect(refused).toMatchObject([{ command: 'mediation.PaySubsidy', streamId: businessRef }]);
    expect(await effects()).toEqual([]);
  });

  it('that names no case moves nothing', async () => {
    const { world, refused, run, effects } = await open();
    await money(world);
    await world.send('funds.MakePayment', 'p', payment({}), evidence);
    await run();
    expect([refused, await effects()]).toEqual([[], []]);
  });
});
