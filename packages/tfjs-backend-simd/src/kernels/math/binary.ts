import type { NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import type { BinaryFunctions } from '../../compute/functions/binary.ts';
import type { SimdKernel } from '../kernel.ts';
import { broadcastRows } from './broadcast-rows.ts';

type BinaryName = keyof BinaryFunctions;

/** `f(a, b)` of float32, undefined where shapes broadcast in a way that is not compiled. */
export function combine(
  backend: SimdBackend,
  functionName: BinaryName,
  a: TensorInfo,
  b: TensorInfo,
): TensorInfo | undefined {
  const shape = backend_util.assertAndGetBroadcastShape(a.shape, b.shape);
  const size = util.sizeFromShape(shape);
  const rows = size === 0 ? undefined : broadcastRows(a.shape, b.shape, shape);
  if (rows === undefined) return undefined;
  const y = backend.output(shape, functionName.startsWith('compare') ? 'bool' : 'float32');
  backend.run(
    command(
      functionName,
      rows.work,
      backend.pointer(a),
      backend.pointer(b),
      backend.pointer(y),
      size,
      rows.inner,
      rows.middle,
      rows.a.inner,
      rows.a.middle,
      rows.a.outer,
      rows.b.inner,
      rows.b.middle,
      rows.b.outer,
    ),
  );
  return y;
}

function binary(
  kernelName: string,
  functionName: BinaryName,
  operands: (inputs: NamedTensorInfoMap) => readonly [TensorInfo, TensorInfo] = ({ a, b }) => [
    a as TensorInfo,
    b as TensorInfo,
  ],
): SimdKernel {
  return {
    kernelName,
    compute({ inputs, attrs, backend }) {
      const [a, b] = operands(inputs);
      const isFloat = a.dtype === 'float32' && b.dtype === 'float32';
      const y = isFloat ? combine(backend, functionName, a, b) : undefined;
      return y ?? backend.fallback(kernelName, { inputs, attrs });
    },
  };
}

/** Functions of two arrays of float32; other types and intricate broadcasting are the cpu backend's. */
export const BINARY_KERNELS: readonly SimdKernel[] = [
  binary('Add', 'binaryAdd'),
  binary('EluGrad', 'binaryEluGradient', ({ dy, y }) => [dy as TensorInfo, y as TensorInfo]),
  binary('Equal', 'compareEqual'),
  binary('Greater', 'compareGreater'),
  binary('GreaterEqual', 'compareGreaterEqual'),
  binary('Less', 'compareLess'),
  binary('LessEqual', 'compareLessEqual'),
  binary('Maximum', 'binaryMaximum'),
  binary('Minimum', 'binaryMinimum'),
  binary('Multiply', 'binaryMultiply'),
  binary('NotEqual', 'compareNotEqual'),
  binary('Prelu', 'binaryPrelu', ({ x, alpha }) => [x as TensorInfo, alpha as TensorInfo]),
  binary('RealDiv', 'binaryDivide'),
  binary('SquaredDifference', 'binarySquaredDifference'),
  binary('Sub', 'binarySub'),
];
