import { builderOf } from '../../../test/support/built.js';
import { PlayedLog } from '../../../test/support/played-log.js';
import type { EventType, LegalAidEvent } from './domain/events/index.js';
import { examples } from './domain/examples.js';
import { streams } from './domain/streams.js';
import { figures } from './figures.js';
import { legalAid } from './index.js';
import { tables } from './views/facts/kinds.js';

const built = builderOf<LegalAidEvent>(examples);

it('every kind of fact comes from some event, and stays where the case is', async () => {
  const log = new PlayedLog(legalAid, '430922001');
  for (const { type, events } of streams)
    if (type !== 'legal-aid.case') log.on(type, ...Object.keys(events).map((event) => built(event as EventType)));
  log.on(
    'case',
    built('legal-aid.AidApplied'),
    built('legal-aid.AidRefused'),
    built('legal-aid.ObjectionRaised', { raisedOn: '2023-02-07' }),
    built('legal-aid.ObjectionDecided', { decidedOn: '2023-02-08' }),
    built('legal-aid.AidGranted', { decidedOn: '2023-02-09' }),
    built('legal-aid.AgentAssigned', { assignedOn: '2023-02-10' }),
    built('legal-aid.AgentReassigned', { agentKind: 'centre-lawyer' }),
    built('legal-aid.AidConcluded'),
    built('legal-aid.DossierSubmitted'),
    built('legal-aid.DossierReviewed'),
    built('legal-aid.SubsidyApproved'),
    built('legal-aid.RecipientRevisited'),
    built('legal-aid.SubsidyPaid'),
    built('legal-aid.CaseQualityAssessed'),
    built('legal-aid.CaseArchived'),
  );
  log.on('ended', built('legal-aid.DefenceNotified'), built('legal-aid.AidTerminated'));
  const { facts, registers } = await log.sheet();
  expect(tables.kinds.filter((kind) => !facts.some((fact) => fact.kind === kind))).toEqual([]);
  const [row] = registers.filter(({ register }) => register === 'legal-aid.cases');
  expect(row?.columns).toMatchObject({
    status: 'archived',
    agentKind: 'centre-lawyer',
    result: 'won',
    emergency: false,
  });
});

it('a row says where its case stands, as its stream does', async () => {
  const setAside = [
    built('legal-aid.AidTerminated'),
    built('legal-aid.ObjectionRaised'),
    built('legal-aid.ObjectionDecided'),
  ];
  const log = new PlayedLog(legalAid, '430922001');
  log.on('imported', built('legal-aid.OpeningBalanceImported', { agentKind: undefined }), ...setAside);
  log.on('notified', built('legal-aid.DefenceNotified'), ...setAside);
  log.on('granted', built('legal-aid.AidApplied'), built('legal-aid.AidGranted'), ...setAside);
  log.on(
    'urgent',
    built('legal-aid.AidApplied'),
    built('legal-aid.AgentAssigned', { assignedOn: '2023-02-02', emergencyGround: 'urgent-preservation' }),
    built('legal-aid.SupplementRequested', { requestedOn: '2023-02-03' }),
    built('legal-aid.SupplementSupplied'),
  );
  const { registers } = await log.sheet();
  const status = registers
    .filter(({ register }) => register === 'legal-aid.cases')
    .map(({ columns }) => columns['status']);
  expect(status).toEqual(['assigned', 'notified', 'granted', 'provisional']);
});

it('no measure is without an indicator', () => {
  const formulas = JSON.stringify(figures.indicators.map(({ versions }) => versions));
  expect(figures.measures.filter(({ code }) => !formulas.includes(`"${code}"`)).map(({ code }) => code)).toEqual([]);
});

it('an identity that does not hold is found', async () => {
  const log = new PlayedLog(legalAid, '430922001');
  log.on(
    'a',
    built('legal-aid.AidApplied'),
    built('legal-aid.AidGranted'),
    built('legal-aid.AgentAssigned'),
    built('legal-aid.AidConcluded', { amountRecovered: '1', amountWages: '2' }),
  );
  expect((await (await log.sheet()).findings('2023')).map(({ rule }) => rule)).toEqual([
    'legal-aid.wages-within-recovered',
  ]);
});
