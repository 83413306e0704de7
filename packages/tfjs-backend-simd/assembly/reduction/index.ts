export { argMaximum } from './arg-maximum';
export { reduceMaximum, reduceMinimum, reduceSum } from './reduce';
export { softmax } from './softmax';
