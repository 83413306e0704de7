import { readFileSync } from 'node:fs';
import { type AffineGolden, deviationOf } from './affine-cases.ts';

/**
 * Prints how far our pixels are from those of a file that torchvision-affine.py has written:
 * `node --conditions=@fashion-mnist/source packages/transforms/test/golden/compare-affine.ts cases.json`
 */
const { versions, groups } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as AffineGolden;
console.log(versions);
console.table(
  groups.map((group) => ({
    pixels: `${group.kind} ${group.height} x ${group.width}`,
    interpolation: group.interpolation,
    border: group.border,
    fill: group.fill,
    cases: group.cases.length,
    ...deviationOf(group),
  })),
);
