import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const SOURCE = '@fashion-mnist/source';

/** A module that users import, by its source. */
export interface PublicEntry {
  readonly packageName: string;
  /** Key of `exports`, for example `./deep`. */
  readonly entry: string;
  readonly file: string;
}

/** Something that an entry exports, followed to where it is declared. */
export interface PublicExport extends PublicEntry {
  readonly name: string;
  readonly symbol: ts.Symbol;
}

type SourceTarget = string | Readonly<Record<string, string>>;
type ExportTarget = string | Readonly<Record<string, SourceTarget>>;

/** Every module of every package that users import; one that differs in browsers counts twice. */
export function publicEntries(): readonly PublicEntry[] {
  return readdirSync(join(root, 'packages')).flatMap((folder) => {
    const { name, exports } = JSON.parse(
      readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'),
    );
    return Object.entries<ExportTarget>(exports).flatMap(([entry, target]) =>
      sourcesOf(target).map((source) => ({
        packageName: name,
        entry,
        file: join(root, 'packages', folder, source),
      })),
    );
  });
}

function sourcesOf(target: ExportTarget): readonly string[] {
  if (typeof target === 'string') return [];
  const source = target[SOURCE] ?? [];
  return typeof source === 'string' ? [source] : Object.values(source);
}

/**
 * A program of our own modules alone: what others declare has nothing to do with our words, and takes long to read.
 *
 * @param unsaved - Sources by the path of a file that need not be there.
 */
export function publicProgram(
  entries: readonly PublicEntry[],
  unsaved: ReadonlyMap<string, string> = new Map(),
): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: [SOURCE],
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    types: [],
    lib: ['lib.es5.d.ts'],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, target, ...rest) => {
    const text = unsaved.get(file);
    return text === undefined
      ? getSourceFile(file, target, ...rest)
      : ts.createSourceFile(file, text, target);
  };
  host.resolveModuleNameLiterals = (literals, containingFile) =>
    literals.map(({ text }) => ({
      resolvedModule: isOurs(text)
        ? ts.resolveModuleName(
            text,
            containingFile,
            options,
            host,
            undefined,
            undefined,
            ts.ModuleKind.ESNext,
          ).resolvedModule
        : undefined,
    }));
  return ts.createProgram(
    entries.map(({ file }) => file),
    options,
    host,
  );
}

function isOurs(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('@fashion-mnist/');
}

/** What the entries export, each thing once, however many entries it has. */
export function publicExports(program: ts.Program, entries: readonly PublicEntry[]): readonly PublicExport[] {
  const checker = program.getTypeChecker();
  const found = new Map<ts.Symbol, PublicExport>();
  for (const entry of entries) {
    const source = program.getSourceFile(entry.file);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`expected a module with exports, got ${entry.file}`);
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      if (!found.has(symbol)) found.set(symbol, { ...entry, name: exported.name, symbol });
    }
  }
  return [...found.values()];
}

/** File and line of a declaration, from the root of the repository. */
export function placeOf(symbol: ts.Symbol): string {
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) return 'nowhere';
  const source = declaration.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
  return `${relative(root, source.fileName)}:${line + 1}`;
}
