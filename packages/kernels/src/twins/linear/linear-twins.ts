import type { Heap } from '../../compute/heap.ts';
import { LINEAR_LOSSES, type LinearKernels } from '../../kernels-of/linear.ts';
import { OUTPUT_LOSSES } from './losses.ts';
import { solveStep, stepProblem } from './proximal-steps.ts';

/** What both passes share, under the names of `LinearKernels`. */
interface Pass {
  readonly sampleCount: number;
  readonly featureCount: number;
  readonly codes: number;
  readonly sampleWeights: number;
  readonly sideWeights: number;
  readonly loss: number;
  readonly weights: number;
  readonly intercepts: number;
  readonly classes: number;
  readonly outputCount: number;
  readonly pieceRows: number;
  readonly gradients: number;
  readonly tails: number;
  featureOf(row: number, feature: number): number;
}

export function linearTwins(heap: Heap): LinearKernels {
  return {
    linearLossOfBytes(
      samples,
      sampleCount,
      featureCount,
      mean,
      inverseScale,
      codes,
      sampleWeights,
      sideWeights,
      loss,
      weights,
      intercepts,
      classes,
      outputCount,
      pieceRows,
      _blockRows,
      gradients,
      tails,
      begin,
      end,
    ) {
      const { u8, f32 } = heap;
      const featureOf = (row: number, feature: number) =>
        (u8[samples + row * featureCount + feature]! - f32[mean / 4 + feature]!) *
        f32[inverseScale / 4 + feature]!;
      const shared = { sampleCount, featureCount, codes, sampleWeights, sideWeights, loss };
      const own = { weights, intercepts, classes, outputCount, pieceRows, gradients, tails, featureOf };
      for (let piece = begin; piece < end; piece++) sumPiece(heap, { ...shared, ...own }, piece);
    },
    linearLossOfFloats(
      samples,
      sampleCount,
      featureCount,
      codes,
      sampleWeights,
      sideWeights,
      loss,
      weights,
      intercepts,
      classes,
      outputCount,
      pieceRows,
      _blockRows,
      gradients,
      tails,
      begin,
      end,
    ) {
      const { f32 } = heap;
      const stride = strideOf(featureCount);
      const featureOf = (row: number, feature: number) => f32[samples / 4 + row * stride + feature]!;
      const shared = { sampleCount, featureCount, codes, sampleWeights, sideWeights, loss };
      const own = { weights, intercepts, classes, outputCount, pieceRows, gradients, tails, featureOf };
      for (let piece = begin; piece < end; piece++) sumPiece(heap, { ...shared, ...own }, piece);
    },
    sumParts(parts, partCount, partLength, sums, begin, end) {
      const { f32, f64 } = heap;
      for (let i = 4 * begin; i < 4 * end; i++) {
        let sum = 0;
        for (let part = 0; part < partCount; part++) sum += f32[parts / 4 + part * partLength + i]!;
        f64[sums / 8 + i] = sum;
      }
    },
    proximalSteps(
      headers,
      settings,
      values,
      slopes,
      strengths,
      factors,
      middles,
      images,
      bends,
      steps,
      begin,
      end,
    ) {
      const parameters = { values, slopes, strengths, bends, steps };
      const pointers = { headers, settings, factors, middles, images, ...parameters };
      for (let problem = begin; problem < end; problem++) solveStep(stepProblem(heap, problem, pointers));
    },
  };
}

/** Sums in float64 what the compiled kernel sums in float32. */
function sumPiece({ i32, f32, f64 }: Heap, pass: Pass, piece: number): void {
  const { sampleCount, featureCount, outputCount, featureOf, pieceRows } = pass;
  const stride = strideOf(featureCount);
  const lanes = 4 * Math.ceil(outputCount / 4);
  const features = new Float64Array(featureCount);
  const margins = new Float64Array(outputCount);
  const gradients = new Float64Array(outputCount * stride);
  const slopeSums = new Float64Array(outputCount);
  const losses = new Float64Array(outputCount);
  const classes = i32.subarray(pass.classes / 4, pass.classes / 4 + outputCount);
  const addLoss = OUTPUT_LOSSES[pass.loss]!;
  const isMultinomial = LINEAR_LOSSES[pass.loss] === 'multinomial';
  for (let row = piece * pieceRows; row < Math.min((piece + 1) * pieceRows, sampleCount); row++) {
    for (let feature = 0; feature < featureCount; feature++) features[feature] = featureOf(row, feature);
    for (let output = 0; output < outputCount; output++) {
      let margin = f32[pass.intercepts / 4 + output]!;
      const weights = pass.weights / 4 + output * stride;
      for (let feature = 0; feature < featureCount; feature++)
        margin += features[feature]! * f32[weights + feature]!;
      margins[output] = margin;
    }
    const code = i32[pass.codes / 4 + row]!;
    const sampleWeight = f32[pass.sampleWeights / 4 + row]!;
    const own = isMultinomial ? code : classes.indexOf(code);
    const weightOf = (output: number) =>
      isMultinomial
        ? sampleWeight
        : sampleWeight * f32[pass.sideWeights / 4 + (output === own ? lanes : 0) + output]!;
    addLoss(margins, own, weightOf, losses);
    for (let output = 0; output < outputCount; output++) {
      const slope = margins[output]!;
      slopeSums[output]! += slope;
      for (let feature = 0; feature < featureCount; feature++)
        gradients[output * stride + feature]! += slope * features[feature]!;
    }
  }
  f32.set(gradients, pass.gradients / 4 + piece * outputCount * stride);
  f64.set(slopeSums, pass.tails / 8 + piece * 2 * lanes);
  f64.set(losses, pass.tails / 8 + piece * 2 * lanes + lanes);
}

function strideOf(featureCount: number): number {
  return 8 * Math.ceil(featureCount / 8);
}
