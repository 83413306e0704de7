export { adamUpdate } from './adam';
export { averageUpdate } from './average';
export { momentumUpdate } from './momentum';
