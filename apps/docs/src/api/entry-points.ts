import { join } from 'node:path';
import { root, type Workspace, workspacesIn } from '../repository.ts';

export interface EntryPoint {
  /** As it is imported: `@fashion-mnist/models/deep`. */
  readonly name: string;
  /** Path of its source. */
  readonly source: string;
  readonly summary: string;
}

/** All that programs can import from the packages, with the sources of what each exports in Node. */
export function entryPoints(): readonly EntryPoint[] {
  return workspacesIn('packages').flatMap(entryPointsOf);
}

function entryPointsOf({ folder, manifest }: Workspace): EntryPoint[] {
  return Object.entries(manifest.exports ?? {}).flatMap(([path, target]) => {
    const source = sourceIn(target);
    if (source === undefined) return [];
    const name = join(manifest.name, path);
    return [
      { name, source: join(root, folder, source), summary: path === '.' ? (manifest.description ?? '') : '' },
    ];
  });
}

/** The page of an entry point below the site. typedoc numbers the one that is called like an export beside it. */
export function apiPath(name: string): string {
  const path = name.replace('@fashion-mnist/', '');
  return `/api/${path === 'benchmark/leaderboard' ? 'benchmark/leaderboard-2' : path}`;
}

/** The file under the condition of the workspace, if the entry is code at all. */
function sourceIn(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null) return undefined;
  const source: unknown = Reflect.get(target, '@fashion-mnist/source');
  if (typeof source === 'string') return source;
  if (typeof source !== 'object' || source === null) return undefined;
  return String(Reflect.get(source, 'default'));
}
