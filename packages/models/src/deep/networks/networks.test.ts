import { describe, expect, it } from 'vitest';
import { layerDocument } from '../layers/layer-document.ts';
import { parseLayer } from '../layers/parse-layer.ts';
import { multiplyAdds, parameterCount, places } from '../network/places.ts';
import { networks } from './networks.ts';

const all = Object.entries(networks);
const countOf = (name: string): number => parameterCount(networks[name]!.build(), [28, 28, 1]);

describe('networks', () => {
  it.each(all)('%s goes to JSON and back', (name, builder) => {
    expect(builder.name).toBe(name);
    const document = JSON.parse(JSON.stringify(layerDocument(builder.build()))) as unknown;
    expect(layerDocument(parseLayer(document))).toEqual(document);
  });

  it.each(all.filter(([name]) => name !== 'alexnet-triplet-loss'))(
    '%s gives one number for each class',
    (_name, { build, inputShape }) => {
      expect(build().outputShape(inputShape)).toEqual([10]);
      expect(build({ classCount: 7 }).outputShape(inputShape)).toEqual([7]);
    },
  );

  it('gives an embedding where the loss compares images', () => {
    expect(networks['alexnet-triplet-loss']!.build().outputShape([28, 28, 1])).toEqual([128]);
  });
});

describe('the number of parameters', () => {
  /** As the rows or their sources state them. */
  it.each([
    ['2-conv-113k-parameters', 113_386],
    ['2-conv-3-fc-500k-parameters', 493_772],
    ['2-conv-pooling-bn', 1_694_186],
  ])('of %s is exactly %i', (name, stated) => {
    expect(countOf(name)).toBe(stated);
    expect(networks[name]!.statedParameters).toBe(stated);
  });

  /** Sources that state it in thousands or millions cut it off or round it: less than one unit of their last digit. */
  it.each([
    ['2-conv-3-fc-1-8m-parameters', 1.8e6, 1e5],
    ['wrn-40-4', 8.9e6, 1e5],
    ['densenet-bc', 768e3, 1e3],
    ['dual-path-wrn-28-10', 47.75e6, 1e4],
    ['vgg16', 26e6, 1e6],
    ['wrn-28-10', 36.5e6, 1e5],
  ])('of %s is %d', (name, stated, unit) => {
    expect(Math.abs(countOf(name) - stated)).toBeLessThan(unit);
    expect(networks[name]!.statedParameters).toBe(stated);
  });

  /** Counted by hand from their sources' sizes. */
  it.each([
    ['2-conv-pooling-tensorflow', 832 + 51_264 + 3_212_288 + 10_250],
    ['2-conv-kyriakos-efthymiadis', 320 + 18_496 + 803_072 + 32_896 + 1_290],
    ['2-conv-under-100k-parameters', 832 + 51_264 + 31_370],
    ['2-conv-2-fc', 832 + 64 + 18_496 + 128 + 16_781_312 + 40_970],
    ['3-conv-pooling-bn', 416 + 12_832 + 64 + 51_264 + 128 + 5_770],
    ['3-conv-bn-pooling', 416 + 32 + 12_832 + 64 + 15_690],
    ['3-conv-pooling-2-fc-dropout', 832 + 51_264 + 8_320 + 2_098_176 + 524_800 + 5_130],
    ['mlp-256-128-100', 200_960 + 32_896 + 12_900 + 1_010],
    ['gru-svm', 3 * 256 * (28 + 256 + 1) + 2_570],
    ['capsule-network', 20_992 + 5_308_672 + 1_474_560],
  ])('of %s is %i', (name, expected) => {
    expect(countOf(name)).toBe(expected);
  });

  it('of the capsule network is the stated 8 million with the decoder that is left out', () => {
    const decoder = 160 * 512 + 512 + 512 * 1024 + 1024 + 1024 * 784 + 784;
    expect((countOf('capsule-network') + decoder) / 1e6).toBeCloseTo(8.2, 1);
  });
});

describe('the layers of a network', () => {
  const optionsOf = (name: string, kind: string) =>
    places(networks[name]!.build(), [28, 28, 1]).flatMap(({ layer }) =>
      layer.kind === kind ? [layer.options] : [],
    );

  it.each(['2-conv-under-100k-parameters', '2-conv-kyriakos-efthymiadis', '3-conv-pooling-bn'])(
    'of %s begin as those of PyTorch: between plus and minus 1 / sqrt(fan-in)',
    (name) => {
      for (const { initializer } of [...optionsOf(name, 'convolution'), ...optionsOf(name, 'dense')])
        expect(initializer).toEqual({
          kind: 'variance-scaling',
          scale: 1 / 3,
          fan: 'in',
          distribution: 'uniform',
        });
    },
  );

  it.each(['2-conv-3-fc-500k-parameters', '2-conv-pooling-bn'])(
    'of %s normalise as those of Keras',
    (name) => {
      for (const options of optionsOf(name, 'batch-normalization'))
        expect(options).toMatchObject({ momentum: 0.99, epsilon: 1e-3 });
    },
  );
});

describe('multiplyAdds', () => {
  it('counts those of convolutions and dense layers', () => {
    const architecture = networks['2-conv-pooling-tensorflow']!.build();
    const byHand = 784 * 25 * 32 + 196 * 25 * 32 * 64 + 3136 * 1024 + 10_240;
    expect(multiplyAdds(architecture, [28, 28, 1])).toBe(byHand);
  });

  it('keeps compact within its budget', () => {
    const architecture = networks['compact']!.build();
    expect(multiplyAdds(architecture, [28, 28, 1]) / 1e6).toBeCloseTo(32, 0);
    expect(countOf('compact')).toBeLessThan(500_000);
  });
});
