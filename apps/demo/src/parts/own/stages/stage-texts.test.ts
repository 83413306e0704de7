import { describe, expect, it } from 'vitest';
import { convertForPage } from '../../../work/photos/convert-for-page.ts';
import { paperStages, stageText, warningSentence } from './stage-texts.ts';

const isPage = typeof OffscreenCanvas !== 'undefined';

async function drawnPhoto(): Promise<Blob> {
  const canvas = new OffscreenCanvas(1200, 900);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 1200, 900);
  context.fillStyle = '#446';
  context.fillRect(300, 200, 400, 500);
  return canvas.convertToBlob();
}

describe.skipIf(!isPage)('the steps of a conversion', () => {
  it.each([
    { background: 'keep' as const, titles: 7 },
    { background: 'remove' as const, titles: 8 },
  ])('are the seven of the paper, and one of ours, where the background is to $background', async (run) => {
    const outcome = await convertForPage(await drawnPhoto(), { background: run.background });
    const stages = outcome.kind === 'converted' ? paperStages(outcome.conversion.stages) : [];
    expect(stages.map((stage) => stageText(stage).title)).toHaveLength(run.titles);
    expect(stages.at(-1)).toMatchObject({ name: 'bytes', width: 28, height: 28 });
    expect(stages.find(({ name }) => name === 'trim')).toMatchObject({ width: 400, height: 500 });
  });

  it('shows large pictures small, and says how large they are', async () => {
    const outcome = await convertForPage(await drawnPhoto(), { background: 'keep' });
    const [photo] = outcome.kind === 'converted' ? outcome.conversion.stages : [];
    expect(photo?.picture).toMatchObject({ width: 256, height: 192 });
    expect(photo && stageText(photo).text).toContain('1,200 × 900');
  });
});

it('makes a sentence of a warning', () => {
  expect(warningSentence({ code: 'W_PHOTO_CORNER', message: 'the pixel is 9; have it removed' })).toBe(
    'The pixel is 9; have it removed.',
  );
});
