import { readFile } from 'node:fs/promises';
import { multiplyAdds, type NetworkBuilder, networks, parameterCount } from '@fashion-mnist/models/deep';
import { expect, it } from 'vitest';

it("the guide's table of networks says what they are made of", async () => {
  const guide = await readFile(new URL('../GUIDE.md', import.meta.url), 'utf8');
  const rows = [...guide.matchAll(/^\| `([^`]+)` +\| ([\d,]+) +\| ([\d,.]+) +\|$/gm)].map(
    ([, name, parameters, millions]) => ({ name, parameters, millions }),
  );
  expect(rows).toEqual(Object.values(networks).map(rowOf));
});

function rowOf({ name, inputShape, build }: NetworkBuilder): object {
  const millions = multiplyAdds(build(), inputShape) / 1e6;
  return {
    name,
    parameters: parameterCount(build(), inputShape).toLocaleString('en-US'),
    millions: millions < 100 ? millions.toPrecision(3) : Math.round(millions).toLocaleString('en-US'),
  };
}
