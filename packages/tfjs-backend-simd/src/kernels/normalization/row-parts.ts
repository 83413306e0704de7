import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { Work } from '../../compute/command.ts';
import { requireFloat32 } from '../require-float32.ts';
import { items } from '../work.ts';

const ELEMENTS_PER_PART = 16_384;
/** Sums of a part are float32: few enough rows that errors stay small. */
const MOST_ROWS_PER_PART = 1024;
const FLOAT_BYTES = 4;

/** How rows of channels are cut into parts: by their number alone, so that sums never depend on threads. */
export interface RowParts {
  readonly rows: number;
  readonly channels: number;
  readonly rowsPerPart: number;
  readonly parts: number;
  /** Of one row of channels, with room for whole vectors. */
  readonly spanBytes: number;
  readonly partWork: Work;
  readonly rowWork: Work;
  readonly channelWork: Work;
}

/** The parts of all dimensions but the last. */
export function rowParts({ shape }: TensorInfo): RowParts {
  const channels = shape.at(-1) as number;
  const rows = util.sizeFromShape(shape.slice(0, -1));
  const rowsPerPart = Math.min(MOST_ROWS_PER_PART, Math.max(16, Math.floor(ELEMENTS_PER_PART / channels)));
  const parts = Math.ceil(rows / rowsPerPart);
  return {
    rows,
    channels,
    rowsPerPart,
    parts,
    spanBytes: Math.ceil(channels / 4) * 4 * FLOAT_BYTES,
    partWork: items(parts, rowsPerPart * channels),
    rowWork: items(rows, channels),
    channelWork: items(channels, parts, 4),
  };
}

/**
 * Refuses rows of channels, and what has a value for each channel, that kernels would misread.
 *
 * @throws {RangeError} a tensor is not of float32, or does not suit `x`.
 */
export function requireRows(
  kernelName: string,
  rows: Readonly<Record<'x', TensorInfo>> & Readonly<Record<string, TensorInfo>>,
  ofChannels: Readonly<Record<string, TensorInfo>>,
): void {
  const { shape } = rows.x;
  if (shape.length === 0) throw new RangeError(`${kernelName}: x: expected rows of channels, got []`);
  requireFloat32(kernelName, shape, rows);
  requireFloat32(kernelName, shape.slice(-1), ofChannels);
}
