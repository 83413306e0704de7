import { loadModel, makePipeline, StandardScaler, SVC, saveModel } from '@fashion-mnist/models';

// Eight pictures of 2 x 2 pixels: bright above, or bright below.
const above = [250, 240, 10, 0, 230, 255, 20, 5, 255, 200, 30, 0, 210, 220, 0, 25];
const below = [10, 0, 250, 240, 20, 5, 230, 255, 30, 0, 255, 200, 0, 25, 210, 220];
const x = { data: Uint8Array.of(...above, ...below), shape: [8, 2, 2] };
const y = Uint8Array.of(3, 3, 3, 3, 7, 7, 7, 7);

const model = await makePipeline(new StandardScaler(), new SVC({ C: 10 })).fit(x, y);
const file = await saveModel(model);
const restored = await loadModel(file);
const predicted = await restored.predict({ data: Uint8Array.of(0, 40, 200, 180), shape: [1, 2, 2] });
console.log(`predicted: ${predicted.join()}, of the classes ${restored.classes.join(' and ')}`);
console.log(`accuracy on what it learned from: ${await restored.score(x, y)}`);
