import { builderOf } from '../../../../test/support/built.js';
import { PlayedLog } from '../../../../test/support/played-log.js';
import type { LegalAidEvent } from '../domain/events/index.js';
import { examples, id } from '../domain/examples.js';
import { legalAid } from '../index.js';

const built = builderOf<LegalAidEvent>(examples);
const newLog = () => new PlayedLog(legalAid, '430922001');

const applied = (receivedOn: string, data: object = {}) => built('legal-aid.AidApplied', { receivedOn, ...data });
const granted = (decidedOn: string) => built('legal-aid.AidGranted', { decidedOn });
const refused = (decidedOn: string) => built('legal-aid.AidRefused', { decidedOn });
const notified = (receivedOn: string, data: object = {}) => built('legal-aid.DefenceNotified', { receivedOn, ...data });
const assigned = (assignedOn: string) => built('legal-aid.AgentAssigned', { assignedOn });
const concluded = (concludedOn: string, data: object = {}) =>
  built('legal-aid.AidConcluded', { concludedOn, resultDocReceivedOn: concludedOn, ...data });
const terminated = (decidedOn: string) => built('legal-aid.AidTerminated', { decidedOn });

const flows = ['LA-01', 'LA-02', 'LA-03', 'LA-03-terminated', 'LA-04', 'LA-07'] as const;
const values = (...numbers: readonly number[]) =>
  Object.fromEntries(flows.map((code, at) => [code, String(numbers[at])]));

describe('cases', () => {
  it('are none in an empty period, and a rate of none is no rate', async () => {
    const sheet = await newLog().sheet(['430922001']);
    expect(await sheet.values('2023', flows)).toEqual(values(0, 0, 0, 0, 0, 0));
    expect(await sheet.values('2023', ['LA-05', 'LA-08', 'LA-09', 'LA-14'])).toEqual({
      'LA-05': null,
      'LA-08': '0',
      'LA-09': null,
      'LA-14': null,
    });
  });

  it('are received by receipt, handled by the grant or the notice, concluded by the closing day', async () => {
    const log = newLog();
    log.on('turn of the year', applied('2023-12-29'), granted('2024-01-02'), assigned('2024-01-03'));
    log.on('notice', notified('2023-12-31'), assigned('2024-01-02'));
    log.on('new year', notified('2024-01-01', { noticeNo: '2' }));
    log.on('won', applied('2023-02-01'), granted('2023-02-03'), assigned('2023-02-04'), concluded('2023-12-31'));
    log.on('given up', applied('2023-02-01'), granted('2023-02-03'), terminated('2024-01-01'));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', flows)).toEqual(values(4, 3, 1, 0, 2, 3));
    expect(await sheet.values('2024', flows)).toEqual(values(1, 2, 0, 1, 3, 2));
    expect(await sheet.values('2023', ['LA-01-granted', 'LA-01-notified', 'LA-01-pending'])).toEqual({
      'LA-01-granted': '2',
      'LA-01-notified': '1',
      'LA-01-pending': '1',
    });
    for (const year of ['2023', '2024', '2023S']) expect(await sheet.findings(year)).toEqual([]);
  });

  it('refused and taken up again count as refused then, and as they stand now', async () => {
    const log = newLog();
    log.on(
      'a',
      applied('2023-02-01'),
      refused('2023-02-06'),
      built('legal-aid.ObjectionRaised', { raisedOn: '2023-02-08' }),
      built('legal-aid.ObjectionDecided', { decidedOn: '2023-02-13' }),
      granted('2023-02-15'),
      assigned('2023-02-16'),
    );
    const sheet = await log.sheet();
    const outcome = ['LA-01-refused', 'LA-01-granted', 'LA-01-pending', 'LA-14-refused'] as const;
    const standing = (period: string) => sheet.values(period, outcome).then((found) => Object.values(found));
    expect(await standing('2023')).toEqual(['0', '1', '0', '1']);
    expect(await standing('2023-02-01..2023-02-10')).toEqual(['1', '0', '0', '1']);
    expect(await standing('2023-02-01..2023-02-14')).toEqual(['0', '0', '1', '1']);
    expect(await sheet.values('2023', ['LA-14', 'LA-14-objections', 'LA-14-corrected', 'LA-09-decisions'])).toEqual({
      'LA-14': '100',
      'LA-14-objections': '1',
      'LA-14-corrected': '1',
      'LA-09-decisions': '2',
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('deemed withdrawn are neither refused nor decided', async () => {
    const log = newLog();
    log.on(
      'a',
      applied('2023-02-01'),
      built('legal-aid.SupplementRequested'),
      built('legal-aid.ApplicationDeemedWithdrawn'),
    );
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['LA-01-withdrawn', 'LA-14-refused', 'LA-09-decisions'])).toEqual({
      'LA-01-withdrawn': '1',
      'LA-14-refused': '0',
      'LA-09-decisions': '0',
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('open at the start count in stocks and never in flows; their conclusion does', async () => {
    const log = newLog();
    log.on('a', built('legal-aid.OpeningBalanceImported'), concluded('2023-03-01'));
    log.on('b', built('legal-aid.OpeningBalanceImported', { applicants: [{ personRef: id('b'), categories: [] }] }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', flows)).toEqual(values(0, 0, 1, 0, 1, 0));
    expect(await sheet.values('2023', ['LA-05', 'LA-05-handled'])).toEqual({ 'LA-05': '50', 'LA-05-handled': null });
    expect(await sheet.values('2022', ['LA-04', 'LA-04-imported'])).toEqual({ 'LA-04': '2', 'LA-04-imported': '2' });
    for (const year of ['2022', '2023']) expect(await sheet.findings(year)).toEqual([]);
  });

  it('whose termination was set aside are in hand again from that day', async () => {
    const log = newLog();
    log.on(
      'a',
      notified('2023-11-01'),
      assigned('2023-11-02'),
      terminated('2023-12-20'),
      built('legal-aid.ObjectionRaised', { raisedOn: '2023-12-28' }),
      built('legal-aid.ObjectionDecided', { decidedOn: '2024-01-03' }),
    );
    const sheet = await log.sheet();
    const codes = ['LA-04', 'LA-03-terminated', 'LA-04-reopened'] as const;
    expect(Object.values(await sheet.values('2023', codes))).toEqual(['0', '1', '0']);
    expect(Object.values(await sheet.values('2024', codes))).toEqual(['1', '0', '1']);
    for (const year of ['2023', '2024']) expect(await sheet.findings(year)).toEqual([]);
  });

  it('stand in one column of the monthly form each', async () => {
    const log = newLog();
    const of = (key: string, data: object) => log.on(key, applied('2023-02-01', data), granted('2023-02-03'));
    const criminal = { nature: 'criminal', form: 'criminal-defence-agency', matter: undefined } as const;
    of('criminal', criminal);
    of('asked for', { ...criminal, entry: 'requested', transferredBy: 'court' });
    log.on('notice', notified('2023-02-01'));
    log.on(
      'treatment',
      notified('2023-02-01', { noticeNo: '2', stage: 'compulsory-treatment', ground: 'compulsory-treatment' }),
    );
    of('civil', {});
    of('administrative', { nature: 'administrative', matter: 'social-security' });
    of('petition', { form: 'petition', stage: 'retrial' });
    of('notary', { form: 'notarisation', stage: undefined });
    of('appraisal', { form: 'appraisal', stage: undefined });
    of('arbitration', { form: 'labour-arbitration', stage: 'arbitration' });
    const sheet = await log.sheet();
    const rows = Object.keys(legalAid.terms).filter((code) => code.startsWith('LA-02-form-'));
    expect(rows).toHaveLength(10);
    expect(new Set(Object.values(await sheet.values('2023', rows)))).toEqual(new Set(['1']));
    expect(
      await sheet.values('2023', [
        'LA-02-criminal',
        'LA-02-civil',
        'LA-02-matter-social-security',
        'LA-02-stage-first-instance',
      ]),
    ).toEqual({
      'LA-02-criminal': '4',
      'LA-02-civil': '5',
      'LA-02-matter-social-security': '1',
      'LA-02-stage-first-instance': '3',
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('granted in another form than asked for stand in the column of that form', async () => {
    const log = newLog();
    log.on('a', applied('2023-02-01'), built('legal-aid.AidGranted', { form: 'other-non-litigation' }));
    expect(
      await (await log.sheet()).values('2023', ['LA-02-form-civil-litigation', 'LA-02-form-other-non-litigation']),
    ).toEqual({ 'LA-02-form-civil-litigation': '0', 'LA-02-form-other-non-litigation': '1' });
  });

  it('count each recipient once, and in every category of his', async () => {
    const log = newLog();
    const applicants = [
      { personRef: id('one'), categories: ['female', 'migrant-worker'] },
      { personRef: id('two'), categories: ['migrant-worker'] },
    ];
    log.on('a', applied('2023-02-01', { applicants }), granted('2023-02-03'));
    log.on('refused', applied('2023-02-01'), refused('2023-02-03'));
    expect(
      await (await log.sheet()).values('2023', ['LA-07', 'LA-07-female', 'LA-07-migrant-worker', 'LA-07-minor']),
    ).toEqual({
      'LA-07': '2',
      'LA-07-female': '1',
      'LA-07-migrant-worker': '2',
      'LA-07-minor': '0',
    });
  });

  it('closed add up by result, terminated ones among them; money to the cent', async () => {
    const log = newLog();
    const start = [applied('2023-02-01'), granted('2023-02-03'), assigned('2023-02-04')];
    log.on('won', ...start, concluded('2023-05-01', { amountRecovered: '0.10', amountWages: '0.10' }));
    log.on(
      'mediated',
      ...start,
      concluded('2023-05-01', { result: 'mediated', amountRecovered: '0.20', amountWages: undefined }),
    );
    log.on('lost', ...start, concluded('2023-05-01', { result: 'lost', amountRecovered: '0', amountWages: undefined }));
    log.on('given up', ...start, terminated('2023-05-01'));
    log.on(
      'defended',
      notified('2023-02-01'),
      assigned('2023-02-02'),
      concluded('2023-05-01', { result: 'adopted', amountRecovered: '0', amountWages: undefined }),
    );
    const sheet = await log.sheet();
    expect(
      await sheet.values('2023', [
        'LA-03',
        'LA-03-closed',
        'LA-03-closed-litigation',
        'LA-03-litigation-won',
        'LA-03-terminated-litigation',
        'LA-03-criminal-adopted',
        'LA-08',
        'LA-08-civil',
        'LA-08-wages',
      ]),
    ).toEqual({
      'LA-03': '4',
      'LA-03-closed': '5',
      'LA-03-closed-litigation': '4',
      'LA-03-litigation-won': '1',
      'LA-03-terminated-litigation': '1',
      'LA-03-criminal-adopted': '1',
      'LA-08': '0.3',
      'LA-08-civil': '0.3',
      'LA-08-wages': '0.1',
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('recorded late or corrected count where they belong', async () => {
    const log = newLog();
    const [, decision] = log.on('a', applied('2023-12-20'), granted('2023-12-27'));
    log.on('late', granted('2023-12-31'), applied('2023-12-30'));
    log.on('a', {
      type: 'legal-aid.RecordCorrected',
      data: {
        requestId: id('request'),
        correctsEventId: decision,
        changes: [{ field: 'decidedOn', after: JSON.stringify('2024-01-02') }],
        reason: 'entry-error',
        requestedBy: 'clerk',
        approvedOn: '2024-02-01',
      },
    });
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['LA-01', 'LA-02'])).toEqual({ 'LA-01': '2', 'LA-02': '1' });
    expect(await sheet.values('2024', ['LA-02', 'LA-04'])).toEqual({ 'LA-02': '1', 'LA-04': '2' });
  });
});
