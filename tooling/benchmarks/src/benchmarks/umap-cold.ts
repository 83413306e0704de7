import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { programContenders } from '../cold/program-contender.ts';
import { imageFiles } from '../data/image-files.ts';
import { imageCountText } from '../embedding/image-count-text.ts';
import { qualityComparisons } from '../embedding/quality-comparisons.ts';
import { timeComparison } from '../embedding/time-comparison.ts';
import { WARM_UP_COUNT } from '../embedding/warmed.ts';
import { pythonModule, runPython } from '../peers/run-python.ts';
import type { Benchmark, Comparison } from '../runner/benchmark.ts';

const PROGRAM = fileURLToPath(new URL('../cold/umap-program.ts', import.meta.url));
const EPOCHS = '200';
const SPEED = { floor: 4, aim: 8 };
const MEMORY_SHARE = 0.25;

/** What a user waits for who starts a program: it loads, compiles, starts threads, reads, computes and writes. */
export const umapCold: Benchmark = {
  name: 'umap-cold',
  question: 'How long from the start of a process to a file with the UMAP map, and how much memory?',
  rounds: 3,
  async prepare(cleanup, { imageCount = 70_000 }) {
    const images = await imageFiles(imageCount, cleanup);
    const fewImages = await imageFiles(Math.min(imageCount, WARM_UP_COUNT), cleanup);
    const [ourPath, peerPath] = [images.pathFor('our-map'), images.pathFor('peer-map')];
    const ours = programContenders({ name: 'umap' }, { images, fewImages, mapPath: ourPath }, runOurs);
    const found = await pythonModule('umap');
    const name = 'umap-learn';
    const absent = 'reason' in found ? { name, reason: found.reason } : undefined;
    const versions = 'version' in found ? `${name} ${found.version}` : '';
    const peer = programContenders(
      { name, versions },
      { images, fewImages, mapPath: peerPath },
      runUmapLearn,
    );
    const memory: Comparison = {
      title: 'peak memory of the process',
      unit: 'MB',
      contenders: [ours.memory, absent ?? peer.memory],
      targets: [{ of: ours.memory.name, to: peer.memory.name, bound: { atMost: MEMORY_SHARE } }],
    };
    return [
      timeComparison(`time, ${imageCountText(imageCount)}`, ours.time, absent ?? peer.time, SPEED),
      memory,
      ...(await qualityComparisons(
        images,
        { contender: ours.time, path: ourPath },
        { contender: absent ?? peer.time, path: peerPath },
      )),
    ];
  },
};

async function runOurs(imagesPath: string, mapPath: string): Promise<string> {
  const args = [...process.execArgv, PROGRAM, imagesPath, EPOCHS, mapPath];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}

function runUmapLearn(imagesPath: string, mapPath: string): Promise<string> {
  return runPython('umap_learn_cold.py', [imagesPath, EPOCHS, mapPath]);
}
