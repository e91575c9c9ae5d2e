import { projectRoot } from '#adapters/project-root.js';
import { lines } from '#lines/index.js';
import { notary } from '../support/notary.js';
import { filesBelow, readText } from './project-files.js';
import { isSpec } from './rooms.js';
import { readSource } from './source.js';
import {
  codesIn,
  codesWithTwoMeanings,
  identifiersOf,
  identifiersWithoutTerm,
  refusalsIn,
  termsIncomplete,
  termsUnused,
} from './term-rules.js';

const root = projectRoot();

describe.each(lines.map((line) => [line.code, line] as const))(
  'the terms of %s',
  (line, { terms, errors, ...rest }) => {
    const identifiers = identifiersOf({ terms, errors, ...rest });
    const ofStaff = (rest.staff ?? []).map((role) => `role.${role}`);
    const files = filesBelow(root, `libs/lines/${line}`).filter((path) => path.endsWith('.ts') && !isSpec(path));
    const domain = files
      .filter((path) => path.includes('/domain/'))
      .map((path) => [path, readText(root, path)] as const);
    const codes = domain.flatMap(([path, text]) => codesIn(line, readSource(path, text)));
    const refusals = domain.flatMap(([, text]) => refusalsIn(text)).filter((code) => code.startsWith(`${line}.`));

    it('name every identifier people meet', () => expect(identifiersWithoutTerm(identifiers, terms)).toEqual([]));
    it('name every code its rules write out', () => {
      expect(codes.length).toBeGreaterThan(0);
      expect([...new Set(codes)].filter((code) => !(code in terms))).toEqual([]);
    });
    it('say Chinese, English, origin and, unless coined here, a source', () =>
      expect(termsIncomplete(terms)).toEqual([]));
    it('name nothing that is not there', () =>
      expect(termsUnused(identifiers, [...codes, ...ofStaff], terms)).toEqual([]));
    it('mean one thing each', () => expect(codesWithTwoMeanings(identifiers)).toEqual([]));
    it('stand beside a status for every code that refuses', () => {
      expect(refusals.length).toBeGreaterThan(0);
      expect([...new Set(refusals)].filter((code) => !(code in errors))).toEqual([]);
    });
  },
);

describe('each check reports what it looks for', () => {
  const identifiers = identifiersOf(notary);
  const issued = { zh: '出具公证书', en: 'certificate issued', origin: 'law', source: '公证法 第三十条' } as const;
  const issuedOn = { zh: '出具日期', en: 'issued on', origin: 'house' } as const;

  it('an identifier without a term, of every kind', () => {
    const missing = identifiersWithoutTerm(identifiers, {});
    expect(missing).toEqual(
      expect.arrayContaining([
        'line notary',
        'stream notary.matter',
        'status notary.matter.open',
        'event notary.CertificateIssued',
        'command notary.IssueCertificate',
        'field notary.CertificateIssued.issuedOn',
        'table notary.kind',
        'value notary.kind.will',
        'rejection notary.already-closed',
        'rejection notary.matter-known',
        'fact notary.fee',
        'register notary.matters',
        'column notary.matter.matterNo',
        'measure notary.accepted',
        'indicator NT-01',
        'identity notary.kinds',
        'deadline NT-D01',
      ]),
    );
    expect(new Set(missing).size).toBe(missing.length);
  });

  it('but not one that has a term, under its own key or under the key its line shares', () => {
    const terms = { 'notary.CertificateIssued': issued, 'notary.field.issuedOn': issuedOn };
    const missing = identifiersWithoutTerm(identifiers, terms);
    expect(missing).not.toContain('event notary.CertificateIssued');
    expect(missing).not.toContain('field notary.CertificateIssued.issuedOn');
    expect(missing).toContain('field notary.CertificateIssued.certificateNo');
  });

  it('a term that says too little', () =>
    expect(
      termsIncomplete({
        a: { ...issued, zh: 'issued' },
        b: { ...issued, en: '出具' },
        c: { zh: '出具', en: 'issue', origin: 'form' },
        d: issued,
      }),
    ).toEqual(['a: no Chinese', 'b: no English', 'c: origin form without a source']));

  it('a term nobody uses', () => {
    const terms = { 'notary.CertificateIssued': issued, 'notary.CertificateIsued': issued, 'notary.large-fee': issued };
    expect(termsUnused(identifiers, ['notary.large-fee'], terms)).toEqual(['notary.CertificateIsued']);
  });

  it('a code that means two things', () => {
    const { errors } = notary;
    expect(codesWithTwoMeanings(identifiers)).toEqual([]);
    expect(codesWithTwoMeanings(identifiersOf({ ...notary, errors: { ...errors, 'notary.kind': 409 } }))).toEqual([
      'notary.kind is a rejection and a table',
    ]);
  });

  it('codes in rules, not in comments', () => {
    const text = `/** 'notary.closed' */ return late ? refuse('notary.too-late', 'data') : acceptWith('notary.large-fee');`;
    expect(codesIn('notary', readSource('a.ts', text))).toEqual(['notary.too-late', 'notary.large-fee']);
    expect(refusalsIn(text)).toEqual(['notary.too-late']);
  });
});
