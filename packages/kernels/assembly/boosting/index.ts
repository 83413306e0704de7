export { countBins, groupBytes, mapBins } from './bins';
export { findByteSplits } from './byte-splits';
export { packEntries } from './entries';
export { softmaxGradients } from './losses';
export { partitionRows, sumNodes } from './nodes';
export { findRankSplits } from './rank-splits';
export { binFloats, rankFloats } from './ranks';
export { addByteTrees, addFloatTrees } from './trees';
