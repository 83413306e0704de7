import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import type { ConvolutionInfo } from './convolution-info.ts';
import { convolveWindows, type Epilogue } from './convolve.ts';
import { grayForward, suitsGray } from './gray.ts';
import { suitsWinograd, winogradForward } from './winograd.ts';

/** A convolution by the way that suits it best. */
export function forward(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { x, filter }: { readonly x: TensorInfo; readonly filter: TensorInfo },
  epilogue: Epilogue,
): TensorInfo {
  const y = backend.output(info.outShape);
  if (suitsWinograd(info)) winogradForward(backend, info, { input: x, filter, output: y }, epilogue);
  else if (suitsGray(info)) grayForward(backend, info, { x, filter, y }, epilogue);
  else convolveWindows(backend, info, { x, filter, y }, epilogue);
  return y;
}
