import { basename, dirname, resolve } from 'node:path';
import { classOf } from './class-of.ts';
import { describeProblems, LabelsError } from './convert-errors.ts';

/**
 * The labels of photos that lie in a folder for each class, called by its number, its name or both, as `export --to png`
 * does it: `9-ankle-boot`.
 *
 * @returns One label for each photo, in their order.
 * @throws {LabelsError} a folder is called like no class.
 */
export function folderLabels(photos: readonly string[], classNames: readonly string[]): Uint8Array {
  const problems = new Set<string>();
  const labels = photos.map((path) => {
    const folder = dirname(resolve(path));
    const known = classOf(withoutName(basename(folder)), classNames);
    if ('label' in known) return known.label;
    problems.add(`${folder}: ${known.problem}`);
    return 0;
  });
  if (problems.size > 0) throw new LabelsError(describeProblems([...problems]));
  return Uint8Array.from(labels);
}

/** Of a number and a name, the number. */
function withoutName(folder: string): string {
  return /^(\d+)[-_. ]/.exec(folder)?.[1] ?? folder;
}
