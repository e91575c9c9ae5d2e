import { parse } from 'acorn';

/** The oldest browser the page is built for. */
export const TARGET = 'Chrome 86';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const named = (node: unknown): string | undefined => (node as { readonly name?: string } | undefined)?.name;

/** Grammar of ECMAScript 2022 that came after Chrome 86; what is later still, the parser does not read. @source caniuse, v8.dev */
const isTooNew = (node: Node, inFunction: boolean): boolean => {
  switch (node.type) {
    case 'StaticBlock': // Chrome 94
      return true;
    case 'AwaitExpression': // at the top of a module: Chrome 89
      return !inFunction;
    case 'ForOfStatement':
      return node['await'] === true && !inFunction;
    case 'BinaryExpression': // #x in y: Chrome 91
      return node['operator'] === 'in' && (node['left'] as Node).type === 'PrivateIdentifier';
    case 'Literal': // flags d and v: Chrome 90, 112
      return /[dv]/.test((node['regex'] as { readonly flags: string } | undefined)?.flags ?? '');
    default:
      return false;
  }
};

/** Functions of the browser and of JavaScript that came after Chrome 86, as they are called: `Array.prototype.at` by `x.at(`. */
const CALLED_LATER = new Set([
  ...['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'isWellFormed', 'toWellFormed'],
  ...[
    'hasOwn',
    'groupBy',
    'withResolvers',
    'fromAsync',
    'supportedValuesOf',
    'randomUUID',
    'isSubsetOf',
    'symmetricDifference',
  ],
  ...[
    'structuredClone',
    'reportError',
    'checkVisibility',
    'showPopover',
    'startViewTransition',
    'throwIfAborted',
    'showOpenFilePicker',
  ],
]);

/**
 * What stands in a built script that the target browser does not read, and which later functions it calls.
 * Names that are functions of the script's own are not told from those of the browser: they come out too.
 */
export const beyondTarget = (
  text: string,
): { readonly syntax: readonly string[]; readonly calls: readonly string[] } => {
  const syntax: string[] = [];
  const calls = new Set<string>();
  let tree: Node;
  try {
    tree = parse(text, { ecmaVersion: 2022, sourceType: 'module' }) as unknown as Node;
  } catch (error) {
    return { syntax: [String(error)], calls: [] };
  }
  const walk = (node: Node, inFunction: boolean): void => {
    if (isTooNew(node, inFunction)) syntax.push(text.slice(node.start, Math.min(node.end, node.start + 80)));
    if (node.type === 'CallExpression') {
      const callee = node['callee'] as Node;
      const name = callee.type === 'MemberExpression' ? named(callee['property']) : named(callee);
      if (name !== undefined && CALLED_LATER.has(name)) calls.add(name);
    }
    const inside = inFunction || /Function/.test(node.type);
    for (const part of Object.values(node))
      for (const child of Array.isArray(part) ? (part as unknown[]) : [part])
        if (typeof (child as Node | null)?.type === 'string') walk(child as Node, inside);
  };
  walk(tree, false);
  return { syntax, calls: [...calls].sort() };
};

/** Style that came after Chrome 86, as it is written. `:is(` is let pass where the same rule stands beside it with `:-webkit-any(`. */
const STYLES: readonly RegExp[] = [
  ...[
    /:where\(/,
    /:has\(/,
    /[;{]\s*inset(-\w+)*:/,
    /aspect-ratio:/,
    /accent-color:/,
    /@layer\b/,
    /@container\b/,
    /@property\b/,
  ],
  ...[
    /color-mix\(/,
    /\blight-dark\(/,
    /\b(ok)?(lab|lch)\(/,
    /\d(d|s|l)v[hw]\b/,
    /overflow:\s*clip/,
    /text-wrap:/,
    /scrollbar-gutter/,
  ],
  ...[
    /[;{]\s*(translate|scale|rotate):/,
    /[;{]\s*(margin|padding)-(inline|block):/,
    /field-sizing:/,
    /@media[^{]*[<>]=/,
    /[;{]\s*&/,
  ],
];
export const styleBeyondTarget = (text: string): readonly string[] => [
  ...STYLES.flatMap((form) => form.exec(text)?.[0] ?? []),
  ...(text.split(':is(').length > text.split(':-webkit-any(').length ? [':is('] : []),
];
