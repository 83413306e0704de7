import { createNeighborIndex } from '@fashion-mnist/kernels';

const references = { data: Float32Array.of(0, 2, 5, 5, 9, 9, 1, 0), shape: [4, 2] };
const queries = { data: Float32Array.of(4, 5), shape: [1, 2] };

const index = await createNeighborIndex(references);
const { indices, distances } = await index.search(queries, { neighborCount: 2 });
console.log(`nearest: ${indices.data.join(', ')}`);
console.log(`distances: ${distances.data.join(', ')}`);
await index.dispose();
