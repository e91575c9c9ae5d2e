import { lines } from '#lines/index.js';
import { filesBelow, projectRoot, readText } from './project-files.js';
import {
  identifiersOf,
  identifiersWithoutTerm,
  rejectionCodesIn,
  termsIncomplete,
  termsUnused,
  type Identifier,
} from './term-rules.js';

const root = projectRoot();

describe.each(lines.map((line) => [line.code, line] as const))('the terms of %s', (code, line) => {
  const identifiers = identifiersOf(line);

  it('name every identifier people meet', () => expect(identifiersWithoutTerm(identifiers, line.terms)).toEqual([]));
  it('say Chinese, English, origin and, unless coined here, a source', () =>
    expect(termsIncomplete(line.terms)).toEqual([]));
  it('name nothing that is not there', () => expect(termsUnused(identifiers, line.terms)).toEqual([]));

  it('give every code its rules refuse with a status and a title', () => {
    const rules = filesBelow(root, `libs/lines/${code}/domain`).filter((path) => !/spec\.ts$/.test(path));
    const codes = rules.flatMap((path) => rejectionCodesIn(readText(root, path)));
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((rejection) => !(rejection in line.errors))).toEqual([]);
  });
});

describe('each check reports what it looks for', () => {
  const identifiers: readonly Identifier[] = [
    { kind: 'event', name: 'notary.CertificateIssued', keys: ['notary.CertificateIssued'] },
    {
      kind: 'field',
      name: 'notary.CertificateIssued.issuedOn',
      keys: ['notary.CertificateIssued.issuedOn', 'notary.field.issuedOn'],
    },
  ];
  const issued = { zh: '出具公证书', en: 'certificate issued', origin: 'law', source: '公证法 第三十条' } as const;
  const issuedOn = { zh: '出具日期', en: 'issued on', origin: 'house' } as const;

  it('an identifier without a term', () => {
    expect(identifiersWithoutTerm(identifiers, { 'notary.CertificateIssued': issued })).toEqual([
      'field notary.CertificateIssued.issuedOn',
    ]);
    expect(
      identifiersWithoutTerm(identifiers, { 'notary.CertificateIssued': issued, 'notary.field.issuedOn': issuedOn }),
    ).toEqual([]);
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

  it('a term nobody uses', () =>
    expect(termsUnused(identifiers, { 'notary.CertificateIssued': issued, 'notary.CertificateIsued': issued })).toEqual(
      ['notary.CertificateIsued'],
    ));

  it('the codes of a rule', () =>
    expect(
      rejectionCodesIn(
        `return reject('notary.closed', { at: 'data', code: 'x' }); acceptWith('notary.a', 'notary.b');`,
      ),
    ).toEqual(['notary.closed', 'notary.a', 'notary.b']));

  it('values of code tables, fields inside lists and records, columns and splits', () => {
    const line = lines[0];
    if (line === undefined) throw new Error('no line to look at');
    const kinds = new Set(identifiersOf(line).map(({ kind }) => kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['event', 'command', 'field', 'value', 'rejection', 'indicator', 'measure', 'column']),
    );
  });
});
