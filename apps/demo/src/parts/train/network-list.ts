/** A network that can be chosen, as the page shows it before any of its code is loaded. */
export interface NetworkChoice {
  /** Its key in `networks` of `@fashion-mnist/models/deep`. */
  readonly name: string;
  readonly title: string;
  /** For 10 classes. */
  readonly parameterCount: number;
  /** Of one image, in millions. */
  readonly multiplyAdds: number;
  readonly sentence: string;
  /** The greatest learning rate of its cycle, which it learns well with. */
  readonly learningRate: number;
}

/** An epoch of 10,000 images takes seconds. */
export const LIGHT_NETWORKS: readonly NetworkChoice[] = [
  {
    name: '3-conv-bn-pooling',
    title: 'Two convolutions, normalised',
    parameterCount: 29_034,
    multiplyAdds: 2.84,
    sentence: 'Batch normalisation lets it learn much in few steps. A good one to begin with.',
    learningRate: 0.003,
  },
  {
    name: '2-conv-113k-parameters',
    title: 'Two convolutions',
    parameterCount: 113_386,
    multiplyAdds: 1.41,
    sentence: 'Small convolutions, then two dense layers with dropout: it takes its time.',
    learningRate: 0.002,
  },
  {
    name: '2-conv-pooling-elu-pytorch',
    title: 'The smallest',
    parameterCount: 28_938,
    multiplyAdds: 2.84,
    sentence: 'Two convolutions and one dense layer, with exponential units.',
    learningRate: 0.003,
  },
  {
    name: 'mlp-256-128-100',
    title: 'No convolutions',
    parameterCount: 247_766,
    multiplyAdds: 0.247,
    sentence: 'Dense layers alone: it sees 784 numbers and no picture.',
    learningRate: 0.001,
  },
  {
    name: '3-conv-pooling-bn',
    title: 'Three convolutions, normalised',
    parameterCount: 70_474,
    multiplyAdds: 5.34,
    sentence: 'Halves the picture three times, and ends in 64 numbers for each of nine places.',
    learningRate: 0.003,
  },
  {
    name: 'compact',
    title: 'Compact residual network',
    parameterCount: 387_162,
    multiplyAdds: 32.2,
    sentence: 'Our own for small budgets: four residual blocks. Slower, and the best of these.',
    learningRate: 0.006,
  },
];

/** Rows of the leaderboard that take longer, the lightest first. */
export const HEAVY_NETWORKS: readonly NetworkChoice[] = [
  heavy(
    '2-conv-kyriakos-efthymiadis',
    'Two convolutions, wide',
    [856_074, 4.68, 0.002],
    'A large dense layer behind them.',
  ),
  heavy(
    '3-conv-2-fc',
    'Three convolutions, two dense layers',
    [241_546, 7.6, 0.001],
    'Plain layers, one after the other.',
  ),
  heavy(
    '2-conv-3-fc-500k-parameters',
    'Two convolutions, three dense layers',
    [493_772, 9.16, 0.003],
    'Half a million parameters, most of them dense.',
  ),
  heavy(
    '2-conv-under-100k-parameters',
    'Two 5 × 5 convolutions',
    [83_466, 10.7, 0.004],
    'Large windows, few parameters.',
  ),
  heavy(
    '2-conv-pooling-kashif-rasul',
    'Two convolutions with dropout',
    [1_199_882, 12, 0.001],
    'A tutorial’s network of 2017.',
  ),
  heavy(
    '2-conv-3-fc-1-8m-parameters',
    'Two convolutions, three wide dense layers',
    [1_792_138, 12.4, 0.001],
    'The same idea with more of everything.',
  ),
  heavy(
    '3-conv-pooling-2-fc-dropout',
    'Three convolutions with dropout',
    [2_688_522, 13.7, 0.001],
    'Forgets at random, so as not to learn by heart.',
  ),
  heavy(
    '2-conv-pooling-tensorflow',
    'TensorFlow’s tutorial',
    [3_274_634, 13.9, 0.001],
    'Two 5 × 5 convolutions and 1,024 dense units.',
  ),
  heavy(
    'squeezenet',
    'SqueezeNet',
    [726_474, 19.4, 0.001],
    'Squeezes channels together before it widens them.',
  ),
  heavy(
    '5-conv-bn-pooling',
    'Five convolutions, normalised',
    [93_418, 19.6, 0.003],
    'Deeper, and still few parameters.',
  ),
  heavy(
    '2-conv-2-fc',
    'Two convolutions, two huge dense layers',
    [16_841_802, 22.2, 0.0005],
    'Nearly 17 million parameters.',
  ),
  heavy(
    '2-conv-pooling-bn',
    'Two wide convolutions, normalised',
    [1_694_186, 33.1, 0.001],
    'Batch normalisation on wide layers.',
  ),
  heavy(
    'mobilenet',
    'MobileNet',
    [3_216_650, 42, 0.003],
    'Each channel by itself, then all together: made for telephones.',
  ),
  heavy(
    'cnn-optional-shortcuts',
    'Convolutions with shortcuts',
    [532_586, 67.5, 0.005],
    'Paths around its layers let it be deeper.',
  ),
  heavy('googlenet', 'GoogLeNet', [5_982_250, 104, 0.002], 'Windows of several sizes side by side.'),
  heavy(
    'resnet18',
    'ResNet-18',
    [11_172_810, 122, 0.002],
    'Eighteen layers with shortcuts; minutes for an epoch.',
  ),
  heavy('vgg16', 'VGG-16', [26_557_642, 217, 0.0002], 'Thirteen convolutions and three huge dense layers.'),
  heavy(
    'densenet-bc',
    'DenseNet',
    [768_730, 220, 0.002],
    'Each layer sees all layers before it; minutes for an epoch.',
  ),
  heavy('fastai-resnet50', 'ResNet-50', [23_519_690, 290, 0.002], 'Fifty layers; many minutes for an epoch.'),
  heavy(
    'wrn-40-4',
    'Wide residual network 40-4',
    [8_948_922, 994, 0.002],
    'An hour for an epoch without a graphics card.',
  ),
  heavy(
    'wrn-28-10',
    'Wide residual network 28-10',
    [36_478_906, 4014, 0.002],
    'Hours for an epoch without a graphics card.',
  ),
  heavy(
    'dual-path-wrn-28-10',
    'Dual path network',
    [47_751_450, 5213, 0.002],
    'The largest of the leaderboard.',
  ),
];

export const NETWORKS: readonly NetworkChoice[] = [...LIGHT_NETWORKS, ...HEAVY_NETWORKS];

/** What a network is called on this page; by its own name where it is not in the list. */
export function titleOf(name: string): string {
  return NETWORKS.find((network) => network.name === name)?.title ?? name;
}

function heavy(
  name: string,
  title: string,
  [parameterCount, multiplyAdds, learningRate]: readonly [number, number, number],
  sentence: string,
): NetworkChoice {
  return { name, title, parameterCount, multiplyAdds, sentence, learningRate };
}
