export { convolveGray } from './convolve';
export { filterGradientGray, sumGrayParts } from './filter-gradient';
export { inputGradientGray } from './input-gradient';
