import type { PostedCommand } from '@fashion-mnist/kernels';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { broadcast_util, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import { withTable } from '../with-table.ts';
import type { CompiledActivation } from './activation.ts';
import { FEW_ROWS, fewRowsColumns, grainOf, isPackedOnce, matrixBlocks } from './matrix-work.ts';
import { packedBytes, packingWork } from './packed-factor.ts';

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
  const { a, b, transposeA, transposeB } = product;
  const [inner, rowCount] = lastAxes(a, transposeA);
  const [columnCount, innerB] = lastAxes(b, transposeB);
  util.assert(
    inner === innerB,
    () => `matMul: inner sizes ${inner} and ${innerB} of [${a.shape.join()}] and [${b.shape.join()}] differ`,
  );
  const outer = broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const result = backend.output([...outer, rowCount, columnCount]);
  const matrixCount = util.sizeFromShape(outer);
  if (matrixCount * rowCount * columnCount === 0) return result;
  const sizes = { rowCount, inner, columnCount, matrixCount };
  withTable(backend, factorOffsets(a, b, outer), (table) => run(backend, product, sizes, table, result));
  return result;
}

function run(
  backend: SimdBackend,
  product: MatrixProduct,
  sizes: ProductSizes,
  offsets: number,
  result: TensorInfo,
): void {
  const { inner, columnCount } = sizes;
  const pointer = backend.pointer(product.b);
  const layout = Number(product.transposeB);
  if (!isPackedOnce(sizes.rowCount, sizes.matrixCount)) {
    backend.run(commandOf(backend, product, sizes, { pointer, layout }, offsets, result));
    return;
  }
  backend.withScratch(packedBytes(inner, columnCount), (packed) => {
    const right = { pointer: packed, layout: PACKED };
    backend.run(
      command(
        'packRightFactor',
        packingWork(inner, columnCount),
        pointer,
        layout,
        inner,
        columnCount,
        packed,
      ),
      commandOf(backend, product, sizes, right, offsets, result),
    );
  });
}

interface ProductSizes {
  readonly rowCount: number;
  readonly inner: number;
  readonly columnCount: number;
  readonly matrixCount: number;
}

/** Where the right factor is, and how it lies: as it is (0), transposed (1) or packed. */
interface RightFactor {
  readonly pointer: number;
  readonly layout: number;
}

const PACKED = 2;

function commandOf(
  backend: SimdBackend,
  { a, transposeA, bias, activation }: MatrixProduct,
  { rowCount, inner, columnCount, matrixCount }: ProductSizes,
  right: RightFactor,
  offsets: number,
  result: TensorInfo,
): PostedCommand {
  const left = backend.pointer(a);
  const epilogue = [
    bias === undefined ? 0 : backend.pointer(bias),
    activation.number,
    activation.slope,
  ] as const;
  const product = backend.pointer(result);
  if (rowCount <= FEW_ROWS && right.layout === 0) {
    const blockColumns = fewRowsColumns(columnCount);
    const total = Math.ceil(columnCount / blockColumns) * matrixCount;
    const grain = grainOf(rowCount * inner * blockColumns);
    const [rowBytes, stepBytes] = transposeA ? [4, rowCount * 4] : [inner * 4, 4];
    return command(
      'multiplyFewRows',
      { total, grain },
      left,
      rowBytes,
      stepBytes,
      right.pointer,
      offsets,
      rowCount,
      inner,
      columnCount,
      product,
      ...epilogue,
      blockColumns,
    );
  }
  const { blockRows, blockColumns, blockCount } = matrixBlocks(rowCount, columnCount, matrixCount);
  return command(
    'multiplyMatrices',
    {
      total: blockCount,
      grain: grainOf(Math.min(blockRows, rowCount) * inner * Math.min(blockColumns, columnCount)),
    },
    left,
    Number(transposeA),
    right.pointer,
    right.layout,
    offsets,
    rowCount,
    inner,
    columnCount,
    product,
    ...epilogue,
    blockRows,
    blockColumns,
  );
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
