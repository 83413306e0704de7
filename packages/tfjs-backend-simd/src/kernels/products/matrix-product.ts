import type { TensorInfo } from '@tensorflow/tfjs-core';
import { broadcast_util, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import { withTable } from '../with-table.ts';
import type { CompiledActivation } from './activation.ts';
import { matrixBlocks } from './matrix-work.ts';

export interface MatrixProduct {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  /** One value a column. */
  readonly bias?: TensorInfo | undefined;
  readonly activation: CompiledActivation;
}

/** Products of the matrices in the last two axes; the axes before them broadcast. */
export function multiply(backend: SimdBackend, product: MatrixProduct): TensorInfo {
  const { a, b, transposeA, transposeB, bias, activation } = product;
  const [inner, rowCount] = lastAxes(a, transposeA);
  const [columnCount, innerB] = lastAxes(b, transposeB);
  util.assert(
    inner === innerB,
    () => `matMul: inner sizes ${inner} and ${innerB} of ${a.shape} and ${b.shape} differ`,
  );
  const outer = broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const result = backend.output([...outer, rowCount, columnCount]);
  const matrixCount = util.sizeFromShape(outer);
  if (matrixCount * rowCount * columnCount === 0) return result;
  const offsets = factorOffsets(a, b, outer);
  const { blockRows, blockColumns, blockCount } = matrixBlocks(rowCount, columnCount, matrixCount);
  withTable(backend, offsets, (table) =>
    backend.run(
      command(
        'multiplyMatrices',
        { total: blockCount, grain: 1 },
        backend.pointer(a),
        Number(transposeA),
        backend.pointer(b),
        Number(transposeB),
        table,
        rowCount,
        inner,
        columnCount,
        backend.pointer(result),
        bias === undefined ? 0 : backend.pointer(bias),
        activation.number,
        activation.slope,
        blockRows,
        blockColumns,
      ),
    ),
  );
  return result;
}

/** The last axis and the one before, as they are after transposing. */
function lastAxes({ shape }: TensorInfo, isTransposed: boolean): [number, number] {
  const last = shape.at(-1) as number;
  const before = shape.at(-2) as number;
  return isTransposed ? [before, last] : [last, before];
}

/** Where the factors of each product are, in bytes. */
function factorOffsets(a: TensorInfo, b: TensorInfo, outer: readonly number[]): number[] {
  const offsets: number[] = [];
  const count = util.sizeFromShape([...outer]);
  const indexA = broadcastIndex(a.shape.slice(0, -2), outer);
  const indexB = broadcastIndex(b.shape.slice(0, -2), outer);
  const bytesA = matrixBytes(a);
  const bytesB = matrixBytes(b);
  for (let index = 0; index < count; index++) offsets.push(indexA(index) * bytesA, indexB(index) * bytesB);
  return offsets;
}

function matrixBytes({ shape }: TensorInfo): number {
  return util.sizeFromShape(shape.slice(-2)) * 4;
}

/** From the index in a broadcast shape to that in the shape itself. */
function broadcastIndex(shape: readonly number[], outer: readonly number[]): (index: number) => number {
  const padded = [...Array<number>(outer.length - shape.length).fill(1), ...shape];
  return (index) => {
    let rest = index;
    let stride = 1;
    let result = 0;
    for (let axis = outer.length - 1; axis >= 0; axis--) {
      const size = outer[axis] as number;
      if (padded[axis] !== 1) {
        result += (rest % size) * stride;
        stride *= size;
      }
      rest = Math.floor(rest / size);
    }
    return result;
  };
}
