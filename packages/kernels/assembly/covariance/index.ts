export { addByteProducts, addByteSums, packSamplePairs } from './byte-products';
export { addFloatProducts, addFloatSums, packCentredSamples } from './float-products';
export { clearSums, covarianceFromSums } from './from-sums';
