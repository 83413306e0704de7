import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PhotoStageName, Raster } from '@fashion-mnist/transforms';
import { encodePnm, readPnms } from './pnm.ts';

/** What ImageMagick makes of a picture; `null` where it says that nothing is left. */
export type ReferenceStages = ReadonlyMap<PhotoStageName, Raster> | null;

/** How ImageMagick is told to do a step, in the order of the reference command. */
export type StageArguments = readonly (readonly [PhotoStageName, readonly string[]])[];

/** The command of the paper's conversion, step by step. */
export const PAPER_STAGES: StageArguments = [
  ['trim', ['-fuzz', '5%', '-trim', '+repage']],
  ['sample', ['-sample', '28x28']],
  ['sharpen', ['-adaptive-sharpen', '1x1']],
  ['extend', ['-gravity', 'center', '-background', '#fff', '-extent', '28x28']],
  ['negate', ['-negate']],
  ['grey', ['-colorspace', 'Gray']],
  ['bytes', ['-depth', '8']],
];

/** The first line of `convert -version`; undefined without ImageMagick 6 of 16 bits. */
export function imageMagickVersion(): string | undefined {
  try {
    const [line = ''] = execFileSync('convert', ['-version'], { encoding: 'utf8' }).split('\n');
    return /ImageMagick 6\.\S+ Q16 /u.test(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

/** All pictures after each step, by one process of ImageMagick on one thread. */
export function convertByImageMagick(
  rasters: readonly Raster[],
  stages: StageArguments = PAPER_STAGES,
): readonly ReferenceStages[] {
  const folder = mkdtempSync(join(tmpdir(), 'imagemagick-'));
  try {
    const inputs = rasters.map((raster, index) => {
      const file = join(folder, `${index}.pnm`);
      writeFileSync(file, encodePnm(raster));
      return file;
    });
    // A depth of 16 has every stage written in full.
    const steps = stages.flatMap(([name, step]) => [...step, '-write', `ppm:${join(folder, name)}`]);
    const { stderr } = spawnSync(
      'convert',
      ['-limit', 'thread', '1', ...inputs, '-depth', '16', ...steps, 'null:'],
      { encoding: 'utf8' },
    );
    const written = stages.map(([name]) => [name, readPnms(readFileSync(join(folder, name)))] as const);
    return inputs.map((file, index) => {
      if (stderr.includes(`geometry does not contain image \`${file}'`)) return null;
      return new Map(written.map(([name, pictures]) => [name, pictures[index] as Raster]));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
