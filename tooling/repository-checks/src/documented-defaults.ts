import { inspect, isDeepStrictEqual } from 'node:util';
import ts from 'typescript';
import { type LiteralValue, literalValue } from './literal-value.ts';
import { placeOf } from './public-api.ts';

/** An option with the value that the code falls back on, and what its docstring says of it. */
export interface StatedDefault {
  readonly option: ts.Symbol;
  readonly value: LiteralValue;
  /** The text behind `@default`; undefined where there is none. */
  readonly stated: string | undefined;
}

/** Options whose default stands in the sources of our packages as a literal, in one of the forms that they use. */
export function statedDefaults(program: ts.Program): readonly StatedDefault[] {
  const checker = program.getTypeChecker();
  const found: StatedDefault[] = [];
  const add = (option: ts.Symbol | undefined, value: LiteralValue | undefined) => {
    if (option === undefined || value === undefined || !isOption(option)) return;
    found.push({ option, value, stated: statedDefault(option, checker) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) for (const pair of constantDefaults(node, checker)) add(...pair);
    if (ts.isBindingElement(node) && node.initializer) add(...destructuredDefault(node, checker));
    ts.forEachChild(node, visit);
  };
  for (const source of program.getSourceFiles())
    if (/\/packages\/[\w-]+\/src\//.test(source.fileName)) visit(source);
  return found;
}

/** Those whose docstring says something else, or nothing. */
export function wrongDefaults(defaults: readonly StatedDefault[]): readonly string[] {
  const wrong = defaults.filter(({ value, stated }) => !isDeepStrictEqual(parsed(stated), value));
  return wrong.map(
    ({ option, value, stated = 'nothing' }) =>
      `${placeOf(option)} ${option.name}: expected @default ${inspect(value)}, got ${stated}`,
  );
}

type Pair = readonly [ts.Symbol | undefined, LiteralValue | undefined];

/** `const RULES: OptionRules<Options> = { option: rule(value) }` and `const DEFAULTS = Object.freeze({ option: value })`. */
function constantDefaults(node: ts.VariableDeclaration, checker: ts.TypeChecker): readonly Pair[] {
  const rules = rulesOf(node);
  if (rules) {
    const options = checker.getTypeFromTypeNode(rules.options);
    return assignmentsOf(rules.object).map(({ name, initializer }) => [
      options.getProperty(name.getText()),
      ruleDefault(initializer, checker),
    ]);
  }
  const defaults = frozenDefaults(node);
  if (defaults === undefined) return [];
  const properties = optionsBeside(node, defaults.type, checker);
  return assignmentsOf(defaults.object).map(({ name, initializer }) => [
    properties(name.getText()),
    literalValue(initializer, checker),
  ]);
}

function rulesOf({ type, initializer }: ts.VariableDeclaration) {
  const satisfied = initializer && ts.isSatisfiesExpression(initializer) ? initializer : undefined;
  const typeNode = type ?? satisfied?.type;
  const object = satisfied?.expression ?? initializer;
  if (!typeNode || !ts.isTypeReferenceNode(typeNode) || typeNode.typeName.getText() !== 'OptionRules')
    return undefined;
  const [options] = typeNode.typeArguments ?? [];
  return options && object && ts.isObjectLiteralExpression(object) ? { options, object } : undefined;
}

function frozenDefaults({ name, initializer }: ts.VariableDeclaration) {
  if (!name.getText().endsWith('DEFAULTS') || !initializer) return undefined;
  const argument = ts.isCallExpression(initializer) ? initializer.arguments[0] : initializer;
  const satisfied = argument && ts.isSatisfiesExpression(argument) ? argument : undefined;
  const object = satisfied?.expression ?? argument;
  return object && ts.isObjectLiteralExpression(object) ? { object, type: satisfied?.type } : undefined;
}

/** Options by name: of the type that the defaults satisfy, else of the one interface beside them that has the option. */
function optionsBeside(node: ts.Node, type: ts.TypeNode | undefined, checker: ts.TypeChecker) {
  if (type !== undefined) {
    const satisfied = checker.getTypeFromTypeNode(type);
    return (name: string) => satisfied.getProperty(name);
  }
  const interfaces = node.getSourceFile().statements.filter(ts.isInterfaceDeclaration);
  const types = interfaces
    .filter(({ name }) => name.text.endsWith('Options'))
    .map((declared) => checker.getTypeAtLocation(declared));
  return (name: string) => {
    const having = types.flatMap((candidate) => candidate.getProperty(name) ?? []);
    return having.length === 1 ? having[0] : undefined;
  };
}

function assignmentsOf(object: ts.ObjectLiteralExpression): readonly ts.PropertyAssignment[] {
  return object.properties.filter(ts.isPropertyAssignment);
}

/** The default of a rule of `@fashion-mnist/core`. */
function ruleDefault(node: ts.Expression, checker: ts.TypeChecker): LiteralValue | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const [first, second] = node.arguments;
  const rule = node.expression.getText();
  if (rule === 'orNull') return second === undefined ? null : literalValue(second, checker);
  if (rule === 'either') return first && ruleDefault(first, checker);
  if (['whole', 'real', 'oneOf', 'flag', 'listOf'].includes(rule))
    return first && literalValue(first, checker);
  return undefined;
}

/** `const { option = value } = options`, also in a parameter list, where the option itself is declared. */
function destructuredDefault(node: ts.BindingElement, checker: ts.TypeChecker): Pair {
  const pattern = node.parent;
  const name = (node.propertyName ?? node.name).getText();
  if (!ts.isObjectBindingPattern(pattern) || node.initializer === undefined) return [undefined, undefined];
  const option = checker.getTypeAtLocation(pattern).getProperty(name);
  const isBeside = option?.declarations?.[0]?.getSourceFile() === node.getSourceFile();
  return [isBeside ? option : undefined, literalValue(node.initializer, checker)];
}

function isOption(symbol: ts.Symbol): boolean {
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined || !ts.isPropertySignature(declaration)) return false;
  const { parent, questionToken } = declaration;
  return (
    questionToken !== undefined &&
    ts.isInterfaceDeclaration(parent) &&
    /(Options|Settings)$/.test(parent.name.text)
  );
}

function statedDefault(symbol: ts.Symbol, checker: ts.TypeChecker): string | undefined {
  const tag = symbol.getJsDocTags(checker).find(({ name }) => name === 'default');
  return tag && ts.displayPartsToString(tag.text);
}

/** `42`, `'sqrt'`, `2^31 (2 GiB)`, `null - as many as there are`, `'light', what is behind`. */
function parsed(stated: string | undefined): LiteralValue | undefined {
  if (stated === undefined) return undefined;
  const [value = ''] = stated
    .replaceAll('`', '')
    .replaceAll('^', '**')
    .split(/ - | \(|;|, [a-z]|\n/);
  const { statements } = ts.createSourceFile('default.ts', `(${value.trim()})`, ts.ScriptTarget.ES2022);
  const [statement] = statements;
  return statement && ts.isExpressionStatement(statement) ? literalValue(statement.expression) : undefined;
}
