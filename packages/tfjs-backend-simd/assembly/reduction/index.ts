export { softmax } from './softmax';
