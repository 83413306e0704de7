export { reluGradient } from './relu';
