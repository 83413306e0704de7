/** What a network can be exported as. */
export const MODEL_FORMATS = ['onnx', 'layers-model'] as const;

export type ModelFormat = (typeof MODEL_FORMATS)[number];
