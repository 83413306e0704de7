export { drawValues } from './draw-values';
export { BYTES, INDICES, MAP, RESULT, VALUES, WORDS } from './memory';
export { philoxWords } from './philox-words';
export { sampleBilinear } from './sample-bilinear';
