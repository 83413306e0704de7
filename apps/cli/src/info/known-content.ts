import { type DatasetDefinition, describeDataset, listDatasets } from '@fashion-mnist/dataset-fetch';

/** Lower-case hexadecimal digests of the same bytes. */
export interface FileDigests {
  readonly sha256: string;
  readonly md5: string;
}

/** A file of the registry, or an archive that holds files of it. */
export interface KnownContent {
  readonly dataset: string;
  readonly title: string;
  readonly file: string;
}

/**
 * The known file with these bytes: by its content, or, where only the digests of published files are known, by those.
 *
 * @param stored - Digests of the file as it is.
 * @param content - Digests of what is in it, when it is gzipped.
 */
export function findKnownContent(stored: FileDigests, content: FileDigests): KnownContent | undefined {
  const isStored = ({ sha256, md5 }: Partial<FileDigests>) => sha256 === stored.sha256 || md5 === stored.md5;
  for (const dataset of listDatasets().map(describeDataset)) {
    for (const { name, sha256, packings = [], archive } of dataset.files) {
      if (sha256 === content.sha256 || packings.some(isStored)) return known(dataset, name);
      if (archive !== undefined && isStored(archive)) return known(dataset, archive.name);
    }
  }
  return undefined;
}

function known({ name, title }: DatasetDefinition, file: string): KnownContent {
  return { dataset: name, title, file };
}
