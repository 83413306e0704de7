import { notify } from '../../../state/notices.ts';
import type { NewPhoto, Origin } from '../garments/garment.ts';
import { addPhotos } from '../garments/garments.ts';
import { printableName } from '../garments/printable-name.ts';

/** Takes files as garments, whatever they are called. */
export async function takeFiles(files: Iterable<File>, origin: Origin): Promise<void> {
  await addPhotos(
    Array.from(files, (file): NewPhoto => ({ name: printableName(file.name), origin, photo: file })),
  );
}

/** Takes what was dropped; a picture that is dragged from another page is an address, and no file. */
export function takeDropped(data: DataTransfer | null): void {
  const files = Array.from(data?.files ?? []);
  if (files.length > 0) void takeFiles(files, 'uploaded');
  else notify({ kind: 'error', text: 'That was no file. Save the picture first, then drop it here.' });
}
