import {
  abs,
  add,
  div,
  exp,
  expandDims,
  eye,
  log1p,
  matMul,
  max,
  maximum,
  mul,
  neg,
  relu,
  type Scalar,
  sqrt,
  square,
  sub,
  sum,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { TripletLoss } from './triplet.ts';

/** Squared distances below this have no gradient: that of their root would be infinite at 0. */
const LEAST_SQUARE = 1e-12;
/** Farther than any two images. */
const FAR = 1e9;

/** The triplet loss of a batch: the mean over all images that have a positive and a negative, 0 when there is none. */
export function tripletLoss(loss: TripletLoss, features: Tensor2D, targets: Tensor2D): Scalar {
  const distances = pairwiseDistances(features);
  const isSame: Tensor2D = matMul(targets, targets, false, true);
  const isOther: Tensor2D = sub(1, isSame);
  const isPositive: Tensor2D = mul(isSame, sub(1, eye(features.shape[0])));
  const farthest: Tensor1D = max(mul(distances, isPositive), 1);
  const nearest: Tensor1D = neg(max(neg(add(distances, mul(isSame, FAR))), 1));
  const difference: Tensor1D = sub(farthest, nearest);
  const excess = loss.margin === null ? softplus(difference) : relu(add(difference, loss.margin));
  const counts: Tensor1D = mul(max(isPositive, 1), max(isOther, 1));
  return div(sum(mul(excess, counts)), maximum(sum(counts), 1));
}

function pairwiseDistances(features: Tensor2D): Tensor2D {
  const squares: Tensor1D = sum(square(features), 1);
  const products: Tensor2D = matMul(features, features, false, true);
  const sums: Tensor2D = add(expandDims(squares, 0), expandDims(squares, 1));
  return sqrt(maximum(sub(sums, mul(products, 2)), LEAST_SQUARE));
}

/** `log(1 + exp(x))` that stays finite for large `x`. */
function softplus(x: Tensor1D): Tensor1D {
  return add(relu(x), log1p(exp(neg(abs(x)))));
}
