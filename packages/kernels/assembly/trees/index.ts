export { codeFloats, orderFloats, transposeCodes } from './columns';
export { drawSamples } from './draw-samples';
export { growTrees } from './grow';
export { applySplits } from './partition';
export { searchSplits } from './split';
export { addVotesOfBytes, addVotesOfFloats } from './votes';
