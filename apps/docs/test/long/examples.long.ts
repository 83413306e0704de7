import { expect, it } from 'vitest';
import { expectedOutput, outputOf, SLOW } from '../examples.ts';

const hasData = process.env['FASHION_MNIST_TEST_FASHION'] !== 'absent';

it.skipIf(!hasData).each(SLOW)('%s prints what its page shows', async (name) => {
  expect(await outputOf(name)).toBe(expectedOutput(name));
});
