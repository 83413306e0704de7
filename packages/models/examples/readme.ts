import { accuracyScore, KNeighborsClassifier } from '@fashion-mnist/models';

const x = { data: Uint8Array.of(0, 10, 20, 0, 250, 240, 230, 255), shape: [4, 2] };
const y = Uint8Array.of(3, 3, 7, 7);

const knn = await new KNeighborsClassifier({ nNeighbors: 2 }).fit(x, y);
const predicted = await knn.predict({ data: Uint8Array.of(5, 5, 200, 200, 90, 90), shape: [3, 2] });
console.log(`predicted: ${predicted.join(', ')}`);
console.log(`accuracy: ${accuracyScore(Uint8Array.of(3, 7, 3), predicted)}`);
