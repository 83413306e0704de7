export { learnOneAgainstRest } from './learn';
export { projectOnProblems } from './problem-products';
export { prepareRows } from './rows';
