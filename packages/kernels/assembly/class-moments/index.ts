export { addClassSums } from './byte-moments';
export { gaussianExponents } from './gaussian-exponents';
export { addWeightedPowers } from './weighted-moments';
