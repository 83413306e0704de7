import { describe, expect, it } from 'vitest';
import { convolution } from './convolution.ts';
import { dense } from './dense.ts';
import { flatten } from './flatten.ts';
import { layerDocument } from './layer-document.ts';
import { parseLayer } from './parse-layer.ts';
import { maxPooling } from './pooling.ts';
import { sequence } from './sequence.ts';

const architecture = sequence(
  convolution({ filters: 4, size: [3, 5], initializer: { kind: 'normal', deviation: 0.1 } }),
  sequence(maxPooling({ stride: 1 }), flatten()),
  dense({ units: 10, activation: 'relu' }),
);

describe('parseLayer', () => {
  it('makes the layer that was written as JSON', () => {
    const text = JSON.stringify(layerDocument(architecture));
    const parsed = parseLayer(JSON.parse(text));
    expect(JSON.stringify(layerDocument(parsed))).toBe(text);
    expect(parsed.outputShape([28, 28, 1])).toEqual([10]);
  });

  it.each([
    [null, 'architecture: expected a layer'],
    [{ kind: 'magic' }, 'architecture.kind: expected one of activation'],
    [{ kind: 'toString' }, 'architecture.kind: expected one of activation'],
    [{ kind: 'flatten', weights: 1 }, 'architecture: expected kind, options and layers alone, got "weights"'],
    [{ kind: 'flatten', options: { axis: 1 } }, 'architecture.options: expected none for flatten'],
    [{ kind: 'flatten', layers: [{ kind: 'flatten' }] }, 'architecture.layers: expected none for flatten'],
    [{ kind: 'flatten', options: [] }, 'architecture.options: expected an object'],
    [{ kind: 'sequence', layers: {} }, 'architecture.layers: expected a list'],
    [{ kind: 'sequence', layers: [{ kind: 'flatten' }, 3] }, 'architecture.layers[1]: expected a layer'],
    [
      { kind: 'sequence', layers: [{ kind: 'dense' }] },
      'architecture.layers[0]: dense.units: expected a whole number >= 1, got nothing',
    ],
    [
      { kind: 'dense', options: { units: 2, initializer: { kind: 'normal' } } },
      'dense.initializer: expected',
    ],
    [{ kind: 'convolution', options: { filters: 3, size: 3, groups: 2 } }, 'groups: expected a divisor of 3'],
  ])('refuses %j, naming the place', (json, message) => {
    expect(() => parseLayer(json)).toThrow(
      expect.objectContaining({ code: 'E_MODEL', message: expect.stringContaining(message) as string }),
    );
  });

  it('refuses layers within layers without end', () => {
    let json: unknown = { kind: 'flatten' };
    for (let depth = 0; depth < 100_000; depth++) json = { kind: 'sequence', layers: [json] };
    expect(() => parseLayer(json)).toThrow(expect.objectContaining({ code: 'E_MODEL' }));
  });
});
