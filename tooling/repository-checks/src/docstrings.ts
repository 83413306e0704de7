import ts from 'typescript';
import { type PublicExport, placeOf } from './public-api.ts';

/** Places and names of public exports, and of options that they take, of which nothing is said. */
export function undocumented(program: ts.Program, exports: readonly PublicExport[]): readonly string[] {
  const checker = program.getTypeChecker();
  const silent = new Set<string>();
  for (const { name, symbol } of exports) {
    if (!isDocumented(symbol, checker)) silent.add(`${placeOf(symbol)} ${name}`);
    for (const option of optionsOf(symbol, name, checker))
      if (!isDocumented(option, checker)) silent.add(`${placeOf(option)} ${name}.${option.name}`);
  }
  return [...silent].toSorted();
}

function isDocumented(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  return symbol.getDocumentationComment(checker).length > 0 || symbol.getJsDocTags(checker).length > 0;
}

/** Properties of what is called options, with those that it inherits. */
function optionsOf(symbol: ts.Symbol, name: string, checker: ts.TypeChecker): readonly ts.Symbol[] {
  if (!name.endsWith('Options') || !(symbol.flags & ts.SymbolFlags.Type)) return [];
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const parts = type.isUnion() ? type.types : [type];
  return parts
    .filter((part) => part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))
    .flatMap((part) => part.getProperties());
}
