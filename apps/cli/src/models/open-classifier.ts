import { describeModel, loadModel } from '@fashion-mnist/models';
import { featuresOf } from './features-of.ts';
import { decodeNotes, type ModelNotes } from './model-notes.ts';
import type { TrainedModel } from './trained-model.ts';

/**
 * A classifier from the bytes of its file.
 *
 * @throws {ModelsError} `E_MODEL` - the file is damaged, or holds no classifier of ours.
 */
export async function openClassifier(
  path: string,
  bytes: Uint8Array,
  { threads, signal }: { readonly threads: number | undefined; readonly signal: AbortSignal },
): Promise<TrainedModel> {
  const { estimator, parts, notes } = await describeModel(bytes);
  const learnedFrom = decodeNotes<ModelNotes>(path, notes);
  const model = await loadModel(bytes, { signal, threads });
  const predictProba = model.predictProba?.bind(model);
  return {
    name: parts.at(-1) ?? estimator,
    learnedFrom,
    classes: model.classes,
    prepare: (images, run) => featuresOf(images, learnedFrom, run),
    predict: (features, run) => model.predict(features, { ...run, threads }),
    ...(predictProba && { predictProba: (features, run) => predictProba(features, { ...run, threads }) }),
    dispose: async () => model.dispose?.(),
  };
}
