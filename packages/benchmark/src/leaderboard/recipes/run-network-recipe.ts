import { BenchmarkError } from '../../errors.ts';
import { type NetworkOfRecipe, networkLabels } from './network-labels.ts';
import type { NetworkRecipe } from './network-recipe.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { RecipeData, RecipeRun, RunRecipeOptions } from './recipe-run.ts';
import { type ResolvedNetworkRecipe, resolveNetworkRecipe } from './resolve-network-recipe.ts';
import { startClock } from './training-clock.ts';

/** Trains the recipe's network, on tfjs' fastest backend here, and lets it label the judged images. */
export function runNetworkRecipe(
  found: NetworkRecipe,
  data: RecipeData,
  options: RunRecipeOptions,
): Promise<RecipeRun> {
  return oneAtATime(async () => {
    options.signal?.throwIfAborted();
    const deep = await import('@fashion-mnist/models/deep');
    const recipe = resolveNetworkRecipe(deep, found, options.seed ?? found.seed);
    const { name: backend } = await deep.useBackend('auto', { threads: options.threads });
    const network = createNetworkFor(deep, recipe, data);
    const trained = { deep, network, recipe };
    try {
      const fitSeconds = await train(trained, data, options);
      const predictStart = performance.now();
      const predictions = await networkLabels(trained, data, options);
      const predictSeconds = (performance.now() - predictStart) / 1000;
      const { parameterCount } = network;
      const file = await deep.saveNetwork(network, { notes: notesOf(recipe) });
      const training = { epochs: recipe.epochs, parameterCount, file, backend };
      return { recipe, predictions, fitSeconds, predictSeconds, training };
    } finally {
      network.dispose();
    }
  });
}

function createNetworkFor(
  deep: NetworkOfRecipe['deep'],
  { network: name, seed }: ResolvedNetworkRecipe,
  { train: { images, labels } }: RecipeData,
): NetworkOfRecipe['network'] {
  const builder = deep.networks[name];
  if (builder === undefined) throw new BenchmarkError('E_LEADERBOARD', `there is no network ${name}`);
  const classCount = labels.reduce((most, label) => Math.max(most, label), 0) + 1;
  const inputShape = [...images.shape.slice(1), 1];
  return deep.createNetwork(builder.build({ classCount }), { name, inputShape, seed });
}

/** Trains, and gives how many seconds it took in all. */
async function train(
  { deep, network, recipe }: NetworkOfRecipe,
  { train: { images, labels } }: RecipeData,
  { signal, onProgress, checkpoint }: RunRecipeOptions,
): Promise<number> {
  const clock = await startClock(recipe, { images, labels }, checkpoint);
  const { createBatchSource } = await import('@fashion-mnist/transforms/batches');
  const { batchSize, epochs, loss, optimizer, schedule, gradientClipping, average, seed } = recipe;
  const classCount = network.outputShape[0] ?? 1;
  const pipeline = recipe.pipelines.train;
  const batches = createBatchSource({ images, labels, classCount, pipeline, batchSize, seed });
  try {
    await deep.trainNetwork(network, {
      batches,
      epochs,
      loss,
      optimizer,
      schedule,
      gradientClipping,
      average,
      seed,
      checkpoint: clock.checkpoint,
      signal,
      onProgress,
    });
    return clock.seconds();
  } finally {
    await batches.dispose();
  }
}

/** What whoever opens the network's file has to know of it. */
function notesOf({ row, pipelines, seed }: ResolvedNetworkRecipe): Readonly<Record<string, string>> {
  return { row, pipeline: JSON.stringify(pipelines.judged), seed: String(seed) };
}
