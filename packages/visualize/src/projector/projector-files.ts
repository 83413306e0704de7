import { elementCount, type NdArray } from '@fashion-mnist/core';
import type { Samples } from '@fashion-mnist/kernels';
import { VisualizeError } from '../errors.ts';
import type { PointClasses } from '../pictures/labelled-map.ts';
import { metadataTsv } from './metadata-tsv.ts';
import { type ProjectorEmbedding, projectorConfigJson, projectorConfigText } from './projector-config.ts';
import { projectorSprite } from './projector-sprite.ts';
import { type TensorFormat, tensorFile } from './tensor-file.ts';

/** Points that the projector is to show, once or in several spaces. */
export interface ProjectorSource extends PointClasses {
  /**
   * The points by the name of each space, of letters, digits, `-` and `_`: for example the pixels, and a map. Each of
   * shape `[pointCount, ...featureShape]`; borrowed.
   */
  readonly tensors: Readonly<Record<string, Samples>>;
  /** The picture of each point, shape `[pointCount, height, width]`, 0 is background; borrowed. @default none */
  readonly images?: NdArray<Uint8Array>;
}

/** In which form `projectorFiles` writes the coordinates, and where they will lie. */
export interface ProjectorOptions {
  /**
   * `tsv` for TensorBoard and the projector's own page; `bytes`, float32 values, for the page only, which loads them
   * faster. @default 'tsv'
   */
  readonly tensorFormat?: TensorFormat;
  /** The address of the folder, with a slash at its end, where the page is not in it. @default '' */
  readonly baseUrl?: string;
}

/**
 * The files that the Embedding Projector loads as they are, by name: `tensorboard --logdir FOLDER` finds them by
 * `projector_config.pbtxt`, the page projector.tensorflow.org by `projector_config.json` in its address.
 *
 * @throws {VisualizeError} `E_COUNT` - no point, no tensor, or more images than a sprite holds (85,264 of 28 x 28
 * pixels); `E_SHAPE` - tensors, images and labels do not fit; `E_OPTION` - a name has other characters.
 * @remarks TensorBoard shows the first 100,000 points, its own t-SNE 10,000 and its UMAP 5,000. Tensors with fewer than
 * three columns, such as maps, are filled up with zeros, without which it shows nothing. A tensor in bytes comes without
 * `projector_config.pbtxt`: TensorBoard takes some for text.
 * @see github.com/zalandoresearch/fashion-mnist, visualization/project_zalando.py
 */
export function projectorFiles(
  source: ProjectorSource,
  { tensorFormat = 'tsv', baseUrl = '' }: ProjectorOptions = {},
): ReadonlyMap<string, Uint8Array> {
  requireSource(source);
  const { tensors, images, labels } = source;
  const files = new Map<string, Uint8Array>();
  const addText = (name: string, text: string) => files.set(name, new TextEncoder().encode(text));
  const [, height = 0, width = 0] = images?.shape ?? [];
  const embeddings = Object.entries(tensors).map(([name, { data }]): ProjectorEmbedding => {
    const { content, shape } = tensorFile(data, labels.length, tensorFormat);
    files.set(`${name}.${tensorFormat}`, content);
    return {
      tensorName: name,
      tensorShape: shape,
      tensorPath: `${name}.${tensorFormat}`,
      metadataPath: 'metadata.tsv',
      ...(images && { sprite: { imagePath: 'sprite.png', singleImageDim: [width, height] } }),
    };
  });
  addText('metadata.tsv', metadataTsv(source));
  if (images !== undefined) files.set('sprite.png', projectorSprite(images));
  if (tensorFormat === 'tsv') addText('projector_config.pbtxt', projectorConfigText(embeddings));
  addText('projector_config.json', projectorConfigJson(embeddings, baseUrl));
  return files;
}

function requireSource({ tensors, images, labels }: ProjectorSource): void {
  const pointCount = labels.length;
  const names = Object.keys(tensors);
  if (pointCount === 0 || names.length === 0) {
    throw new VisualizeError('E_COUNT', `expected points and tensors, got ${pointCount} and ${names.length}`);
  }
  const strange = names.find((name) => !/^[\w-]+$/.test(name) || name === 'metadata');
  if (strange !== undefined) {
    throw new VisualizeError('E_OPTION', `tensors: ${JSON.stringify(strange)} cannot be the name of a file`);
  }
  for (const [name, { data, shape }] of [
    ...Object.entries(tensors),
    ...(images ? ([['images', images]] as const) : []),
  ]) {
    if (
      shape.length >= 2 &&
      shape[0] === pointCount &&
      elementCount(shape) === data.length &&
      data.length > 0
    )
      continue;
    throw new VisualizeError(
      'E_SHAPE',
      `${name}: expected [${pointCount}, ...] with a label each, got [${shape.join(', ')}] for ${data.length} values`,
    );
  }
}
