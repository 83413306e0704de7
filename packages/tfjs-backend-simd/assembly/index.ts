export * from './losses';
export * from './math';
export * from './movement';
export * from './normalization';
export * from './pooling';
export * from './reduction';
export { constantsEnd, setScratch } from './scratch';
export * from './updates';
