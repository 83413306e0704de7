export { seededDropout } from './dropout';
export { reluGradient } from './relu';
