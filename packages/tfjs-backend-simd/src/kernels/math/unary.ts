import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util, util } from '@tensorflow/tfjs-core';
import { command, type SimdArguments } from '../../compute/command.ts';
import type { UnaryFunctions } from '../../compute/functions/unary.ts';
import type { SimdKernel } from '../kernel.ts';
import { fours } from '../work.ts';

const { SELU_SCALE, SELU_SCALEALPHA } = backend_util;
const EXPONENTIAL_COST = 4;

interface UnaryOptions {
  readonly parameters?: (attrs: NamedAttrMap) => readonly number[];
  /** How many times longer an element takes than to copy it. @default 1 */
  readonly cost?: number;
}

function unary(
  kernelName: string,
  functionName: keyof UnaryFunctions,
  { parameters = () => [], cost = 1 }: UnaryOptions = {},
): SimdKernel {
  return {
    kernelName,
    compute({ inputs, attrs, backend }) {
      const { x } = inputs as { readonly x: TensorInfo };
      if (x.dtype !== 'float32') return backend.fallback(kernelName, { inputs, attrs });
      const y = backend.output(x.shape);
      const values = [backend.pointer(x), backend.pointer(y), ...parameters(attrs)];
      const work = fours(util.sizeFromShape(x.shape), cost);
      backend.run(command(functionName, work, ...(values as SimdArguments<typeof functionName>)));
      return y;
    },
  };
}

const slope = ({ alpha }: NamedAttrMap): readonly number[] => [alpha as number];
const bounds = ({ clipValueMin, clipValueMax }: NamedAttrMap): readonly number[] => [
  clipValueMin as number,
  clipValueMax as number,
];

/** Functions of one array of float32, element by element; those of other types are the cpu backend's. */
export const UNARY_KERNELS: readonly SimdKernel[] = [
  unary('Abs', 'unaryAbs'),
  unary('ClipByValue', 'unaryClip', { parameters: bounds }),
  unary('Elu', 'unaryElu', { cost: EXPONENTIAL_COST }),
  unary('Erf', 'unaryErf', { cost: EXPONENTIAL_COST }),
  unary('Exp', 'unaryExp', { cost: EXPONENTIAL_COST }),
  unary('LeakyRelu', 'unaryLeakyRelu', { parameters: slope }),
  unary('Log', 'unaryLog', { cost: EXPONENTIAL_COST }),
  unary('Neg', 'unaryNeg'),
  unary('Reciprocal', 'unaryReciprocal'),
  unary('Relu', 'unaryRelu'),
  unary('Relu6', 'unaryRelu6'),
  unary('Rsqrt', 'unaryRsqrt'),
  unary('Selu', 'unarySelu', { parameters: () => [SELU_SCALE, SELU_SCALEALPHA], cost: EXPONENTIAL_COST }),
  unary('Sigmoid', 'unarySigmoid', { cost: EXPONENTIAL_COST }),
  unary('Softplus', 'unarySoftplus', { cost: EXPONENTIAL_COST }),
  unary('Sqrt', 'unarySqrt'),
  unary('Square', 'unarySquare'),
  unary('Step', 'unaryStep', { parameters: slope }),
  unary('Tanh', 'unaryTanh', { cost: EXPONENTIAL_COST }),
];
