import { projectRoot } from '#adapters/project-root.js';
import { caseKeys } from '#application/case-keys.js';
import { Registry } from '#application/registry.js';
import { lines } from '#lines/index.js';
import { readText } from './project-files.js';

it('cases/KEYS.md says which keys the lines know (if not: npm run case-keys)', () =>
  expect(readText(projectRoot(), 'cases/KEYS.md')).toBe(caseKeys(new Registry(lines))));
