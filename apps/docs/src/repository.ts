import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../../..', import.meta.url));

/** What is written in a file of the repository. */
export function readFromRoot(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export interface Workspace {
  /** As `packages/core`. */
  readonly folder: string;
  readonly manifest: {
    readonly name: string;
    readonly private?: boolean;
    readonly description?: string;
    readonly exports?: Readonly<Record<string, unknown>>;
  };
}

/** Every workspace below some of the top folders, by name. */
export function workspacesIn(...tops: readonly string[]): readonly Workspace[] {
  return tops.flatMap((top) =>
    readdirSync(join(root, top), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${top}/${name}`)
      .flatMap(readWorkspace),
  );
}

function readWorkspace(folder: string): Workspace[] {
  try {
    return [{ folder, manifest: JSON.parse(readFromRoot(`${folder}/package.json`)) }];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
