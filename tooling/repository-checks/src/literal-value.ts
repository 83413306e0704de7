import ts from 'typescript';

/** A value that stands in a source as it is; `undefined` for what only a run could tell. */
export type LiteralValue = string | number | boolean | null | readonly LiteralValue[];

/** The value of an expression of literals and of constants that are literals. */
export function literalValue(node: ts.Expression, checker?: ts.TypeChecker): LiteralValue | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return literalValue(node.expression, checker);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isPrefixUnaryExpression(node)) return negated(node, checker);
  if (ts.isBinaryExpression(node)) return power(node, checker);
  if (ts.isArrayLiteralExpression(node)) return listed(node, checker);
  if (ts.isIdentifier(node) && node.text === 'Infinity') return Number.POSITIVE_INFINITY;
  return checker === undefined ? undefined : constantValue(node, checker);
}

/** What a constant is initialised with, or a property of a constant object; a manifest's values change with releases. */
function constantValue(node: ts.Expression, checker: ts.TypeChecker): LiteralValue | undefined {
  const found = checker.getSymbolAtLocation(node);
  const symbol = found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined || declaration.getSourceFile().fileName.endsWith('.json')) return undefined;
  const isConstant =
    ts.isPropertyAssignment(declaration) ||
    (ts.isVariableDeclaration(declaration) && declaration.parent.flags & ts.NodeFlags.Const);
  return isConstant && declaration.initializer !== undefined
    ? literalValue(declaration.initializer, checker)
    : undefined;
}

function negated(node: ts.PrefixUnaryExpression, checker?: ts.TypeChecker): number | undefined {
  const value = literalValue(node.operand, checker);
  return node.operator === ts.SyntaxKind.MinusToken && typeof value === 'number' ? -value : undefined;
}

function power(node: ts.BinaryExpression, checker?: ts.TypeChecker): number | undefined {
  const [base, exponent] = [literalValue(node.left, checker), literalValue(node.right, checker)];
  const isPower = node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken;
  return isPower && typeof base === 'number' && typeof exponent === 'number' ? base ** exponent : undefined;
}

function listed(
  node: ts.ArrayLiteralExpression,
  checker?: ts.TypeChecker,
): readonly LiteralValue[] | undefined {
  const values = node.elements.map((element) => literalValue(element, checker));
  return values.every((value) => value !== undefined) ? values : undefined;
}
