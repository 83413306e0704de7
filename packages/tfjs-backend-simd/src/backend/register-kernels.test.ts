import '../index.ts';
import { createJoinedTeam, KernelsError } from '@fashion-mnist/kernels';
import { getKernel, type NamedAttrMap, type TensorInfo } from '@tensorflow/tfjs-core';
import { expect, it, onTestFinished } from 'vitest';
import { compileSimd } from '../compute/compile-simd.ts';
import { SIMD_FUNCTION_NAMES } from '../compute/simd-functions.ts';
import { randomInput } from '../testing/random-input.ts';
import { SimdBackend } from './simd-backend.ts';

/** A backend whose memory is full after so many more allocations. */
async function createScarceBackend(): Promise<{ backend: SimdBackend; leave(allocations: number): void }> {
  const { module } = await compileSimd(false);
  const team = await createJoinedTeam({
    module,
    kernelNames: SIMD_FUNCTION_NAMES,
    threads: 1,
  });
  onTestFinished(() => team.dispose());
  let left = Number.POSITIVE_INFINITY;
  const alloc = (byteLength: number) => {
    if (left-- <= 0) throw new KernelsError('E_MEMORY', 'full');
    return team.alloc(byteLength);
  };
  const backend = new SimdBackend(Object.create(team, { alloc: { value: alloc } }), {
    hasWideVectors: false,
  });
  return {
    backend,
    leave: (allocations) => {
      left = allocations;
    },
  };
}

const PLAIN = { strides: 1, pad: 'same', dataFormat: 'NHWC', dilations: 1 };
const CASES: readonly [
  kernelName: string,
  shapes: Readonly<Record<string, readonly number[]>>,
  attrs?: NamedAttrMap,
][] = [
  ['AddN', { a: [9], b: [9], c: [9], d: [9] }],
  ['BatchNormTraining', { x: [9, 2], scale: [2], offset: [2] }, { epsilon: 1, activation: 'linear' }],
  ['Conv2D', { x: [1, 9, 9, 2], filter: [3, 3, 2, 3] }, PLAIN],
  ['DepthwiseConv2dNative', { x: [1, 9, 9, 2], filter: [3, 3, 2, 3] }, PLAIN],
  ['FusedBatchNorm', { x: [9, 2], mean: [2], variance: [2] }],
  ['Sum', { x: [9, 2, 3] }, { axis: [0, 2] }],
  ['_FusedMatMul', { a: [1, 5, 3], b: [1, 3, 5] }, { activation: 'elu' }],
];

it.each(CASES)('gives back what %s has made before it fails', async (kernelName, shapes, attrs = {}) => {
  const { backend, leave } = await createScarceBackend();
  const inputs: Record<string, TensorInfo> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const values = Float32Array.from(randomInput(shape, 1).values);
    inputs[name] = backend.makeTensorInfo([...shape], 'float32', values);
    backend.pointer(inputs[name]);
  }
  const run = () => [getKernel(kernelName, 'simd').kernelFunc({ inputs, attrs, backend })].flat();
  const held = () => ({ bytes: backend.allocatedBytes, arrays: backend.numDataIds() });
  const before = held();
  for (let allocations = 0; allocations < 2; allocations++) {
    leave(allocations);
    expect(run).toThrow(expect.objectContaining({ code: 'E_MEMORY' }));
    expect(held()).toEqual(before);
  }
  leave(Number.POSITIVE_INFINITY);
  const outputs = run();
  expect(backend.numDataIds()).toBe(before.arrays + outputs.length);
  for (const { dataId } of outputs) backend.disposeData(dataId);
  expect(held()).toEqual(before);
});

it('keeps what a kernel was given when it fails', async () => {
  const { backend, leave } = await createScarceBackend();
  const x = backend.makeTensorInfo([3], 'float32', Float32Array.of(1, 2, 3));
  leave(1);
  const run = () => getKernel('Relu', 'simd').kernelFunc({ inputs: { x }, attrs: {}, backend });
  expect(run).toThrow(expect.objectContaining({ code: 'E_MEMORY' }));
  expect(backend.readSync(x.dataId)).toEqual(Float32Array.of(1, 2, 3));
});

it('gives back a product whose activation is not known', async () => {
  const { backend } = await createScarceBackend();
  const a = backend.makeTensorInfo([1, 1, 1], 'float32', Float32Array.of(2));
  backend.pointer(a);
  const before = { bytes: backend.allocatedBytes, arrays: backend.numDataIds() };
  const attrs = { activation: 'unheard-of' };
  expect(() => getKernel('_FusedMatMul', 'simd').kernelFunc({ inputs: { a, b: a }, attrs, backend })).toThrow(
    /activation: expected one of linear, .*, got unheard-of/,
  );
  expect({ bytes: backend.allocatedBytes, arrays: backend.numDataIds() }).toEqual(before);
});
