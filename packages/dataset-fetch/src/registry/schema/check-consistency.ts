import type { Archive, DatasetDefinition, FileIdentity } from '../dataset-definition.ts';
import { definitionError, quote } from './definition-error.ts';

const SPLITS = ['train', 'test'] as const;

/**
 * Refuses a definition whose parts contradict each other, each of them being valid.
 *
 * @throws {DatasetFetchError} `E_DEFINITION`
 */
export function requireConsistency(definition: DatasetDefinition): void {
  requireUniqueClassNames(definition.classNames);
  requireUniqueFileNames(definition.files);
  requireOneMeaningPerArchive(definition.files);
  for (const split of SPLITS) requirePair(definition.files, split);
  requireLabelColumn(definition);
}

function requireUniqueClassNames(classNames: readonly string[]): void {
  const seen = new Set<string>();
  for (const [index, name] of classNames.entries()) {
    if (seen.has(name)) throw definitionError(`classNames[${index}]`, 'a name of its own', quote(name));
    seen.add(name);
  }
}

/** Some file systems do not tell upper case from lower case. */
function requireUniqueFileNames(files: readonly FileIdentity[]): void {
  const seen = new Set<string>();
  for (const [index, { name }] of files.entries()) {
    const folded = name.toLowerCase();
    if (seen.has(folded)) throw definitionError(`files[${index}].name`, 'a name of its own', quote(name));
    seen.add(folded);
  }
  for (const [index, { archive }] of files.entries()) {
    if (archive === undefined || !seen.has(archive.name.toLowerCase())) continue;
    throw definitionError(
      `files[${index}].archive.name`,
      'another name than the files have',
      quote(archive.name),
    );
  }
}

function requireOneMeaningPerArchive(files: readonly FileIdentity[]): void {
  const known = new Map<string, Archive>();
  for (const [index, { archive }] of files.entries()) {
    if (archive === undefined) continue;
    const first = known.get(archive.name.toLowerCase()) ?? archive;
    known.set(archive.name.toLowerCase(), first);
    for (const key of ['name', 'byteLength', 'sha256', 'md5'] as const) {
      if (archive[key] === first[key]) continue;
      const expected = `${first[key] ?? 'none'}, as said of this archive before`;
      throw definitionError(`files[${index}].archive.${key}`, expected, String(archive[key] ?? 'none'));
    }
  }
}

function requirePair(files: readonly FileIdentity[], split: (typeof SPLITS)[number]): void {
  const ofSplit = [...files.entries()].filter(([, file]) => file.split === split);
  if (ofSplit.length === 0) return;
  const [images, otherImages] = ofSplit.filter(([, { content }]) => content === 'images');
  const [labels, otherLabels] = ofSplit.filter(([, { content }]) => content === 'labels');
  const other = otherImages ?? otherLabels;
  if (other !== undefined) {
    throw definitionError(
      `files[${other[0]}]`,
      `one file of ${other[1].content} for ${split}`,
      'a second one',
    );
  }
  if (images === undefined || labels === undefined) {
    const lacking = images === undefined ? 'images' : 'labels';
    throw definitionError('files', `a file of images and one of labels for ${split}`, `none of ${lacking}`);
  }
  const [imageCount, labelCount] = [sampleCount(images[1]), sampleCount(labels[1])];
  if (imageCount === labelCount) return;
  const expected = `${imageCount} labels, as many as the images of ${split}`;
  throw definitionError(`files[${labels[0]}].shape`, expected, String(labelCount));
}

function requireLabelColumn({ files, labelColumn = 0 }: DatasetDefinition): void {
  for (const [index, { content, name, shape }] of files.entries()) {
    const [, columnCount = 1] = shape;
    if (content !== 'labels' || labelColumn < columnCount) continue;
    const place = `files[${index}] (${name})`;
    throw definitionError(
      'labelColumn',
      `one of the ${columnCount} columns of ${place}`,
      String(labelColumn),
    );
  }
}

function sampleCount({ shape, slice }: FileIdentity): number {
  const [count = 0] = shape;
  return slice === undefined ? count : slice.end - slice.start;
}
