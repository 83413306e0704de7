export { linearLossOfBytes, linearLossOfFloats } from './loss-pass';
export { proximalSteps } from './proximal-steps';
export { sumParts } from './sum-parts';
