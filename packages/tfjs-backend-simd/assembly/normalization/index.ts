export { normalizationGradient, normalizationSlopes, normalizationSums } from './gradient';
export { momentsOfChannels, momentsOfParts } from './moments';
export { normalizationFactors, normalize } from './normalize';
