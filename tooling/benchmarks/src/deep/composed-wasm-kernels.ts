import type { KernelFunc, Tensor4D } from '@tensorflow/tfjs-core';
import { conv2d, registerKernel, reverse, transpose } from '@tensorflow/tfjs-core';

/**
 * What tfjs' wasm backend lacks for training convolutions that keep the size of an image, composed of its own ones: each
 * weight is a sum of products over all images, so channels take the place of images.
 */
export function registerComposedKernels(): void {
  register('Conv2DBackpropFilter', ({ inputs, attrs }) => {
    const { x, dy } = inputs as { readonly x: Tensor4D; readonly dy: Tensor4D };
    const [size] = (attrs as { readonly filterShape: readonly [number, number] }).filterShape;
    const pad = (size - 1) / 2;
    const sums = conv2d(transpose(x, [3, 1, 2, 0]), transpose(dy, [1, 2, 0, 3]), 1, pad);
    return transpose(sums, [1, 2, 0, 3]);
  });
  register('Conv2DBackpropInput', ({ inputs }) => {
    const { dy, filter } = inputs as { readonly dy: Tensor4D; readonly filter: Tensor4D };
    const mirrored = transpose<Tensor4D>(reverse(filter, [0, 1]), [0, 1, 3, 2]);
    return conv2d(dy, mirrored, 1, 'same');
  });
}

function register(kernelName: string, kernelFunc: KernelFunc): void {
  registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
}
