import { expect, it } from 'vitest';
import { runKernel } from '../../testing/on-both-backends.ts';

it('passes gradients on where the answer is above zero, for sizes that are no whole vectors', async () => {
  for (const size of [1, 3, 4, 17, 70_001]) {
    const y = Array.from({ length: size }, (_, index) => (index % 3) - 1);
    const dy = Array.from({ length: size }, (_, index) => index + 1);
    const [dx] = await runKernel('simd', 'ReluGrad', {
      dy: { values: dy, shape: [size] },
      y: { values: y, shape: [size] },
    });
    expect(Array.from(dx!.values)).toEqual(dy.map((value, index) => ((y[index] as number) > 0 ? value : 0)));
  }
});
