import { startNode } from '../peers/node-peer.ts';
import type { PeerProcess } from '../peers/peer-process.ts';
import { startPython } from '../peers/python-peer.ts';
import type { Cleanup } from '../runner/benchmark.ts';

export type Peer = PeerProcess | { readonly reason: string };

const TRAINING = new URL('training-program.ts', import.meta.url);
const INFERENCE = new URL('inference/inference-program.ts', import.meta.url);

/** What computes with a network, and on how many threads. */
export interface DeepEngine {
  readonly name: 'simd' | 'wasm' | 'cpu' | 'onnx' | 'PyTorch';
  readonly threads: number;
}

/** A process that trains: `8 128` asks for the milliseconds of 8 steps on 128 images each, `peak memory` for its MB. */
export function startTraining(
  { name, threads }: DeepEngine,
  network: string,
  files: readonly string[],
  cleanup: Cleanup,
): Promise<Peer> {
  const args = [...files, network, String(threads)];
  return name === 'PyTorch'
    ? startPython('torch_training.py', args, cleanup)
    : startNode(TRAINING, [...args, name], cleanup);
}

/** A process that answers for images: `256 2` asks for the milliseconds of a batch of 256, the mean of two. */
export function startInference(
  { name, threads }: DeepEngine,
  network: string,
  imagesPath: string,
  cleanup: Cleanup,
): Promise<Peer> {
  const args = [imagesPath, network, String(threads)];
  return name === 'PyTorch'
    ? startPython('torch_inference.py', args, cleanup)
    : startNode(INFERENCE, [...args, name], cleanup);
}
