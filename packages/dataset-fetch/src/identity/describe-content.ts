import { parseIdx } from '@fashion-mnist/idx-format';
import type { FileIdentity } from '../registry/dataset-definition.ts';
import { findFileByHash } from '../registry/registry.ts';

/** What decompressed bytes are that are not the file that was expected: a known file by name, or their form. */
export function describeContent(raw: Uint8Array, sha256: string, expected: FileIdentity): string {
  const known = findFileByHash(sha256);
  if (known !== undefined) return `${known.file.name} of ${known.dataset.title}`;
  const fingerprint = `${raw.length} bytes with sha256 ${sha256.slice(0, 12)}…`;
  try {
    const { shape } = parseIdx(raw);
    return `${contentOf(shape, expected)} of shape ${shape.join(' x ')}, ${fingerprint}`;
  } catch (error) {
    return `${fingerprint}: ${(error as Error).message}`;
  }
}

function contentOf(shape: readonly number[], expected: FileIdentity): string {
  const content = shape.length === 3 ? 'images' : 'labels';
  return content === expected.content ? 'an unknown IDX file' : `an unknown IDX file of ${content}`;
}
