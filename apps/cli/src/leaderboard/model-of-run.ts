import type { RecipeRun } from '@fashion-mnist/benchmark';
import type { ImageDataset } from '@fashion-mnist/core';
import { encodeNotes } from '../models/model-notes.ts';
import type { NetworkNotes } from '../networks/network-notes.ts';

/** The network of a run as a file that `evaluate` and `predict` open; undefined where the recipe is no network's. */
export async function modelOfRun(
  { recipe, training }: RecipeRun,
  { name, images, labels, classNames }: ImageDataset,
): Promise<Uint8Array | undefined> {
  if (training === null || !('network' in recipe)) return undefined;
  const { loadNetwork, parseLoss, saveNetwork } = await import('@fashion-mnist/models/deep');
  const notes: NetworkNotes = {
    dataset: name,
    trainCount: labels.length,
    seed: recipe.seed,
    classNames,
    imageShape: images.shape.slice(1),
    preparation: recipe.pipelines.judged,
    loss: parseLoss(recipe.loss),
  };
  const network = await loadNetwork(training.file);
  try {
    return await saveNetwork(network, { notes: encodeNotes(notes) });
  } finally {
    network.dispose();
  }
}
