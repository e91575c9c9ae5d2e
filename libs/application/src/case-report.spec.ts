import { corrections } from '#lines/corrections/index.js';
import { caseFile, playCase, wholeBureau } from '../../../test/support/played-case.js';
import type { World } from '../../../test/support/world.js';
import { type CaseFile, withVariant } from './case-file.js';
import { type CaseReport, jsonOfReport, reportOnCase, rowHolds } from './case-report.js';
import { evaluateFormula, parseFormula } from './expressions.js';
import { namesOf } from './case-names.js';

const report = async (file: CaseFile, world: World): Promise<CaseReport> =>
  reportOnCase(file, world.registry, world.ledger, wholeBureau);
const played = async (file: CaseFile): Promise<{ file: CaseFile; world: World; report: CaseReport }> => {
  const { world } = await playCase(file, [corrections]);
  return { file, world, report: await report(file, world) };
};
const outcomes = ({ expected }: CaseReport): Readonly<Record<string, string>> =>
  Object.fromEntries(expected.map(({ id, outcome, needs }) => [id, needs ?? outcome]));
const find = ({ findings }: CaseReport, code: string) => findings.filter((finding) => finding.code === code);

let taojiang: Awaited<ReturnType<typeof played>>;
let ziyang: Awaited<ReturnType<typeof played>>;
beforeAll(async () => {
  taojiang = await played(await caseFile('taojiang-2023-corrections'));
  ziyang = await played(await caseFile('ziyang-2022-corrections'));
});
const both = () => [taojiang, ziyang];

describe('rows', () => {
  it('are all there, in order, with what is printed', () => {
    for (const {
      file,
      report: { figures },
    } of both())
      expect(figures.map(({ row }) => row.id)).toEqual(file.rows.map(({ id }) => id));
    expect(taojiang.report.figures).toHaveLength(65);
    expect(ziyang.report.figures).toHaveLength(58);
  });

  it('of a line that exists come out of the events as the document itself derives them', () => {
    const compared: string[] = [];
    for (const {
      report: { figures },
    } of both())
      for (const { row, value, match } of figures) {
        const [derivation] = row.derivations;
        if (value?.value == null || derivation === undefined) continue;
        expect([row.id, match, Number(Number(value.value).toFixed(value.decimals))]).toEqual([
          row.id,
          derivation.match,
          derivation.result,
        ]);
        if (row.kind === 'event') compared.push(row.id);
      }
    const events = both().flatMap(({ file }) =>
      file.rows.filter(({ kind, indicator }) => kind === 'event' && /^CC-/.test(indicator?.[0] ?? '')),
    );
    expect(compared).toEqual(events.map(({ id }) => id));
    expect(compared).toHaveLength(52);
  });

  it('mean a rate by its rate, and a part by its part', () => {
    const meaning = Object.fromEntries(
      both().flatMap(({ report: { figures } }) => figures.map(({ row, indicator }) => [row.id, indicator])),
    );
    expect(meaning).toMatchObject({
      'economic-2-reoffence-rate': 'CC-15',
      'economic-1-discipline-rate': 'CC-16',
      'punished-persons': 'CC-13p',
      punishments: 'CC-13',
      warnings: 'CC-13-warning',
      leaves: 'CC-10',
      'leaves-in-progress': 'CC-10-in-progress',
      'register-parole': 'CC-07-parole',
      'cumulative-released': 'CC-09-left',
      'licences-staff': 'CC-29-staff',
      'execution-rate': 'BF-04',
    });
  });

  it('that await a line say which', () => {
    const awaited = both().flatMap(({ report: { figures } }) =>
      figures.filter(({ match }) => match === 'awaiting-line'),
    );
    expect(awaited.every(({ awaits }) => awaits.length > 0)).toBe(true);
    expect([...new Set(awaited.flatMap(({ awaits }) => awaits))].sort()).toEqual([
      'aftercare',
      'establishment.facilities',
      'establishment.organisation',
      'establishment.posts',
      'establishment.staff',
      'funds',
      'manual',
      'payments',
      'surveys',
      'training',
    ]);
    const event = awaited
      .filter(({ row }) => row.kind === 'event')
      .map(({ row, awaits }) => `${row.id} ${awaits.join()}`);
    expect(event).toEqual([
      'skills-competition training',
      'skills-competition-subjects training',
      'training-meetings training',
      'key-aftercare-persons aftercare',
      'aftercare-narrative aftercare',
      'quantity-3-aftercare aftercare',
    ]);
  });

  it('hold, or are explained by a finding that was expected', () => {
    for (const { report } of both()) expect(report.figures.filter((figure) => !rowHolds(report, figure))).toEqual([]);
    const contradicted = ziyang.report.figures.filter(({ match }) => match === 'contradicts').map(({ row }) => row.id);
    expect(contradicted).toEqual(['economic-1-discipline-rate']);
  });

  it('do not hold once the log says something else', async () => {
    const { file } = ziyang;
    const { report } = await played(withVariant(file, 'without-transfers-in'));
    const wrong = report.figures.filter((figure) => !rowHolds(report, figure)).map(({ row }) => row.id);
    expect(wrong).toEqual(['register-2022']);
    const register = report.figures.find(({ row }) => row.id === 'register-2022');
    expect([register?.value?.value, register?.match]).toEqual(['188', 'contradicts']);
  });
});

describe('findings', () => {
  it('raise every expected one a rule can see now, and say what the others need', () => {
    expect(outcomes(taojiang.report)).toEqual({
      'assessment-outcomes-267': 'raised',
      'as-of-6-december': 'raised',
      'opening-register-missing': 'raised',
      'released-two-meanings': 'reader',
      'worker-without-post': 'raised',
      'area-approximate': 'raised',
      'grade-youliang': 'raised',
      'grade-without-score': 'raised',
      'no-targets': 'raised',
      'district-for-county': 'text',
      'goal-without-result': 'reader',
      'aftercare-without-figure': 'reader',
    });
    expect(outcomes(ziyang.report)).toEqual({
      'execution-score-9': 'raised',
      'execution-rate-100-in-text': 'raised',
      'progress-complete-but-half-spent': 'raised',
      'weights-sum-110': 'raised',
      'register-188-not-201': 'raised',
      'corrections-5-84-or-19-62': 'missed',
      'discipline-rate-over-1': 'raised',
      'actuals-are-bounds': 'raised',
      'progress-as-word': 'raised',
      'targets-without-operator': 'raised',
      'targets-equal-results': 'raised',
      'assessments-as-quality': 'raised',
      'rates-as-economic-benefit': 'raised',
      'justice-as-ecology': 'raised',
      'legal-aid-in-corrections-project': 'missed',
      'satisfaction-of-whom': 'reader',
      'narrative-rows-not-in-table': 'raised',
      'licences-exceed-persons': 'raised',
      'cost-group-9': 'raised',
      'grade-youxiu': 'raised',
      'approximate-numbers': 'raised',
      'unspent-18-38-not-in-department': 'missed',
      'competent-department-blank': 'raised',
    });
  });

  it('name exactly the rows of the expected one', () => {
    for (const { file, report } of both())
      for (const wanted of file.expectedFindings) {
        if (outcomes(report)[wanted.id] !== 'raised') continue;
        const rows = wanted.places.flatMap(({ row }) => row ?? []).sort();
        expect(find(report, wanted.code).map((finding) => [...finding.rows].sort())).toContainEqual(rows);
      }
  });

  it('block nothing that was not expected to be blocked', () => {
    for (const { file, report } of both()) {
      const expected = file.expectedFindings.filter(({ severity }) => severity === 'block').map(({ code }) => code);
      for (const { severity, code } of report.findings) if (severity === 'block') expect(expected).toContain(code);
    }
  });

  it.each(['dawukou-2020-transfer', 'funing-2020-targets', 'ziyang-2022-department'])(
    'block nothing unexpected in %s either',
    async (name) => {
      const file = await caseFile(name);
      const { findings } = (await played(file)).report;
      const expected = file.expectedFindings.filter(({ severity }) => severity === 'block').map(({ code }) => code);
      expect(findings.filter(({ severity, code }) => severity === 'block' && !expected.includes(code))).toEqual([]);
    },
  );

  it('name the one assessment still open, and no other', async () => {
    const [finding] = find(taojiang.report, 'parts-do-not-sum');
    expect(finding?.numbers).toEqual({ left: '268', right: '267', difference: '1' });
    expect(finding?.records).toHaveLength(1);
    expect(finding?.records[0]?.indicator).toBe('CC-01d');
    const stored = await taojiang.world.store.load(finding?.records[0]?.streamId ?? '');
    expect(stored?.events.map(({ type }) => type)).toEqual([
      'corrections.AssessmentCommissioned',
      'corrections.AssessmentAssigned',
    ]);
  });

  it('name the thirteen transfers in that close the register', async () => {
    const [finding, ...more] = find(ziyang.report, 'stock-flow-mismatch');
    expect(more).toEqual([]);
    expect(finding?.numbers).toEqual({ left: '201', right: '188', difference: '13' });
    expect(finding?.records).toHaveLength(13);
    for (const { streamId, indicator } of finding?.records ?? []) {
      expect(indicator).toBe('CC-03');
      const stored = await ziyang.world.store.load(streamId);
      expect(stored?.events[0]?.type).toBe('corrections.SubjectTransferredIn');
    }
  });

  it('name the 35 persons behind a discipline rate of at most 1 %', () => {
    const [finding] = find(ziyang.report, 'bound-not-supported');
    expect(finding?.numbers).toMatchObject({ computed: '8.43%', numerator: '35', denominator: '415' });
    expect(new Set(finding?.records.map(({ streamId }) => streamId)).size).toBe(35);
    expect(finding?.message).toContain('8.43%');
  });

  it('report no identity that the case says holds', () => {
    for (const { file, report } of both()) {
      const names = namesOf(file);
      const held = file.identities.map(({ left }) => evaluateFormula(parseFormula(left), names)?.toFixed());
      expect(held).toHaveLength(file.identities.length);
      const balances = report.findings
        .filter(({ rule }) => rule.startsWith('corrections.'))
        .map(({ rule }) => rule)
        .sort();
      expect(balances).toEqual(
        file === taojiang.file
          ? ['corrections.assessments-by-outcome', 'corrections.register-closes']
          : ['corrections.licences-for-subjects', 'corrections.register-closes'],
      );
    }
  });
});

describe('computed values', () => {
  it('are what the case expects, with every count from the log', () => {
    for (const { file, report } of both()) {
      const expected = new Map(file.expectedComputed.map(({ id, computed }) => [id, computed]));
      for (const { id, value } of report.computed) expect([id, value.toNumber()]).toEqual([id, expected.get(id)]);
      // The rest rests on lines that are not there.
      const own = file.expectedComputed.filter(({ expression }) => !/funds|establishment|payments/.test(expression));
      expect(report.computed.map(({ id }) => id)).toEqual(expect.arrayContaining(own.map(({ id }) => id)));
    }
  });

  it('follow the log, not the file', async () => {
    const { report } = await played(withVariant(ziyang.file, 'without-transfers-in'));
    const value = (id: string) => report.computed.find((item) => item.id === id)?.value.toNumber();
    expect(value('register-from-printed-flows')).toBe(188);
    expect(value('unreported-transfers-in')).toBe(0);
  });
});

it('prints as plain JSON', () => {
  const json = JSON.parse(JSON.stringify(jsonOfReport(taojiang.report))) as ReturnType<typeof jsonOfReport>;
  expect(json.rows).toHaveLength(65);
  expect(json.rows.find(({ id }) => id === 'register')).toEqual({
    id: 'register',
    indicator: 'CC-07',
    computed: { number: 271, unit: '人' },
    printed: '271人',
    match: 'equals',
  });
  expect(json.rows.find(({ id }) => id === 'execution-rate')).toMatchObject({
    computed: null,
    match: 'awaiting-line',
    awaits: ['funds'],
  });
});
