import type { PostedCommand } from '@fashion-mnist/kernels';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import type { ConvolutionInfo } from './convolution-info.ts';
import { type Epilogue, NO_EPILOGUE } from './convolve.ts';
import {
  backwardPass,
  blockTilesOf,
  fitsThread,
  forwardPass,
  PLANES,
  planesBytes,
  roundUp,
  sharedGroupTiles,
  type WinogradPass,
} from './winograd.ts';

const TILE_ROWS = 6;
/** Panels of eight outputs of an item. */
const ITEM_PANELS = 8;

interface Tensors {
  readonly input: TensorInfo;
  readonly filter: TensorInfo;
  readonly output: TensorInfo;
}

/** The same as pointers. */
interface Places {
  readonly input: number;
  readonly output: number;
  /** The transformed filter. */
  readonly filter: number;
  /** Of bias and activation. */
  readonly epilogue: readonly [number, number, number];
}

/** The convolution itself. */
export function winogradForward(
  backend: SimdBackend,
  info: ConvolutionInfo,
  tensors: Tensors,
  epilogue: Epilogue,
): void {
  run(backend, info, { sizes: forwardPass(info), isBackward: false }, tensors, epilogue);
}

/** Its gradient by the input: `input` is that of the output, `output` that of the input. */
export function winogradBack(backend: SimdBackend, info: ConvolutionInfo, tensors: Tensors): void {
  run(backend, info, { sizes: backwardPass(info), isBackward: true }, tensors, NO_EPILOGUE);
}

function run(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { sizes, isBackward }: { readonly sizes: WinogradPass; readonly isBackward: boolean },
  { input, filter, output }: Tensors,
  { bias, activation }: Epilogue,
): void {
  const panelCount = Math.ceil(sizes.outChannels / 8);
  const filterBytes = PLANES * panelCount * roundUp(sizes.inChannels, 4) * 8 * 4;
  backend.withScratch(filterBytes, (planes) => {
    const transform = command(
      'winogradFilter',
      { total: panelCount, grain: 1 },
      backend.pointer(filter),
      sizes.filterSize,
      info.inChannels,
      info.outChannels,
      Number(isBackward),
      planes,
    );
    const places: Places = {
      input: backend.pointer(input),
      output: backend.pointer(output),
      filter: planes,
      epilogue: [bias === undefined ? 0 : backend.pointer(bias), activation.number, activation.slope],
    };
    if (fitsThread(sizes)) backend.run(transform, inGroups(sizes, places));
    else runInBlocks(backend, transform, sizes, places);
  });
}

/** Each thread takes groups of tiles all the way. */
function inGroups(sizes: WinogradPass, { input, filter, output, epilogue }: Places): PostedCommand {
  const groupTiles = sharedGroupTiles(sizes);
  return command(
    'winogradConvolve',
    { total: Math.ceil(sizes.tileCount / groupTiles), grain: 1 },
    input,
    sizes.inHeight,
    sizes.inWidth,
    sizes.inChannels,
    sizes.padTop,
    sizes.padLeft,
    filter,
    output,
    sizes.outHeight,
    sizes.outWidth,
    sizes.outChannels,
    sizes.size,
    ...epilogue,
    sizes.tileCount,
    groupTiles,
  );
}

/** All threads take a block of tiles from stage to stage. */
function runInBlocks(
  backend: SimdBackend,
  transform: PostedCommand,
  sizes: WinogradPass,
  places: Places,
): void {
  const inChannels = roundUp(sizes.inChannels, 4);
  const outChannels = roundUp(sizes.outChannels, 8);
  const blockTiles = blockTilesOf(sizes);
  const inputBytes = planesBytes(blockTiles, inChannels);
  backend.withScratch(inputBytes + planesBytes(blockTiles, outChannels), (planes) => {
    const commands = [transform];
    for (let first = 0; first < sizes.tileCount; first += blockTiles) {
      const count = Math.min(blockTiles, sizes.tileCount - first);
      commands.push(...stagesOf(sizes, places, { first, count, planes, products: planes + inputBytes }));
    }
    backend.run(...commands);
  });
}

interface Block {
  readonly first: number;
  readonly count: number;
  readonly planes: number;
  readonly products: number;
}

function stagesOf(
  sizes: WinogradPass,
  { input, filter, output, epilogue }: Places,
  { first, count, planes, products }: Block,
): PostedCommand[] {
  const { inChannels, outChannels, outHeight, outWidth, size } = sizes;
  const sixes = { total: Math.ceil(count / TILE_ROWS), grain: 1 };
  const eights = { total: PLANES * Math.ceil(Math.ceil(outChannels / 8) / ITEM_PANELS), grain: 1 };
  return [
    command(
      'winogradInputs',
      sixes,
      input,
      sizes.inHeight,
      sizes.inWidth,
      inChannels,
      sizes.padTop,
      sizes.padLeft,
      outHeight,
      outWidth,
      size,
      first,
      count,
      planes,
    ),
    command('winogradProducts', eights, planes, inChannels, filter, outChannels, count, products),
    command(
      'winogradOutputs',
      sixes,
      products,
      output,
      outHeight,
      outWidth,
      outChannels,
      size,
      ...epilogue,
      first,
      count,
    ),
  ];
}
