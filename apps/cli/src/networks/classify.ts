import type { ImageDataset } from '@fashion-mnist/core';
import { type Loss, type Network, nearestMeanClassifier } from '@fashion-mnist/models/deep';
import type { Pipeline } from '@fashion-mnist/transforms';
import { asFloats } from './network-answers.ts';

/**
 * A trained network as one that answers with scores of classes: itself, or where it gives features, with a layer more, by the
 * means of the training pictures. A network that is replaced is disposed.
 */
export async function classify(
  network: Network,
  { images, labels, classNames }: ImageDataset,
  { loss, answering }: { readonly loss: Loss; readonly answering: Pipeline },
  signal: AbortSignal,
): Promise<Network> {
  if (loss.kind !== 'triplet') return network;
  const prepared = asFloats(await answering.apply(images, { signal }));
  const classifier = await nearestMeanClassifier(
    network,
    { images: prepared, labels },
    { classCount: classNames.length, signal },
  );
  network.dispose();
  return classifier;
}
