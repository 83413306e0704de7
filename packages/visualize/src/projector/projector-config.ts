/** What the projector is to load. */
export interface ProjectorEmbedding {
  readonly tensorName: string;
  readonly tensorShape: readonly [number, number];
  readonly tensorPath: string;
  readonly metadataPath: string;
  readonly sprite?: {
    readonly imagePath: string;
    /** Width and height. */
    readonly singleImageDim: readonly [number, number];
  };
}

/**
 * The configuration as a text-format protocol buffer, for TensorBoard: `projector_config.pbtxt`.
 *
 * @see github.com/tensorflow/tensorboard, plugins/projector/projector_config.proto
 */
export function projectorConfigText(embeddings: readonly ProjectorEmbedding[]): string {
  return embeddings
    .map(({ tensorName, tensorShape, tensorPath, metadataPath, sprite }) =>
      [
        'embeddings {',
        `  tensor_name: ${JSON.stringify(tensorName)}`,
        ...tensorShape.map((size) => `  tensor_shape: ${size}`),
        `  tensor_path: ${JSON.stringify(tensorPath)}`,
        `  metadata_path: ${JSON.stringify(metadataPath)}`,
        ...(sprite === undefined
          ? []
          : [
              '  sprite {',
              `    image_path: ${JSON.stringify(sprite.imagePath)}`,
              ...sprite.singleImageDim.map((size) => `    single_image_dim: ${size}`),
              '  }',
            ]),
        '}\n',
      ].join('\n'),
    )
    .join('');
}

/**
 * The configuration for the projector without TensorBoard, to be named in its address: `?config=…`.
 *
 * @param baseUrl - Stands before every path; without it, paths are relative to the projector's page.
 * @see github.com/tensorflow/tensorboard, vz_projector/data-provider-demo.ts
 */
export function projectorConfigJson(embeddings: readonly ProjectorEmbedding[], baseUrl: string): string {
  const located = embeddings.map((embedding) => ({
    ...embedding,
    tensorPath: `${baseUrl}${embedding.tensorPath}`,
    metadataPath: `${baseUrl}${embedding.metadataPath}`,
    ...(embedding.sprite && {
      sprite: { ...embedding.sprite, imagePath: `${baseUrl}${embedding.sprite.imagePath}` },
    }),
  }));
  return `${JSON.stringify({ embeddings: located }, undefined, 2)}\n`;
}
