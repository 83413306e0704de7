import { scratch } from '../scratch';
import { floatOf } from './ordered-key';

/**
 * What the splits of a call are searched in, and by which rules; set once per call, so that the functions of the search
 * need not hand it on. Columns hold codes, bytes that stand for the values of a table, or keys, words that stand for
 * floats themselves. Codes lie in rows as well.
 */

export let rows: usize = 0;
export let columns: usize = 0;
export let values: usize = 0;
export let sampleCount: i32 = 0;
export let featureCount: i32 = 0;
export let classCount: i32 = 0;
export let isEntropy: bool = false;
export let isRandom: bool = false;
export let minSamplesLeaf: i32 = 1;
export let terms: usize = 0;

export function setData(
  rowsPointer: usize, columnsPointer: usize, valuesPointer: usize, samples: i32, features: i32, classes: i32,
): void {
  rows = rowsPointer;
  columns = columnsPointer;
  values = valuesPointer;
  sampleCount = samples;
  featureCount = features;
  classCount = classes;
}

export function setRules(entropy: i32, random: i32, minLeaf: i32, termsPointer: usize): void {
  isEntropy = entropy !== 0;
  isRandom = random !== 0;
  minSamplesLeaf = minLeaf;
  terms = termsPointer;
}

/** Whether columns hold codes; else they hold keys. */
export function areCodes(): bool {
  return rows !== 0;
}

/** Of a node at least this large, codes are read from columns: several of its samples share a line of a column. */
const COLUMN_SAMPLES = 2048;

/** Where the codes of a feature begin, for a node of some size. */
export function codesOf(feature: i32, count: i32): usize {
  return count < COLUMN_SAMPLES ? rows + <usize>feature : columns + <usize>feature * <usize>sampleCount;
}

/** How far the codes of two samples lie apart. */
export function codeStride(count: i32): usize {
  return count < COLUMN_SAMPLES ? <usize>featureCount : 1;
}

export function keysOf(feature: i32): usize {
  return columns + ((<usize>feature * <usize>sampleCount) << 2);
}

/** The feature's value that a code or a key stands for. */
export function valueOf(feature: i32, code: u32): f64 {
  return areCodes() ? <f64>load<f32>(values + (((<usize>feature << 8) | <usize>code) << 2)) : <f64>floatOf(code);
}

/** Scratch: 256 rows of 16 counts, a mark per code, and sums per class. */
export function histogram(): usize {
  return scratch;
}

export function marks(): usize {
  return scratch + 16_384;
}

export function digitCounts(): usize {
  return scratch + 16_384;
}

/** Weights of the classes in a node, `Float64Array`. */
export function classTotals(): usize {
  return scratch + 32_768;
}

/** Weights of the classes left of a boundary, `Float64Array`; behind the totals of as many classes as there may be. */
export function classLefts(): usize {
  return scratch + 262_144;
}
