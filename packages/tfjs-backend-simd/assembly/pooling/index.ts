export { averagePool, averagePoolGradient } from './average';
export { maxPool } from './maximum';
export { maxPoolGradient } from './maximum-gradient';
