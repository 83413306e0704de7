import type { PostedCommand } from '@fashion-mnist/kernels';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import { packedBytes, packingWork } from '../products/packed-factor.ts';
import { withTable } from '../with-table.ts';

/** How a filter is read: `[pixels, channels, columnCount]` or, transposed, `[pixels, columnCount, channels]`. */
export interface FilterLayout {
  readonly isTransposed: boolean;
  readonly channels: number;
  readonly columnCount: number;
  /** See `ConvolutionFunctions`. */
  readonly taps: readonly number[];
}

/** What convolving takes of a packed filter. */
export interface PackedFilter {
  readonly table: number;
  readonly packed: number;
  /** Packs it; to be carried out first. */
  readonly packing: PostedCommand;
}

/** Lends room for a packed filter and its taps, for as long as `use` runs. */
export function withPackedFilter(
  backend: SimdBackend,
  filter: TensorInfo,
  { isTransposed, channels, columnCount, taps }: FilterLayout,
  use: (packed: PackedFilter) => void,
): void {
  const tapCount = taps.length / 3;
  const inner = tapCount * channels;
  const from = backend.pointer(filter);
  withTable(backend, taps, (table) =>
    backend.withScratch(packedBytes(inner, columnCount), (packed) => {
      const work = packingWork(inner, columnCount);
      const args = [from, Number(isTransposed), channels, columnCount, table, tapCount, packed] as const;
      use({ table, packed, packing: command('packFilter', work, ...args) });
    }),
  );
}
