/** For arrays that a file brings anyway: Keras would draw them first, orthogonal ones slowly. */
export const ZEROS = { class_name: 'Zeros', config: {} };
