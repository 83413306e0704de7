import { basename, dirname, resolve } from 'node:path';
import { slug } from '../export/slug.ts';
import { type ClassOf, classOf } from './class-of.ts';
import { describeProblems, LabelsError } from './convert-errors.ts';

/**
 * The labels of photos that lie in a folder for each class, called by its number, its name or both, as `export --to png`
 * does it: `9-ankle-boot`.
 *
 * @returns One label for each photo, in their order.
 * @throws {LabelsError} a folder is called like no class, or its number and its name are of two classes.
 */
export function folderLabels(photos: readonly string[], classNames: readonly string[]): Uint8Array {
  const problems = new Set<string>();
  const labels = photos.map((path) => {
    const folder = dirname(resolve(path));
    const known = classOfFolder(basename(folder), classNames);
    if ('label' in known) return known.label;
    problems.add(`${folder}: ${known.problem}`);
    return 0;
  });
  if (problems.size > 0) throw new LabelsError(describeProblems([...problems]));
  return Uint8Array.from(labels);
}

/** A number may be one of a class, or count what is in the folder: the name behind it tells. */
function classOfFolder(folder: string, classNames: readonly string[]): ClassOf {
  const [, number, name] = /^(\d+)[-_. ]+(.*)$/su.exec(folder) ?? [];
  if (number === undefined) return classOf(folder, classNames);
  const byNumber = classOf(number, classNames);
  if (name === '' || 'problem' in byNumber) return byNumber;
  const byName = classOf(name ?? '', classNames);
  if ('label' in byName && byName.label === byNumber.label) return byNumber;
  return {
    problem: `expected ${number}-${slug(classNames[byNumber.label] ?? '')}, a class or its number, got '${folder}'`,
  };
}
