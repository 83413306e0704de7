import { type DatasetDefinition, describeDataset, listDatasets } from '@fashion-mnist/dataset-fetch';

/** Whether a definition has exactly the published files of its name, so that figures of it can be compared. */
export function isPublished({ name, files }: DatasetDefinition): boolean {
  if (!listDatasets().includes(name)) return false;
  const published = describeDataset(name).files;
  return (
    files.length === published.length &&
    published.every((file) =>
      files.some(
        ({ sha256, split, content }) =>
          sha256 !== undefined && sha256 === file.sha256 && split === file.split && content === file.content,
      ),
    )
  );
}
