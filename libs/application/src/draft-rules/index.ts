import type { Finding } from '../identity.js';
import { documentRules } from './document.rules.js';
import { formRules } from './form.rules.js';
import { moneyRules } from './money.rules.js';
import { placementRules } from './placement.rules.js';
import type { Draft, DraftRule } from './rule.js';
import { scoreRules } from './score.rules.js';
import { targetRules } from './target.rules.js';

export type { Draft } from './rule.js';

/** Every check of a draft that its own fields decide. */
export const draftRules: readonly DraftRule[] = [
  ...formRules,
  ...targetRules,
  ...placementRules,
  ...moneyRules,
  ...scoreRules,
  ...documentRules,
];

/** Applies every rule of form to a draft. */
export const checkForm = (draft: Draft): readonly Finding[] =>
  draftRules.flatMap(({ code, severity, message, broken }) =>
    broken(draft).map((found) => ({
      code,
      severity,
      rule: code,
      rows: found,
      records: [],
      numbers: {},
      message: found.length === 0 ? message : `${message}（${nameRows(draft, found)}）`,
    })),
  );

const nameRows = ({ file }: Draft, ids: readonly string[]): string =>
  ids
    .map((id) => file.rows.find((row) => row.id === id))
    .map((row) => `${row?.level3 ?? ''} ${row?.printedActual ?? '空'}`)
    .join('；');
