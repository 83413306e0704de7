import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { items } from '../work.ts';
import { type ReductionStage, reductionStages } from './reduction-stages.ts';

type ReduceName = 'reduceMaximum' | 'reduceMinimum' | 'reduceSum';

function reduction(
  kernelName: string,
  functionName: ReduceName,
  axisAttribute: string,
  scaleOf: (count: number) => number = () => 1,
): SimdKernel {
  return {
    kernelName,
    compute({ inputs, attrs, backend }) {
      const { x } = inputs as { readonly x: TensorInfo };
      const axes = axesOf(x, attrs, axisAttribute);
      const stages = reductionStages(x.shape, axes);
      if (x.dtype !== 'float32' || stages.length === 0 || util.sizeFromShape(x.shape) === 0)
        return backend.fallback(kernelName, { inputs, attrs });
      const [kept, reduced] = backend_util.computeOutAndReduceShapes(x.shape, axes);
      const isKept = attrs['keepDims'] === true;
      const y = backend.output(isKept ? backend_util.expandShapeToKeepDim(kept, axes) : kept);
      const scale = scaleOf(util.sizeFromShape(reduced));
      runStages(backend, functionName, stages, scale, backend.pointer(x), backend.pointer(y));
      return y;
    },
  };
}

function axesOf({ shape }: TensorInfo, attrs: NamedAttrMap, name: string): number[] {
  return util.parseAxisParam(attrs[name] as number | number[], shape);
}

/** Each stage but the last leaves its rows in scratch memory, behind those of the one before. */
function runStages(
  backend: SimdBackend,
  functionName: ReduceName,
  stages: readonly ReductionStage[],
  scale: number,
  from: number,
  to: number,
): void {
  const bytesOf = ({ blocks, parts, columns }: ReductionStage) =>
    Math.ceil((blocks * parts * columns) / 4 + 1) * 16;
  const scratchBytes = stages.reduce((bytes, stage) => bytes + bytesOf(stage), 0);
  backend.withScratch(scratchBytes, (scratch) => {
    let source = from;
    let free = scratch;
    const commands = stages.map((stage, index) => {
      const { blocks, rows, columns, rowsPerPart, parts } = stage;
      const isLast = index === stages.length - 1;
      const target = isLast ? to : free;
      const work = items(blocks * parts, Math.min(rows, rowsPerPart) * columns);
      const sized = [rows, columns, rowsPerPart, parts] as const;
      const each = command(functionName, work, source, target, ...sized, isLast ? scale : 1);
      source = target;
      free += bytesOf(stage);
      return each;
    });
    backend.run(...commands);
  });
}

/** Reductions of float32 over any axes; sums are of float32, those of parts of at most some thousand numbers. */
export const REDUCTION_KERNELS: readonly SimdKernel[] = [
  reduction('Max', 'reduceMaximum', 'reductionIndices'),
  reduction('Mean', 'reduceSum', 'axis', (count) => 1 / count),
  reduction('Min', 'reduceMinimum', 'axis'),
  reduction('Sum', 'reduceSum', 'axis'),
];
