export { depthwiseConvolve, depthwiseConvolveBack } from './convolve';
export { depthwiseFilterGradient, sumDepthwiseParts } from './filter-gradient';
export { repeatValues, sumRepeats } from './repeat-channels';
