import { multiplyAdds, networks, parameterCount } from '@fashion-mnist/models/deep';
import { describe, expect, it } from 'vitest';
import { NETWORKS } from './network-list.ts';

/** They learn by other losses than the page draws. */
const LEFT_OUT = ['alexnet-triplet-loss', 'capsule-network', 'gru-svm', 'gru-svm-dropout'];

describe('the list of networks', () => {
  it('has every network that learns by cross-entropy, once', () => {
    const wanted = Object.keys(networks).filter((name) => !LEFT_OUT.includes(name));
    expect(NETWORKS.map(({ name }) => name).toSorted()).toEqual(wanted.toSorted());
  });

  it.each(NETWORKS)('says of $name how large it is', ({ name, ...stated }) => {
    const builder = networks[name];
    if (builder === undefined) throw new Error(`There is no ${name}.`);
    const { inputShape } = builder;
    expect(stated.parameterCount).toBe(parameterCount(builder.build(), inputShape));
    expect(stated.multiplyAdds / (multiplyAdds(builder.build(), inputShape) / 1e6)).toBeCloseTo(1, 2);
  });
});
