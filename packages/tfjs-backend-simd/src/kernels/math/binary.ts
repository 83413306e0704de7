import type { NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import { ARITHMETIC_OPERATIONS, COMPARISON_OPERATIONS } from '../../compute/functions/binary.ts';
import type { SimdKernel } from '../kernel.ts';
import { broadcastRows } from './broadcast-rows.ts';

type Arithmetic = (typeof ARITHMETIC_OPERATIONS)[number];
type Comparison = (typeof COMPARISON_OPERATIONS)[number];

/** `f(a, b)` of float32, undefined where shapes broadcast in a way that is not compiled. */
export function combine(
  backend: SimdBackend,
  operation: Arithmetic | Comparison,
  a: TensorInfo,
  b: TensorInfo,
): TensorInfo | undefined {
  const shape = backend_util.assertAndGetBroadcastShape(a.shape, b.shape);
  const size = util.sizeFromShape(shape);
  const rows = size === 0 ? undefined : broadcastRows(a.shape, b.shape, shape);
  if (rows === undefined) return undefined;
  const arithmetic = ARITHMETIC_OPERATIONS.indexOf(operation as Arithmetic);
  const isArithmetic = arithmetic !== -1;
  const y = backend.output(shape, isArithmetic ? 'float32' : 'bool');
  backend.run(
    command(
      isArithmetic ? 'arithmetic' : 'comparison',
      rows.work,
      isArithmetic ? arithmetic : COMPARISON_OPERATIONS.indexOf(operation as Comparison),
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
  operation: Arithmetic | Comparison,
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
      const y = isFloat ? combine(backend, operation, a, b) : undefined;
      return y ?? backend.fallback(kernelName, { inputs, attrs });
    },
  };
}

/** Functions of two arrays of float32; other types and intricate broadcasting are the cpu backend's. */
export const BINARY_KERNELS: readonly SimdKernel[] = [
  binary('Add', 'add'),
  binary('EluGrad', 'eluGradient', ({ dy, y }) => [dy as TensorInfo, y as TensorInfo]),
  binary('Equal', 'equal'),
  binary('Greater', 'greater'),
  binary('GreaterEqual', 'greaterEqual'),
  binary('Less', 'less'),
  binary('LessEqual', 'lessEqual'),
  binary('Maximum', 'maximum'),
  binary('Minimum', 'minimum'),
  binary('Multiply', 'multiply'),
  binary('NotEqual', 'notEqual'),
  binary('Prelu', 'prelu', ({ x, alpha }) => [x as TensorInfo, alpha as TensorInfo]),
  binary('RealDiv', 'divide'),
  binary('SquaredDifference', 'squaredDifference'),
  binary('Sub', 'subtract'),
];
