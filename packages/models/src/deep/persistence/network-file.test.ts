import { memory } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeTensors, encodeTensors } from '../../persistence/tensor-file.ts';
import { layerDocument } from '../layers/layer-document.ts';
import { tinyNetworks, trainTiny, valuesOf } from '../testing/train-tiny.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { describeNetwork, loadNetwork } from './load-network.ts';
import { encodeNetworkFile, type NetworkFile } from './network-file.ts';
import { outlineOf } from './network-outline.ts';
import { saveNetwork } from './save-network.ts';
import { readVariables } from './variable-arrays.ts';

useCpu();
const networks = tinyNetworks();
afterEach(() => networks.freeAll());

const refused = expect.objectContaining({ code: 'E_MODEL' }) as Error;

/** What a file of the tiny network holds, to be changed and written with a valid digest. */
async function contents(): Promise<NetworkFile> {
  const network = networks.make();
  const variables = new Map(network.parameters.map(({ path, variable }) => [path, variable]));
  return { outline: outlineOf(network), notes: {}, arrays: await readVariables(variables) };
}

describe('a saved network', () => {
  it('is the same when it is loaded, bit by bit, statistics and all', async () => {
    const network = networks.make();
    await trainTiny(network).report;
    const file = await saveNetwork(network, { notes: { data: 'made up' } });
    const loaded = await loadNetwork(file);
    expect(valuesOf(loaded)).toEqual(valuesOf(network));
    expect(layerDocument(loaded.architecture)).toEqual(layerDocument(network.architecture));
    expect([loaded.name, loaded.inputShape]).toEqual([network.name, network.inputShape]);
    expect(await saveNetwork(loaded, { notes: { data: 'made up' } })).toEqual(file);
    loaded.dispose();
  });

  it('can be trained on', async () => {
    const loaded = await loadNetwork(await saveNetwork(networks.make()));
    const { epochs } = await trainTiny(loaded, { epochs: 8 }).report;
    expect(epochs.at(-1)!.loss).toBeLessThan(epochs[0]!.loss);
    loaded.dispose();
  });

  it('tells what it is without being made', async () => {
    const network = networks.make();
    const file = await saveNetwork(network, { notes: { data: 'made up' } });
    const before = memory().numTensors;
    const { architecture, ...about } = await describeNetwork(file);
    expect(about).toEqual({ name: 'tiny', inputShape: [4, 4, 1], notes: { data: 'made up' } });
    expect(layerDocument(architecture)).toEqual(layerDocument(network.architecture));
    expect(memory().numTensors).toBe(before);
  });

  it('is a safetensors file of its parameters by their places', async () => {
    const { tensors } = decodeTensors(await saveNetwork(networks.make()));
    expect(tensors.get('0.kernel')!.shape).toEqual([3, 3, 1, 2]);
    expect([...tensors.keys()]).toContain('1.movingMean');
  });
});

describe('a file is refused, and nothing put on the backend,', () => {
  it('when any bit of it has changed', async () => {
    const file = await saveNetwork(networks.make());
    const before = memory().numTensors;
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(7), async (at, bit) => {
        const changed = file.slice();
        changed[at]! ^= 1 << bit;
        await expect(loadNetwork(changed)).rejects.toThrow(refused);
      }),
      { numRuns: 300 },
    );
    expect(memory().numTensors).toBe(before);
  });

  it('when it is cut short', async () => {
    const file = await saveNetwork(networks.make());
    for (let length = 0; length < file.length; length += 13)
      await expect(loadNetwork(file.subarray(0, length))).rejects.toThrow(refused);
  });

  it('when it is larger than the caller wants', async () => {
    const file = await saveNetwork(networks.make());
    await expect(loadNetwork(file, { maxBytes: 100 })).rejects.toThrow(/expected at most 100 bytes/);
  });

  it('when it is another kind of safetensors file', async () => {
    const other = encodeTensors({ tensors: new Map(), metadata: {} });
    await expect(loadNetwork(other)).rejects.toThrow(/got another safetensors file/);
  });

  it.each<[string, (file: NetworkFile) => Partial<NetworkFile>, RegExp]>([
    [
      'lacks a parameter',
      ({ arrays }) => ({ arrays: without(arrays, '5.bias') }),
      /5.bias: expected float32 \[3\], got none/,
    ],
    [
      'has one too many',
      ({ arrays }) => ({ arrays: new Map([...arrays, ['9.bias', ofShape([3])]]) }),
      /9.bias: expected no such array/,
    ],
    [
      'has one of another shape',
      ({ arrays }) => ({ arrays: new Map([...arrays, ['5.bias', ofShape([1, 3])]]) }),
      /5.bias: expected float32 \[3\], got Float32Array \[1, 3\]/,
    ],
    [
      'has one of another type',
      ({ arrays }) => ({
        arrays: new Map([...arrays, ['5.bias', { data: new Float64Array(3), shape: [3] }]]),
      }),
      /got Float64Array \[3\]/,
    ],
    [
      'has one that is not finite',
      ({ arrays }) => ({
        arrays: new Map([...arrays, ['5.bias', { data: Float32Array.of(0, Number.NaN, 0), shape: [3] }]]),
      }),
      /5.bias: expected finite numbers, got NaN at 1/,
    ],
    [
      'has no name',
      ({ outline }) => ({ outline: { ...outline, name: 7 as never } }),
      /network.name: expected a text/,
    ],
    [
      'takes images of no size',
      ({ outline }) => ({ outline: { ...outline, inputShape: [4, -1, 1] } }),
      /network.inputShape/,
    ],
    [
      'takes images that do not fit its layers',
      ({ outline }) => ({ outline: { ...outline, inputShape: [16] } }),
      /architecture/,
    ],
    [
      'has a layer that there is not',
      ({ outline }) => ({ outline: { ...outline, architecture: { kind: 'oracle' } } }),
      /oracle/,
    ],
    [
      'has layers without end',
      ({ outline }) => ({ outline: { ...outline, architecture: nested(500) } }),
      /at most 64 layers within each other/,
    ],
    [
      'has far too many layers beside each other',
      ({ outline }) => {
        const layers = Array.from({ length: 200_000 }, () => ({ kind: 'identity' }));
        return { outline: { ...outline, architecture: { kind: 'sequence', layers } } };
      },
      /architecture.layers: expected at most 1024 layers, got 200000/,
    ],
    ['has notes that are no texts', () => ({ notes: { data: 7 as never } }), /notes: expected texts/],
    [
      'would be far larger than its file',
      ({ outline }) => ({
        outline: {
          ...outline,
          architecture: {
            kind: 'sequence',
            layers: [{ kind: 'flatten' }, { kind: 'dense', options: { units: 2 ** 40 } }],
          },
        },
      }),
      /expected float32 \[16, 1099511627776\], got none/,
    ],
  ])('when it has a valid digest but %s', async (_, change, message) => {
    const file = await contents();
    const changed = await encodeNetworkFile({ ...file, ...change(file) });
    const before = memory().numTensors;
    await expect(loadNetwork(changed)).rejects.toThrow(message);
    await expect(loadNetwork(changed)).rejects.toThrow(refused);
    expect(memory().numTensors).toBe(before);
  });
});

function without<T>(map: ReadonlyMap<string, T>, name: string): Map<string, T> {
  return new Map([...map].filter(([each]) => each !== name));
}

function ofShape(shape: number[]) {
  return { data: new Float32Array(shape.reduce((a, b) => a * b)), shape };
}

function nested(depth: number): { kind: string; layers?: never[] } {
  let inner: object = { kind: 'identity' };
  for (let i = 0; i < depth; i += 1) inner = { kind: 'sequence', layers: [inner] };
  return inner as { kind: string };
}
