export { winogradConvolve } from './convolve';
export { winogradFilter } from './filter';
export { winogradFilterBack } from './filter-back';
export { winogradFilterGradient } from './filter-gradient';
export { winogradInputs, winogradOutputs, winogradProducts } from './stages';
export { winogradOuterProducts, winogradPairs } from './gradient-stages';
