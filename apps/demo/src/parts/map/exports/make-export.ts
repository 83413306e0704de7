import type { LayoutEntry } from '../../../data/data-index.ts';
import type { Dataset } from '../../../data/dataset.ts';
import { selectionOf } from '../../../state/selection.ts';
import { withExporter } from '../../../work/export/export-client.ts';
import type { ExportSource } from '../../../work/export/export-source.ts';
import { paneOf } from '../model/panes.ts';
import { splitMask } from '../model/split-mask.ts';
import { hidden, layoutOf, split } from '../model/view.ts';

export type ExportKind = 'png' | 'svg' | 'csv' | 'idx' | 'projector';

/** What a reader can take along. */
export const EXPORTS: readonly {
  readonly kind: ExportKind;
  readonly title: string;
  readonly meaning: string;
  /** Whether it makes sense for some images only. */
  readonly forSelection: boolean;
}[] = [
  { kind: 'png', title: 'PNG', meaning: 'what you see', forSelection: false },
  { kind: 'svg', title: 'SVG', meaning: 'the map as dots, with a legend', forSelection: true },
  { kind: 'csv', title: 'CSV', meaning: 'id, split, label, class, place', forSelection: true },
  { kind: 'idx', title: 'IDX', meaning: 'pictures and labels, zipped', forSelection: true },
  {
    kind: 'projector',
    title: 'Projector',
    meaning: "files of TensorBoard's projector, zipped",
    forSelection: true,
  },
];

interface MadeFile {
  readonly name: string;
  readonly content: Blob;
}

/** Makes a file of the images that are seen, or of those that are selected. */
export async function makeExport(
  dataset: Dataset,
  kind: ExportKind,
  of: 'all' | 'selection',
): Promise<MadeFile> {
  const layout = layoutOf(dataset);
  if (layout === undefined) throw new RangeError('there is no map yet.');
  const { name } = dataset.entry;
  const base = `${name}-${layout.id}${of === 'selection' ? '-selection' : ''}`;
  if (kind === 'png') return { name: `${base}.png`, content: await pngOf(name) };
  const source = await sourceOf(dataset, layout, of, kind === 'idx' || kind === 'projector');
  return withExporter(async (exporter) => {
    switch (kind) {
      case 'svg':
        return { name: `${base}.svg`, content: await exporter.svg(source) };
      case 'csv':
        return { name: `${base}.csv`, content: await exporter.csv(source) };
      case 'idx':
        return { name: `${base}-idx.zip`, content: await exporter.idx(source) };
      case 'projector':
        return { name: `${base}-projector.zip`, content: await exporter.projector(source) };
    }
  });
}

async function pngOf(name: string): Promise<Blob> {
  const viewer = paneOf(name).viewer.peek();
  if (viewer === undefined) throw new RangeError('the map is not there yet.');
  return viewer.toPng({ scale: 2 });
}

async function sourceOf(
  dataset: Dataset,
  layout: LayoutEntry,
  of: 'all' | 'selection',
  needsPictures: boolean,
): Promise<ExportSource> {
  const { entry, count } = dataset;
  const [labels, positions] = await Promise.all([dataset.labels(), dataset.positions(layout)]);
  if (needsPictures) await dataset.loadImages();
  const mask = splitMask(dataset, split.peek());
  const candidates =
    of === 'selection' ? [...selectionOf(entry.name).peek()] : Array.from({ length: count }, (_, id) => id);
  const isSeen = (id: number) =>
    (mask === undefined || mask[id] === 1) &&
    !hidden.peek().has(labels[id] ?? 0) &&
    !Number.isNaN(positions[2 * id]);
  const ids = Uint32Array.from(of === 'selection' ? candidates : candidates.filter(isSeen));
  if (ids.length === 0) throw new RangeError('there is no image to export.');
  return {
    title: `${entry.title}, ${layout.title}`,
    tensorName: layout.id,
    classNames: entry.classNames,
    splits: entry.splits.map(({ split: name, first }) => ({ name, first })),
    ids,
    labels,
    positions,
    ...(needsPictures && { images: dataset.images }),
  };
}
