export { constantsEnd, setScratch } from './scratch';
export * from './conversion';
