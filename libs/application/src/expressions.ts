import { type Exact, exact, roundForPrint } from '#kernel/money.js';

/** A parsed formula: numbers, names (`activity.corrections.received`), calls (`row('id')`) and `+ - * /`. */
export type Formula =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly path: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: 'round'; readonly of: Formula; readonly decimals: number }
  | { readonly kind: 'negate'; readonly of: Formula }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Formula; readonly right: Formula };

type Operator = '+' | '-' | '*' | '/';

/** Where a formula finds its names: exact numbers, or null where the figure is empty or not known. */
export interface Names {
  name(path: string): Exact | null;
  call(name: string, args: readonly string[]): Exact | null;
}

/** A formula that cannot be read, with the place where reading stopped. */
export class UnreadableFormula extends Error {
  constructor(
    readonly expression: string,
    readonly at: number,
    what: string,
  ) {
    super(`${what} at character ${at + 1} of "${expression}"`);
  }
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*)|'([^']*)'|([-+*/(),]))/y;

interface Token {
  readonly kind: 'number' | 'name' | 'text' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const tokensOf = (expression: string): readonly Token[] => {
  const tokens: Token[] = [];
  const end = expression.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const [, number, name, text, sign] = TOKEN.exec(expression) ?? [];
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at });
    else if (text !== undefined) tokens.push({ kind: 'text', text, at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at });
    else throw new UnreadableFormula(expression, at, 'unknown sign');
  }
  return [...tokens, { kind: 'end', text: '', at: end }];
};

/**
 * Reads a formula of the case files: `+ - * / ( )`, decimal literals, `round(x, n)`, paths, and calls with quoted texts.
 * @throws UnreadableFormula
 */
export const parseFormula = (expression: string): Formula => {
  const tokens = tokensOf(expression);
  let place = 0;
  const peek = (): Token => tokens[place] as Token;
  const take = (): Token => tokens[place++] as Token;
  const fail = (what: string): never => {
    throw new UnreadableFormula(expression, peek().at, what);
  };
  const taken = (...signs: readonly string[]): string | undefined =>
    peek().kind === 'sign' && signs.includes(peek().text) ? take().text : undefined;
  const expect = (sign: string): void => {
    if (taken(sign) === undefined) fail(`"${sign}" expected`);
  };

  const sum = (): Formula => {
    let left = product();
    for (let sign = taken('+', '-'); sign !== undefined; sign = taken('+', '-'))
      left = { kind: 'binary', operator: sign as Operator, left, right: product() };
    return left;
  };
  const product = (): Formula => {
    let left = factor();
    for (let sign = taken('*', '/'); sign !== undefined; sign = taken('*', '/'))
      left = { kind: 'binary', operator: sign as Operator, left, right: factor() };
    return left;
  };
  const factor = (): Formula => {
    if (taken('-') !== undefined) return { kind: 'negate', of: factor() };
    if (taken('(') !== undefined) {
      const inner = sum();
      expect(')');
      return inner;
    }
    if (peek().kind === 'number') return { kind: 'number', text: take().text };
    if (peek().kind !== 'name') fail('a number or a name expected');
    const path = take().text;
    if (taken('(') === undefined) return { kind: 'name', path };
    return path === 'round' ? rounded() : call(path);
  };
  const rounded = (): Formula => {
    const of = sum();
    expect(',');
    if (peek().kind !== 'number' || !/^\d+$/.test(peek().text)) fail('a number of decimals expected');
    const decimals = Number(take().text);
    expect(')');
    return { kind: 'round', of, decimals };
  };
  const call = (name: string): Formula => {
    const args: string[] = [];
    do {
      if (peek().kind !== 'text') fail('a quoted text expected');
      args.push(take().text);
    } while (taken(',') !== undefined);
    expect(')');
    return { kind: 'call', name, args };
  };

  const formula = sum();
  if (peek().kind !== 'end') fail('nothing more expected');
  return formula;
};

/** Evaluates exactly, rounding (half away from zero) only where written. Null where a name has no value or a divisor is 0. */
export const evaluateFormula = (formula: Formula, names: Names): Exact | null => {
  switch (formula.kind) {
    case 'number':
      return exact(formula.text);
    case 'name':
      return names.name(formula.path);
    case 'call':
      return names.call(formula.name, formula.args);
    case 'negate':
      return evaluateFormula(formula.of, names)?.negated() ?? null;
    case 'round': {
      const value = evaluateFormula(formula.of, names);
      return value === null ? null : roundForPrint(value, formula.decimals);
    }
    case 'binary': {
      const left = evaluateFormula(formula.left, names);
      const right = evaluateFormula(formula.right, names);
      return left === null || right === null ? null : combine(formula.operator, left, right);
    }
  }
};

const combine = (operator: Operator, left: Exact, right: Exact): Exact | null => {
  switch (operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '*':
      return left.times(right);
    case '/':
      return right.isZero() ? null : left.dividedBy(right);
  }
};

/** Every part of a formula, itself first. */
const partsOf = (formula: Formula): readonly Formula[] => {
  switch (formula.kind) {
    case 'negate':
    case 'round':
      return [formula, ...partsOf(formula.of)];
    case 'binary':
      return [formula, ...partsOf(formula.left), ...partsOf(formula.right)];
    default:
      return [formula];
  }
};

/** Every path a formula names, once each, in order. */
export const pathsIn = (formula: Formula): readonly string[] => [
  ...new Set(partsOf(formula).flatMap((part) => (part.kind === 'name' ? [part.path] : []))),
];

/** Every call in a formula, in order. */
export const callsIn = (formula: Formula): readonly Extract<Formula, { kind: 'call' }>[] =>
  partsOf(formula).filter((part) => part.kind === 'call');
