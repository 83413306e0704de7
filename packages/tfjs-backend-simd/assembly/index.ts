export * from './convolution';
export * from './depthwise';
export * from './math';
export * from './products';
export { constantsEnd, setScratch } from './scratch';
