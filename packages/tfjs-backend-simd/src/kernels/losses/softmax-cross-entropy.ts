import type { TensorInfo } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { requireFloat32 } from '../require-float32.ts';
import { items } from '../work.ts';

const EXPONENTIAL_COST = 8;

/** Of `SoftmaxCrossEntropy`: the loss of each row `[n]`, and its gradient by the row's logits `[n, classes]`. */
export const softmaxCrossEntropy: SimdKernel = {
  kernelName: 'SoftmaxCrossEntropy',
  compute({ inputs, backend }) {
    const { logits, targets } = inputs as { readonly logits: TensorInfo; readonly targets: TensorInfo };
    if (logits.shape.length !== 2)
      throw new RangeError(
        `SoftmaxCrossEntropy: logits: expected rows of classes, got [${logits.shape.join()}]`,
      );
    requireFloat32('SoftmaxCrossEntropy', logits.shape, { logits, targets });
    const [rows, classes] = logits.shape as [number, number];
    const losses = backend.output([rows]);
    const gradient = backend.output([rows, classes]);
    const pointers = [logits, targets, losses, gradient].map((tensor) => backend.pointer(tensor));
    backend.run(
      command(
        'softmaxCrossEntropy',
        items(rows, classes, EXPONENTIAL_COST),
        ...(pointers as [number, number, number, number]),
        classes,
      ),
    );
    return [losses, gradient];
  },
};
