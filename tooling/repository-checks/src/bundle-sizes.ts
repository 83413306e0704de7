import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, type Metafile, type OutputFile, type PluginBuild } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What a page downloads for all that an entry exports: minified, by brotli, without the packages that it depends on. */
export interface BundleSize {
  /** As it is imported: `@fashion-mnist/models/deep`. */
  readonly specifier: string;
  /** Bytes that are loaded with the entry. */
  readonly initial: number;
  /** Bytes that are loaded when they are needed. */
  readonly onDemand: number;
  /** Packages that are imported with the entry, but not counted. */
  readonly imports: readonly string[];
}

/** Every entry of every package that is code, as it is built for browsers, or for Node where it is for Node alone. */
export async function bundleSizes(): Promise<readonly BundleSize[]> {
  const sizes: BundleSize[] = [];
  for (const folder of readdirSync(join(root, 'packages'))) {
    const path = join(root, 'packages', folder);
    const { name, exports } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    for (const [entry, target] of Object.entries(exports))
      if (typeof target !== 'string') sizes.push(await measure(path, entry.replace('.', name)));
  }
  return sizes;
}

async function measure(folder: string, specifier: string): Promise<BundleSize> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: `export * from '${specifier}';`, resolveDir: folder },
    absWorkingDir: folder,
    outdir: 'out',
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['module'],
    legalComments: 'none',
    logLevel: 'error',
    plugins: [dependenciesApart(specifier)],
  });
  const bytes = new Map(Object.keys(metafile.outputs).map((path, i) => [path, compressed(outputFiles[i])]));
  const initial = loadedAtOnce(metafile);
  return {
    specifier,
    initial: sum([...initial].map((path) => bytes.get(path) ?? 0)),
    onDemand: sum([...bytes].filter(([path]) => !initial.has(path)).map(([, count]) => count)),
    imports: importedPackages(metafile, initial),
  };
}

/** Leaves out whatever is another package: it has a size of its own, and is shared with others. */
function dependenciesApart(specifier: string) {
  return {
    name: 'dependencies-apart',
    setup(builder: PluginBuild) {
      builder.onResolve({ filter: /^[^./#]/ }, ({ path }) =>
        path === specifier ? undefined : { path, external: true },
      );
    },
  };
}

function compressed(file: OutputFile | undefined): number {
  return file === undefined ? 0 : brotliCompressSync(file.contents).length;
}

/** The entry and the chunks that it imports, without those that `import()` loads. */
function loadedAtOnce({ outputs }: Metafile): ReadonlySet<string> {
  const loaded = new Set<string>();
  const add = (path: string) => {
    if (loaded.has(path) || outputs[path] === undefined) return;
    loaded.add(path);
    for (const { path: imported, kind } of outputs[path].imports)
      if (kind === 'import-statement') add(imported);
  };
  for (const [path, { entryPoint }] of Object.entries(outputs)) if (entryPoint === '<stdin>') add(path);
  return loaded;
}

function importedPackages({ outputs }: Metafile, loaded: ReadonlySet<string>): readonly string[] {
  const imports = [...loaded].flatMap((path) => outputs[path]?.imports ?? []);
  const names = imports
    .filter(({ external, kind }) => external && kind === 'import-statement')
    .map(({ path }) => path);
  return [...new Set(names)].toSorted();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
