import { encodeIdx } from '@fashion-mnist/idx-format';
import { projectorFiles, scatterSvg } from '@fashion-mnist/visualize';
import { chosenImages, chosenLabels, chosenPlaces, onMap } from './chosen.ts';
import type { ExportSource } from './export-source.ts';
import { placesCsv } from './places-csv.ts';
import { zipFiles } from './zip-files.ts';

/** Makes files. */
export interface ExportService {
  svg(source: ExportSource): Promise<Blob>;
  csv(source: ExportSource): Promise<Blob>;
  /** Images and labels as the dataset itself is published, in a zip. */
  idx(source: ExportSource): Promise<Blob>;
  /** What TensorBoard's Embedding Projector loads, in a zip: the places, and the pixels. */
  projector(source: ExportSource): Promise<Blob>;
}

export const exportService: ExportService = {
  async svg(source) {
    const seen = onMap(source);
    const svg = scatterSvg(chosenPlaces(seen), {
      labels: chosenLabels(seen),
      classNames: source.classNames,
      title: source.title,
      subtitle: `${seen.ids.length} images`,
    });
    return new Blob([svg], { type: 'image/svg+xml' });
  },

  async csv(source) {
    return new Blob([placesCsv(source)], { type: 'text/csv' });
  },

  async idx(source) {
    const labels = chosenLabels(source);
    return zipFiles([
      ['images-idx3-ubyte.gz', await gzipped(encodeIdx(chosenImages(source)))],
      ['labels-idx1-ubyte.gz', await gzipped(encodeIdx({ data: labels, shape: [labels.length] }))],
    ]);
  },

  async projector(source) {
    const seen = onMap(source);
    const images = chosenImages(seen);
    return zipFiles(
      projectorFiles({
        tensors: { [source.tensorName]: chosenPlaces(seen), pixels: images },
        images,
        labels: chosenLabels(seen),
        classNames: source.classNames,
      }),
    );
  },
};

async function gzipped(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
