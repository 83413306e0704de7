import { BenchmarkError } from '../../errors.ts';
import { canonicalJson } from '../../jobs/canonical-json.ts';
import type { NetworkRecipe } from './network-recipe.ts';

/** What a training is about. */
export interface RecipeIdentity {
  /** With every option, and the seed. */
  readonly recipe: NetworkRecipe;
  /** SHA-256 of the images and labels that are learned from. */
  readonly dataSha256: string;
}

/** A training that has come so far. */
export interface RecipeCheckpoint {
  /** Spent until then. */
  readonly seconds: number;
  /** As `trainNetwork` has given it. */
  readonly training: Uint8Array;
}

const FORMAT = 'fashion-mnist-recipe 1';
const LINE_FEED = 0x0a;

/** A line of JSON that says what it is about, then the checkpoint of the training. */
export function encodeRecipeCheckpoint(
  { recipe, dataSha256 }: RecipeIdentity,
  { seconds, training }: RecipeCheckpoint,
): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(
    `${canonicalJson({ format: FORMAT, recipe, dataSha256, seconds })}\n`,
  );
  const bytes = new Uint8Array(head.length + training.length);
  bytes.set(head);
  bytes.set(training, head.length);
  return bytes;
}

/** @throws {BenchmarkError} `E_CHECKPOINT` - it is none, or of another recipe, seed or data. */
export function decodeRecipeCheckpoint(bytes: Uint8Array, wanted: RecipeIdentity): RecipeCheckpoint {
  const headLength = bytes.indexOf(LINE_FEED);
  const head = parseHead(bytes.subarray(0, Math.max(headLength, 0)));
  const { recipe, dataSha256, seconds } = head;
  if (head.format !== FORMAT || typeof seconds !== 'number' || !(seconds >= 0))
    throw new BenchmarkError('E_CHECKPOINT', `expected a checkpoint of ${wanted.recipe.row}, got none`);
  requireSameRecipe(recipe ?? {}, wanted.recipe);
  if (dataSha256 !== wanted.dataSha256)
    throw new BenchmarkError('E_CHECKPOINT', 'checkpoint of other training images or labels');
  return { seconds, training: bytes.subarray(headLength + 1) };
}

interface Head {
  readonly format?: unknown;
  readonly recipe?: Readonly<Record<string, unknown>>;
  readonly dataSha256?: unknown;
  readonly seconds?: unknown;
}

function parseHead(line: Uint8Array): Head {
  try {
    return (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)) ?? {}) as Head;
  } catch {
    return {};
  }
}

function requireSameRecipe(found: Readonly<Record<string, unknown>>, wanted: NetworkRecipe): void {
  for (const [name, value] of Object.entries(wanted)) {
    const [expected, got] = [value, found[name] ?? null].map(canonicalJson);
    if (expected !== got)
      throw new BenchmarkError(
        'E_CHECKPOINT',
        `checkpoint of another training: expected ${name} ${expected}, got ${got}`,
      );
  }
}
