import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';

const VALUES_AT_A_TIME = 16_384;

/** Lends images in which each channel stands `times` times: with them, a filter a channel is enough. */
export function withRepeatedChannels(
  backend: SimdBackend,
  x: TensorInfo,
  times: number,
  use: (pointer: number) => void,
): void {
  if (times === 1) {
    use(backend.pointer(x));
    return;
  }
  const total = util.sizeFromShape(x.shape);
  backend.withScratch(total * times * 4 + 16, (repeated) => {
    backend.run(
      command('repeatValues', { total, grain: VALUES_AT_A_TIME }, backend.pointer(x), times, repeated),
    );
    use(repeated);
  });
}

/** Sums of `times` channels that follow each other; `repeated` is disposed of. */
export function sumsOfRepeats(backend: SimdBackend, repeated: TensorInfo, times: number): TensorInfo {
  if (times === 1) return repeated;
  const sums = backend.output([...repeated.shape.slice(0, -1), (repeated.shape.at(-1) as number) / times]);
  const total = util.sizeFromShape(sums.shape);
  backend.run(
    command(
      'sumRepeats',
      { total, grain: VALUES_AT_A_TIME },
      backend.pointer(repeated),
      times,
      backend.pointer(sums),
    ),
  );
  backend.disposeData(repeated.dataId);
  return sums;
}
