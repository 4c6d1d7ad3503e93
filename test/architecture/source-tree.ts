import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';

export type SourceFile = { path: string; text: string };
export type MeasuredFunction = { path: string; name: string; lines: number };

const FOLDERS = ['app', 'server', 'db', 'docs-templates', 'test'];
const CANARIES = 'test/architecture/canaries/';

/** Every path we keep, relative to the checkout and with `/`; the canaries are wrong on purpose. */
export function treePaths(): string[] {
  const inside = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).split(sep).join('/')),
  );
  const atTop = readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  return [...inside, ...atTop].filter((path) => !path.startsWith(CANARIES)).sort();
}

export function sourceFiles(): SourceFile[] {
  return treePaths()
    .filter((path) => /[.](css|ts|tsx|mjs|js)$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

export function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** Length of every function, from its first line to its last; `describe` only groups tests. */
export function functionsIn({ path, text }: SourceFile): MeasuredFunction[] {
  const source = parse({ path, text });
  const found: MeasuredFunction[] = [];
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (isFunction(node) && node.body && !groupsTests(node)) {
      const lines = lineAt(node.end) - lineAt(node.getStart(source)) + 1;
      found.push({ path, name: nameOf(node, source), lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Names of the exported values of a file; types do not count. A default export has its own name. */
export function exportedValues({ path, text }: SourceFile): string[] {
  return parse({ path, text }).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return reExported(statement);
    if (ts.isExportAssignment(statement)) return [statement.expression.getText()];
    if (!isExported(statement)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    }
    const isValue = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
    return isValue ? [statement.name?.text ?? 'default'] : [];
  });
}

function reExported({ exportClause, isTypeOnly }: ts.ExportDeclaration): string[] {
  if (isTypeOnly) return [];
  if (!exportClause || !ts.isNamedExports(exportClause)) return ['*'];
  return exportClause.elements.filter((one) => !one.isTypeOnly).map((one) => one.name.text);
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function parse({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

type FunctionNode = ts.FunctionLikeDeclaration;

function isFunction(node: ts.Node): node is FunctionNode {
  return ts.isFunctionLike(node) && 'body' in node;
}

function groupsTests(node: FunctionNode): boolean {
  return ts.isCallExpression(node.parent) && /^(test[.])?describe\b/.test(node.parent.getText());
}

function nameOf(node: FunctionNode, source: ts.SourceFile): string {
  if (node.name) return node.name.getText(source);
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText(source) : '(unnamed)';
}
