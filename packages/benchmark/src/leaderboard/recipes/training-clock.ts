import { sha256 } from '../../jobs/sha256.ts';
import { decodeRecipeCheckpoint, encodeRecipeCheckpoint } from './recipe-checkpoint.ts';
import type { RecipeData, RunRecipeOptions } from './recipe-run.ts';
import type { ResolvedNetworkRecipe } from './resolve-network-recipe.ts';

type Checkpoints = RunRecipeOptions['checkpoint'];

/** Counts the seconds of a training over all its interruptions. */
export interface TrainingClock {
  readonly checkpoint: Checkpoints;
  /** Spent on the training until now, before an interruption too. */
  seconds(): number;
}

/**
 * Starts to count, from what a checkpoint says that was spent before.
 *
 * @throws {BenchmarkError} `E_CHECKPOINT` - it is of another recipe, seed or data, or none.
 */
export async function startClock(
  recipe: ResolvedNetworkRecipe,
  data: RecipeData['train'],
  checkpoint: Checkpoints,
): Promise<TrainingClock> {
  const start = performance.now();
  if (checkpoint === undefined)
    return { checkpoint: undefined, seconds: () => (performance.now() - start) / 1000 };
  const identity = { recipe, dataSha256: await digestOf(data) };
  const { save, resumeFrom, everyMinutes } = checkpoint;
  const former = resumeFrom === undefined ? undefined : decodeRecipeCheckpoint(resumeFrom, identity);
  const seconds = () => (former?.seconds ?? 0) + (performance.now() - start) / 1000;
  return {
    seconds,
    checkpoint: {
      everyMinutes,
      resumeFrom: former?.training,
      save: (training) => save(encodeRecipeCheckpoint(identity, { seconds: seconds(), training })),
    },
  };
}

async function digestOf({ images, labels }: RecipeData['train']): Promise<string> {
  const parts = [images.data, labels].map((bytes) => sha256(Uint8Array.from(bytes)));
  return sha256([images.shape.join(), ...(await Promise.all(parts))].join());
}
