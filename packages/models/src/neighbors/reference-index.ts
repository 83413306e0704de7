import {
  type ComputeRun,
  createManhattanIndex,
  createMinkowskiIndex,
  createNeighborIndex,
  type NeighborIndex,
  type Neighbors,
  type SearchOptions,
} from '@fashion-mnist/kernels';
import {
  areScaledAlike,
  type Features,
  featureMatrix,
  floatFeatures,
  scalingOf,
} from '../samples/features.ts';

/** Samples that are searched with queries of any type. */
export interface ReferenceIndex {
  search(queries: Features, options: SearchOptions): Promise<Neighbors>;
  /** Ends its threads and gives back their memory. */
  dispose(): Promise<void>;
}

/**
 * Prepares references for a search in Minkowski distance. Bytes are compared as bytes, also scaled ones where both sides
 * are scaled alike; all else as float32, for which the references are prepared once more when it first comes.
 *
 * @param exponent - The p of the distance, at least 1.
 */
export async function createReferenceIndex(
  references: Features,
  exponent: number,
  run: ComputeRun,
): Promise<ReferenceIndex> {
  const { pool, threads } = run;
  const own = await createIndex(references, exponent, run);
  let inFloats: Promise<NeighborIndex> | undefined;

  function floatIndex(): Promise<NeighborIndex> {
    inFloats ??= createIndex(inFloat32(references), exponent, { pool, threads }).catch((error: unknown) => {
      inFloats = undefined;
      throw error;
    });
    return inFloats;
  }

  return {
    async search(queries, options) {
      if (areAlike(queries, references)) return own.search(asStored(queries), options);
      return (await floatIndex()).search(inFloat32(queries), options);
    },
    async dispose() {
      await own.dispose();
      await (await inFloats?.catch(() => undefined))?.dispose();
    },
  };
}

/** The difference of features scaled alike is that of their bytes, divided by the scale. */
function createIndex(references: Features, exponent: number, run: ComputeRun): Promise<NeighborIndex> {
  const weights = scalingOf(references)?.scale.map((scale) => 1 / Math.abs(scale));
  const samples = asStored(references);
  if (exponent === 1) return createManhattanIndex(samples, { ...run, weights });
  if (exponent === 2) return createNeighborIndex(samples, { ...run, weights });
  return createMinkowskiIndex(samples, { ...run, exponent, weights });
}

function areAlike(a: Features, b: Features): boolean {
  return a.data instanceof Uint8Array === b.data instanceof Uint8Array && areScaledAlike(a, b);
}

function asStored({ data, shape }: Features): Features {
  return { data, shape };
}

function inFloat32(x: Features): Features {
  return { data: floatFeatures(featureMatrix(x)), shape: x.shape };
}
