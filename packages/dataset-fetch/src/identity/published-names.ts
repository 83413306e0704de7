import type { FileIdentity } from '../registry/dataset-definition.ts';

/** The names under which places of any kind may hold a file, or the archive that it is in. */
export function publishedNames(file: FileIdentity): readonly string[] {
  if (file.archive !== undefined) return [file.archive.name];
  if (file.format === 'npz') return [file.name];
  return [`${file.name}.gz`, file.name, asSevenZipNames(file.name)];
}

/** The one name under which a web server holds a file. */
export function servedName(file: FileIdentity, suffix: '' | '.gz' = '.gz'): string {
  if (file.archive !== undefined) return file.archive.name;
  return file.format === 'npz' ? file.name : `${file.name}${suffix}`;
}

/** More bytes than this cannot be the file, however it is packed. */
export function largestPublishedSize(file: FileIdentity): number {
  if (file.archive !== undefined) return file.archive.byteLength;
  const elements = file.shape.reduce((product, size) => product * size, 1);
  return largestGzip(file.byteLength ?? 8 * elements + 2048);
}

/** 7-zip unpacks `train-images-idx3-ubyte.gz` to `train-images.idx3-ubyte`. */
function asSevenZipNames(name: string): string {
  return name.replace(/-(idx\d)/, '.$1');
}

/** Incompressible bytes grow by 5 bytes per 16 KiB block, a header with a file name, and a trailer. */
function largestGzip(rawBytes: number): number {
  return rawBytes + Math.ceil(rawBytes / 2 ** 14) * 5 + 1024;
}
