import type { Heap } from '../../compute/heap.ts';
import type { SvmKernels } from '../../kernels-of/svm.ts';
import { type KernelFunction, kernelOf, RBF } from './kernel-function.ts';
import { takeTurn } from './solve-pairs.ts';
import { type Coordinates, compare, plainVector, readVector, writeVector } from './vectors.ts';

const GROUP_ROWS = 16;

export function svmTwins(heap: Heap): SvmKernels {
  return {
    packKernelVectors(...args) {
      const [coordinates, kernel] = problemOf(args);
      const [members, count, lanes, blocks, offsets, diagonals, begin, end] = args.slice(11) as EightNumbers;
      const nothing = {
        values: new Float32Array(coordinates.featureCount),
        offset: 0,
        diagonal: 1,
      };
      for (let i = begin * lanes; i < end * lanes; i++) {
        const vector =
          i < count ? plainVector(heap, coordinates, kernel, heap.i32[members / 4 + i]!) : nothing;
        writeVector(heap, kernel.areFloats, blocks, lanes, i, vector.values);
        if (kernel.kind === RBF && !kernel.areFloats) heap.i32[offsets / 4 + i] = vector.offset;
        else heap.f32[offsets / 4 + i] = vector.offset;
        heap.f32[diagonals / 4 + i] = vector.diagonal;
      }
    },

    solveKernelPairs(...args) {
      const [coordinates, kernel] = problemOf(args);
      const [members, boxes, pairs, pairCount, queue, duals, outcomes] = args.slice(11, 18) as EightNumbers;
      const [workspaces, workspaceBytes, workspaceCount, largestPair] = args.slice(18, 22) as EightNumbers;
      const [tolerance, mostSteps, stepsPerTurn, begin, end] = args.slice(24) as EightNumbers;
      const where = { members, boxes, pairs, pairCount, queue, duals, outcomes };
      const work = { workspaces, workspaceBytes, workspaceCount, largestPair };
      const problem = { ...where, ...work, tolerance, mostSteps, stepsPerTurn };
      for (let turn = begin; turn < end; turn++) takeTurn(heap, coordinates, kernel, problem);
    },

    decideKernelPairs(...args) {
      const [quads, rowOffsets, rowCount, panels, panelOffsets, unitCount] = args;
      const [areFloats, kind, factor, degree] = args.slice(6, 10) as EightNumbers;
      const [starts, classCount, coefficients, width, intercepts, decisions, begin, end] = args.slice(
        10,
      ) as EightNumbers;
      const { i32, f32, f64 } = heap;
      const kernel = { areFloats: areFloats === 1, kind, factor, degree };
      const featureCount = kernel.areFloats ? unitCount : 2 * unitCount;
      const offsetsOf = kind === RBF && !kernel.areFloats ? i32 : f32;
      const pairCount = (classCount * (classCount - 1)) / 2;
      const vectors = Array.from({ length: i32[starts / 4 + classCount]! }, (_, at) =>
        readVector(heap, kernel.areFloats, featureCount, panels, 8, at),
      );
      for (let row = begin * GROUP_ROWS; row < Math.min(rowCount, end * GROUP_ROWS); row++) {
        const one = readVector(heap, kernel.areFloats, featureCount, quads, 4, row);
        const out = f64.subarray(decisions / 8 + row * pairCount, decisions / 8 + (row + 1) * pairCount);
        out.set(f64.subarray(intercepts / 8, intercepts / 8 + pairCount));
        for (let label = 0; label < classCount; label++) {
          for (let at = i32[starts / 4 + label]!; at < i32[starts / 4 + label + 1]!; at++) {
            const { product, distance } = compare(one, vectors[at]!);
            const [a, b] = [offsetsOf[rowOffsets / 4 + row]!, offsetsOf[panelOffsets / 4 + at]!];
            const value = kernelOf(kernel, product, distance, a, b);
            for (let column = 0; column < classCount - 1; column++) {
              const against = column < label ? column : column + 1;
              const weight = f32[coefficients / 4 + at * width + column]!;
              out[pairIndex(Math.min(label, against), Math.max(label, against), classCount)]! +=
                weight * value;
            }
          }
        }
      }
    },
  };
}

type EightNumbers = [number, number, number, number, number, number, number, number];

function problemOf(args: readonly number[]): [Coordinates, KernelFunction] {
  const [samples = 0, areBytes = 0, featureCount = 0, multipliers = 0, shifts = 0, skews = 0] = args;
  const [areFloats = 0, kind = 0, factor = 0, constant = 0, degree = 0] = args.slice(6);
  return [
    { samples, areBytes, featureCount, multipliers, shifts, skews, constant },
    { areFloats: areFloats === 1, kind, factor, degree },
  ];
}

function pairIndex(low: number, high: number, classCount: number): number {
  return low * classCount - (low * (low + 1)) / 2 + high - low - 1;
}
