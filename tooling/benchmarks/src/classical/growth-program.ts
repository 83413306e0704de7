import { createWorkerPool } from '@fashion-mnist/kernels';
import { peakBytes } from '../memory/peak-bytes.ts';
import { THREADS } from '../threads.ts';
import { FAMILIES } from './families.ts';
import { ourClassifier } from './our-classifier.ts';
import { splitImages } from './split-images.ts';

/** Fits the first configuration of a family once, predicts the test images, and says what it took. */
const [, , family = '', trainCount = ''] = process.argv;
const contest = FAMILIES.find(({ name }) => name === family)?.contests[0];
if (contest === undefined) throw new Error(`there is no family ${family}`);
const pool = await createWorkerPool({ threads: THREADS });
const ours = await ourClassifier(contest, await splitImages({ trainCount: Number(trainCount) }), pool);
const fitMs = await ours.fit.measure();
const predictMs = await ours.predict.measure();
console.log(JSON.stringify({ fitMs, predictMs, peakMb: peakBytes() / 1e6 }));
await pool.dispose();
