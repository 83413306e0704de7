import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createNetwork } from '@fashion-mnist/models/deep';
import { env } from 'onnxruntime-web';
import { openBackend } from '../open-backend.ts';
import { INFERENCE_NETWORKS } from './inference-networks.ts';
import { onnxAnswer } from './onnx-answer.ts';
import { tfjsAnswer } from './tfjs-answer.ts';

/** The same as `torch_inference.py`, on a backend of tfjs or by onnxruntime (`onnx`). */
const [, , imagesPath = '', name = '', threads = '', engine = ''] = process.argv;

const isOnnx = engine === 'onnx';
const tfjsVersions = await openBackend(isOnnx ? 'cpu' : engine, Number(threads));
const architecture = INFERENCE_NETWORKS[name];
if (architecture === undefined) throw new RangeError(`expected the name of a network, got ${name}`);
const network = createNetwork(architecture, { name, inputShape: [28, 28, 1], seed: 42 });
const pixels = Float32Array.from(await readFile(imagesPath), (byte) => byte / 255);
const answer = isOnnx ? await onnxAnswer(network, pixels) : tfjsAnswer(network, pixels);
const versions = isOnnx ? { Node: process.version, onnxruntime: env.versions.common } : tfjsVersions;
console.log(JSON.stringify({ versions, warmsUp: false }));
for await (const line of createInterface({ input: process.stdin })) {
  const [batchSize = 0, times = 0] = line.split(' ').map(Number);
  const start = performance.now();
  for (let time = 0; time < times; time++) await answer(batchSize);
  console.log((performance.now() - start) / times);
}
process.exit(0);
