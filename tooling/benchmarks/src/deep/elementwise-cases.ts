import type { KernelWork } from './kernel-work.ts';

/** A kernel at a size of a real network, beside what PyTorch does instead. */
export interface ElementwiseCase extends KernelWork {
  /** For example `BatchNormTraining with ReLU, 128 x 28 x 28 x 32`. */
  readonly name: string;
  /** Elements that the work reads and writes if it touches each array once. */
  readonly elements: number;
  /** Statements in Python, after `import torch`, that define `work()`. */
  readonly peer: string;
}

const IMAGES = [128, 28, 28, 32];
const HALVED = [128, 14, 14, 32];
const CHANNELS = [32];
const LOGITS = [128, 10];
/** Of the TensorFlow tutorial's network. */
const PARAMETERS = [3_274_634];
const SIZE = sizeOf(IMAGES);
const SIZE_TEXT = '128 x 28 x 28 x 32';

const POOL = { filterSize: 2, strides: 2, pad: 'valid' };
const NORM = { epsilon: 1e-5, activation: 'relu' };
const ADAM = {
  rate: 1e-3,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-7,
  correction1: 0.1,
  correction2: 0.01,
  decay: 0,
  l2: 0,
};

const TORCH_IMAGES = 'x = torch.rand(128, 32, 28, 28) * 2 - 1\n';
const TORCH_NORM = `${TORCH_IMAGES}x.requires_grad_()
w = torch.ones(32, requires_grad=True)
b = torch.zeros(32, requires_grad=True)
def forward():
    return torch.relu(torch.nn.functional.batch_norm(x, None, None, w, b, True))
`;
const TORCH_POOL = `${TORCH_IMAGES}x.requires_grad_()
y = torch.nn.functional.max_pool2d(x, 2)
dy = torch.rand_like(y)
`;

/** Kernels that are limited by memory, or by a function of each element. */
export const ELEMENTWISE_CASES: readonly ElementwiseCase[] = [
  {
    name: `BatchNormTraining with ReLU, ${SIZE_TEXT}`,
    kernelName: 'BatchNormTraining',
    inputs: { x: IMAGES, scale: CHANNELS, offset: CHANNELS },
    attrs: NORM,
    elements: 3 * SIZE,
    peer: `${TORCH_NORM}def work():\n    with torch.no_grad():\n        forward()`,
  },
  {
    name: `BatchNormTrainingGrad with ReLU, ${SIZE_TEXT}`,
    kernelName: 'BatchNormTrainingGrad',
    inputs: { dy: IMAGES, x: IMAGES, y: IMAGES, mean: CHANNELS, variance: CHANNELS, scale: CHANNELS },
    attrs: NORM,
    elements: 7 * SIZE,
    peer: `${TORCH_NORM}y = forward()
dy = torch.rand_like(y)
def work():
    torch.autograd.grad(y, (x, w, b), dy, retain_graph=True)`,
  },
  {
    name: `MaxPool 2 x 2, ${SIZE_TEXT}`,
    kernelName: 'MaxPool',
    inputs: { x: IMAGES },
    attrs: POOL,
    elements: 1.25 * SIZE,
    peer: `${TORCH_IMAGES}def work():\n    torch.nn.functional.max_pool2d(x, 2)`,
  },
  {
    name: `MaxPoolGrad 2 x 2, ${SIZE_TEXT}`,
    kernelName: 'MaxPoolGrad',
    inputs: { dy: HALVED, input: IMAGES, output: HALVED },
    attrs: POOL,
    elements: 2.25 * SIZE,
    peer: `${TORCH_POOL}def work():\n    torch.autograd.grad(y, x, dy, retain_graph=True)`,
  },
  {
    name: `AvgPool 2 x 2, ${SIZE_TEXT}`,
    kernelName: 'AvgPool',
    inputs: { x: IMAGES },
    attrs: POOL,
    elements: 1.25 * SIZE,
    peer: `${TORCH_IMAGES}def work():\n    torch.nn.functional.avg_pool2d(x, 2)`,
  },
  unary('Relu', 'torch.relu(x)'),
  unary('Exp', 'torch.exp(x)'),
  unary('Sigmoid', 'torch.sigmoid(x)'),
  unary('Tanh', 'torch.tanh(x)'),
  {
    name: `Add, ${SIZE_TEXT}`,
    kernelName: 'Add',
    inputs: { a: IMAGES, b: IMAGES },
    attrs: {},
    elements: 3 * SIZE,
    peer: `${TORCH_IMAGES}y = torch.rand_like(x)\ndef work():\n    x + y`,
  },
  {
    name: `Add of a bias, ${SIZE_TEXT}`,
    kernelName: 'Add',
    inputs: { a: IMAGES, b: CHANNELS },
    attrs: {},
    elements: 2 * SIZE,
    peer: `${TORCH_IMAGES}b = torch.rand(1, 32, 1, 1)\ndef work():\n    x + b`,
  },
  {
    name: `Sum over all but channels, ${SIZE_TEXT}`,
    kernelName: 'Sum',
    inputs: { x: IMAGES },
    attrs: { axis: [0, 1, 2] },
    elements: SIZE,
    peer: `${TORCH_IMAGES}def work():\n    x.sum((0, 2, 3))`,
  },
  {
    name: `Mean over images (global average pooling), ${SIZE_TEXT}`,
    kernelName: 'Mean',
    inputs: { x: IMAGES },
    attrs: { axis: [1, 2] },
    elements: SIZE,
    peer: `${TORCH_IMAGES}def work():\n    x.mean((2, 3))`,
  },
  {
    name: `Transpose to channels first, ${SIZE_TEXT}`,
    kernelName: 'Transpose',
    inputs: { x: IMAGES },
    attrs: { perm: [0, 3, 1, 2] },
    elements: 2 * SIZE,
    peer: 'x = torch.rand(128, 28, 28, 32)\ndef work():\n    x.permute(0, 3, 1, 2).contiguous()',
  },
  {
    name: `Concat of channels, twice ${SIZE_TEXT}`,
    kernelName: 'Concat',
    inputs: { 0: IMAGES, 1: IMAGES },
    attrs: { axis: 3 },
    elements: 4 * SIZE,
    peer: 'x = torch.rand(128, 28, 28, 32)\ndef work():\n    torch.cat((x, x), 3)',
  },
  {
    name: `SeededDropout, ${SIZE_TEXT}`,
    kernelName: 'SeededDropout',
    inputs: { x: IMAGES },
    attrs: { rate: 0.5, seed: 1 },
    elements: 2 * SIZE,
    peer: `${TORCH_IMAGES}def work():\n    torch.nn.functional.dropout(x, 0.5, True)`,
  },
  {
    name: 'SoftmaxCrossEntropy with gradient, 128 x 10',
    kernelName: 'SoftmaxCrossEntropy',
    inputs: { logits: LOGITS, targets: LOGITS },
    attrs: {},
    elements: 3 * sizeOf(LOGITS),
    peer: `z = torch.rand(128, 10, requires_grad=True)
t = torch.softmax(torch.rand(128, 10), 1)
def work():
    torch.autograd.grad(torch.nn.functional.cross_entropy(z, t, reduction='sum'), z)`,
  },
  {
    name: 'AdamUpdate, 3,274,634 parameters',
    kernelName: 'AdamUpdate',
    inputs: { parameter: PARAMETERS, gradient: PARAMETERS, first: PARAMETERS, second: PARAMETERS },
    attrs: ADAM,
    elements: 7 * sizeOf(PARAMETERS),
    peer: `p = torch.rand(3274634, requires_grad=True)
p.grad = torch.rand_like(p)
optimizer = torch.optim.Adam([p])
def work():
    optimizer.step()`,
  },
];

function unary(kernelName: string, torch: string): ElementwiseCase {
  return {
    name: `${kernelName}, ${SIZE_TEXT}`,
    kernelName,
    inputs: { x: IMAGES },
    attrs: {},
    elements: 2 * SIZE,
    peer: `${TORCH_IMAGES}def work():\n    ${torch}`,
  };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}
