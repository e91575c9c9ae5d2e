/** Definitions of a bureau as the API answers and takes them. */
export interface StoredDefinition {
  readonly id: number;
  readonly kind: 'measure' | 'indicator';
  readonly title: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly bureau: string;
  readonly definedBy: string;
  readonly definedAt: string;
}
export interface Named {
  readonly name: string;
  readonly title: string;
}
export interface Vocabulary {
  readonly facts: readonly {
    readonly fact: string;
    readonly title: string;
    readonly line: string;
    readonly fields: readonly Named[];
  }[];
  readonly measures: readonly {
    readonly code: string;
    readonly title: string;
    readonly unit: string;
    readonly kind: string;
    readonly splits: readonly Named[];
  }[];
  readonly indicators: readonly { readonly code: string; readonly title: string; readonly unit: string }[];
}
export interface FigurePart {
  readonly value: string | null;
  readonly printed: string;
}
export interface Preview {
  readonly figures: readonly {
    readonly code: string;
    readonly title: string;
    readonly unit: string;
    readonly before: FigurePart | null;
    readonly after: FigurePart;
  }[];
  readonly moved: number;
  readonly records: readonly {
    readonly measure: string;
    readonly streamId: string;
    readonly title: string;
    readonly office: string;
    readonly on: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** What is counted, as it is filled in. */
export interface MeasureDraft {
  code: string;
  title: string;
  fact: string;
  unit: string;
  kind: 'flow' | 'stock';
  on: string;
  from: string;
  to: string;
  sum: string;
  splits: string[];
  conditions: ConditionDraft[];
}
export const TESTS = ['is', 'oneOf', 'atLeast', 'atMost', 'exists', 'absent'] as const;
export interface ConditionDraft {
  field: string;
  test: (typeof TESTS)[number];
  value: string;
}
/** A measure, and how a period reads it. */
export const MODES = ['flow', 'closing', 'opening', 'persons-flow', 'persons-closing'] as const;
export interface OperandDraft {
  measure: string;
  mode: (typeof MODES)[number];
}
export interface IndicatorDraft {
  code: string;
  title: string;
  unit: string;
  decimals: number;
  from: string;
  value: OperandDraft;
  /** Set for a rate. */
  denominator: OperandDraft | undefined;
}

export const emptyMeasure = (code: string): MeasureDraft => ({
  ...{ code, title: '', fact: '', unit: '件', kind: 'flow', on: '', from: '', to: '', sum: '' },
  splits: [],
  conditions: [],
});

/** A number where it reads as one, so that it is compared as one. */
const plain = (text: string): string | number | boolean => {
  const trimmed = text.trim();
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  return trimmed !== '' && Number.isFinite(Number(trimmed)) && !/^0\d/.test(trimmed) ? Number(trimmed) : trimmed;
};
const testOf = ({ test, value }: ConditionDraft): unknown => {
  switch (test) {
    case 'is':
      return plain(value);
    case 'oneOf':
      return {
        oneOf: value
          .split(/[,，、\s]+/)
          .filter((part) => part !== '')
          .map(plain),
      };
    case 'atLeast':
      return { atLeast: Number(value) };
    case 'atMost':
      return { atMost: Number(value) };
    case 'exists':
      return { exists: true };
    case 'absent':
      return { exists: false };
  }
};

export const measureBody = (draft: MeasureDraft): object => {
  const { code, title, fact, unit, kind, on, from, to, sum, splits, conditions } = draft;
  const dated = kind === 'flow' ? { on } : { from, ...(to === '' ? {} : { to }) };
  const where = Object.fromEntries(
    conditions.filter(({ field }) => field !== '').map((one) => [one.field, testOf(one)]),
  );
  return {
    ...{ code, title: title.trim(), fact, unit: unit.trim(), kind, ...dated },
    ...(sum === '' ? {} : { sum }),
    ...(splits.length === 0 ? {} : { splits }),
    ...(Object.keys(where).length === 0 ? {} : { where }),
  };
};

const formulaOf = ({ measure, mode }: OperandDraft): object =>
  mode === 'persons-flow' || mode === 'persons-closing'
    ? { persons: measure, of: mode === 'persons-flow' ? 'flow' : 'closing' }
    : { [mode]: measure };

export const indicatorBody = ({ value, denominator, title, unit, ...rest }: IndicatorDraft): object => ({
  ...rest,
  title: title.trim(),
  unit: unit.trim(),
  ...(denominator === undefined
    ? { value: formulaOf(value) }
    : { numerator: formulaOf(value), denominator: formulaOf(denominator) }),
});

/** The next free code of a form such as `OWN-03`, by the numbers taken. */
export const nextCode = (taken: readonly string[], prefix: string): string => {
  for (let number = 1; ; number += 1) {
    const code = `${prefix}${String(number).padStart(2, '0')}`;
    if (!taken.includes(code)) return code;
  }
};

const TESTED: readonly ConditionDraft['test'][] = ['oneOf', 'atLeast', 'atMost'];
/** Conditions as they are filled in; undefined where one of them is of a kind the form does not have. */
const conditionsIn = (where: unknown): ConditionDraft[] | undefined => {
  const found: ConditionDraft[] = [];
  for (const [field, test] of Object.entries((where ?? {}) as Record<string, unknown>)) {
    if (typeof test !== 'object' || test === null) {
      found.push({ field, test: 'is', value: String(test) });
      continue;
    }
    const [name = '', value] = Object.entries(test)[0] ?? [];
    if (name === 'exists') found.push({ field, test: value === true ? 'exists' : 'absent', value: '' });
    else if (TESTED.includes(name as ConditionDraft['test']))
      found.push({ field, test: name as ConditionDraft['test'], value: [value].flat().join('、') });
    else return undefined;
  }
  return found;
};

/** A kept measure as it is filled in; undefined where it says more than the form can. */
export const measureDraftOf = ({ title, body }: StoredDefinition): MeasureDraft | undefined => {
  const text = (name: string): string => String(body[name] ?? '');
  const conditions = conditionsIn(body['where']);
  if (conditions === undefined || text('kind') === 'cohort' || body['distinct'] !== undefined) return undefined;
  return {
    ...{
      code: text('code'),
      title,
      fact: text('fact'),
      unit: text('unit'),
      kind: text('kind') as MeasureDraft['kind'],
    },
    ...{ on: text('on'), from: text('from'), to: text('to'), sum: text('sum'), conditions },
    splits: [...((body['splits'] ?? []) as readonly string[])],
  };
};

const operandOf = (formula: unknown): OperandDraft | undefined => {
  const given = (formula ?? {}) as Readonly<Record<string, unknown>>;
  if (given['where'] !== undefined || given['alsoIn'] !== undefined) return undefined;
  for (const mode of ['flow', 'closing', 'opening'] as const)
    if (typeof given[mode] === 'string') return { measure: given[mode], mode };
  if (typeof given['persons'] === 'string')
    return { measure: given['persons'], mode: given['of'] === 'closing' ? 'persons-closing' : 'persons-flow' };
  return undefined;
};

/** A kept indicator as it is filled in; undefined where it says more than the form can. */
export const indicatorDraftOf = ({ title, body }: StoredDefinition): IndicatorDraft | undefined => {
  const [version] = (body['versions'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const isRate = version?.['denominator'] !== undefined;
  const value = operandOf(isRate ? version?.['numerator'] : version?.['value']);
  const denominator = isRate ? operandOf(version?.['denominator']) : undefined;
  if (value === undefined || (isRate && denominator === undefined)) return undefined;
  if (body['of'] !== undefined || body['variant'] !== undefined) return undefined;
  return {
    ...{ code: String(body['code']), title, unit: String(body['unit']), decimals: Number(body['decimals'] ?? 0) },
    ...{ from: String(version?.['from'] ?? ''), value, denominator },
  };
};
