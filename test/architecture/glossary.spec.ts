import { projectRoot } from '#adapters/project-root.js';
import { glossary } from '#application/glossary.js';
import { platformTerms } from '#application/terms.js';
import { lines } from '#lines/index.js';
import { readText } from './project-files.js';

it('docs/glossary.md says what the terms say (if not: npm run glossary)', () =>
  expect(readText(projectRoot(), 'docs/glossary.md')).toBe(glossary(platformTerms, lines)));

it('one row per term, by identifier, with nothing that breaks the table', () => {
  const issued = { zh: '出具|公证书', en: 'certificate\nissued', origin: 'law', source: '公证法 第三十条' } as const;
  const name = { zh: '公证', en: 'notary', origin: 'law', source: '公证法' } as const;
  const page = glossary({}, [{ code: 'notary', terms: { 'notary.CertificateIssued': issued, notary: name } }]);
  expect(page).toContain('## 公证 `notary`\n');
  expect(page).toContain(
    '| `notary` | 公证 | notary | 法律 | 公证法 |  |\n' +
      '| `notary.CertificateIssued` | 出具\\|公证书 | certificate issued | 法律 | 公证法 第三十条 |  |\n',
  );
});
