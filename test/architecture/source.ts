import { posix } from 'node:path';
import ts from 'typescript';

/** One module a file asks for: a file of this project by its path, or a package by its name. */
export interface Import {
  readonly to: string;
  readonly project: boolean;
  /** Types only: gone after the build. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface Word {
  readonly text: string;
  readonly line: number;
}

/** What the rules look at in one file. Comments are no part of it. */
export interface Source {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Every piece of text in the code: string literals and the fixed parts of templates, module names included. */
  readonly texts: readonly Word[];
  /** Ambient things reached for: `Date.now`, `new Date()`, `process.env`, `Math.random`, `randomUUID`. */
  readonly uses: readonly Word[];
}

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly what: string;
}

const ROOMS: Readonly<Record<string, string>> = {
  '#kernel/': 'libs/kernel/src/',
  '#application/': 'libs/application/src/',
  '#adapters/': 'libs/adapters/src/',
  '#lines/': 'libs/lines/',
  '#flows/': 'libs/flows/',
};

const asSource = (path: string): string => path.replace(/\.js$/, '.ts');

/** Where a module specifier leads, seen from a file. */
export const resolveImport = (path: string, specifier: string): Pick<Import, 'to' | 'project'> => {
  if (specifier.startsWith('.')) {
    return { to: asSource(posix.join(posix.dirname(path), specifier)), project: true };
  }
  const room = Object.keys(ROOMS).find((prefix) => specifier.startsWith(prefix));
  if (room !== undefined) return { to: asSource(`${ROOMS[room]}${specifier.slice(room.length)}`), project: true };
  const parts = specifier.split('/');
  return { to: specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier), project: false };
};

const isTypeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
};

/** The specifier of anything that loads a module: import, re-export, `import()`, `require()`, `typeof import()`. */
const loads = (node: ts.Node): { specifier: string; typeOnly: boolean } | undefined => {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
    return ts.isStringLiteral(node.moduleSpecifier)
      ? { specifier: node.moduleSpecifier.text, typeOnly: isTypeOnly(node) }
      : undefined;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typeOnly: true };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression;
  const loader = called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');
  const argument = node.arguments[0];
  return loader && argument !== undefined && ts.isStringLiteralLike(argument)
    ? { specifier: argument.text, typeOnly: false }
    : undefined;
};

/** The ambient thing a node reaches for, or undefined. */
const reachesFor = (node: ts.Node): string | undefined => {
  if (ts.isPropertyAccessExpression(node)) return `${node.expression.getText()}.${node.name.text}`;
  const isDate = (expression: ts.Expression): boolean => ts.isIdentifier(expression) && expression.text === 'Date';
  if (ts.isNewExpression(node) && isDate(node.expression) && (node.arguments?.length ?? 0) === 0) return 'new Date()';
  if (ts.isCallExpression(node) && isDate(node.expression)) return 'Date()';
  if (ts.isImportSpecifier(node)) return (node.propertyName ?? node.name).text;
  return undefined;
};

/** Reads a TypeScript or JavaScript file into what the rules look at. */
export const readSource = (path: string, text: string): Source => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const imports: Import[] = [];
  const texts: Word[] = [];
  const uses: Word[] = [];
  const visit = (node: ts.Node): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const load = loads(node);
    if (load) imports.push({ ...resolveImport(path, load.specifier), typeOnly: load.typeOnly, line });
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      texts.push({ text: node.text, line });
    }
    const use = reachesFor(node);
    if (use !== undefined) uses.push({ text: use, line });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, imports, texts, uses };
};
