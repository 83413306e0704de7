import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Workspace, workspacesIn } from '../repository.ts';

/** What a workspace imports of ours, by names without the scope. */
export interface GraphNode {
  readonly name: string;
  readonly folder: string;
  readonly imports: ReadonlySet<string>;
}

const SCOPE = '@fashion-mnist/';
/** Static, dynamic and bare imports, and those of types, with or without a path behind the name. */
const IMPORT = /\b(?:from|import)\s*\(?\s*'@fashion-mnist\/([\w-]+)/g;

/**
 * Who imports whom among what is published, read from the sources: tests, examples and scripts left out, as users do
 * not run them.
 */
export function importGraph(): readonly GraphNode[] {
  return workspacesIn('packages', 'apps')
    .filter(({ manifest }) => manifest.private !== true)
    .map(readNode);
}

function readNode({ folder, manifest }: Workspace): GraphNode {
  const name = manifest.name.slice(SCOPE.length);
  const sources = sourcesIn(join(root, folder, 'src')).map((file) => readFileSync(file, 'utf8'));
  const imports = new Set(sources.flatMap(importedBy));
  imports.delete(name);
  return { name, folder, imports };
}

function importedBy(source: string): readonly string[] {
  return Array.from(source.matchAll(IMPORT), ([, name = '']) => name);
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|\/)generated\//.test(path))
    .map((path) => join(folder, path));
}

/** Nodes in layers: each imports only from layers before its own. @throws Error where imports go round in a circle. */
export function layersOf(graph: readonly GraphNode[]): readonly (readonly GraphNode[])[] {
  const layers: GraphNode[][] = [];
  const placed = new Set<string>();
  let left = [...graph];
  while (left.length > 0) {
    const layer = left.filter(({ imports }) => [...imports].every((name) => placed.has(name)));
    if (layer.length === 0)
      throw new Error(`imports in a circle: ${left.map(({ name }) => name).join(', ')}`);
    layers.push(layer);
    for (const { name } of layer) placed.add(name);
    left = left.filter((node) => !layer.includes(node));
  }
  return layers;
}

/** The imports that do not follow from others: `a -> c` is left out where `a -> b -> c` says it. */
export function essentialImports(graph: readonly GraphNode[]): ReadonlyMap<string, readonly string[]> {
  const reached = new Map<string, ReadonlySet<string>>();
  for (const { name, imports } of layersOf(graph).flat())
    reached.set(name, new Set([...imports].flatMap((other) => [other, ...(reached.get(other) ?? [])])));
  return new Map(
    graph.map(({ name, imports }) => {
      const direct = [...imports];
      return [name, direct.filter((other) => !direct.some((via) => reached.get(via)?.has(other)))];
    }),
  );
}
