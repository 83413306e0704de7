import { describeGoldenLayers } from '../testing/golden-layers.ts';
import { useCpu } from '../testing/use-cpu.ts';

useCpu();
describeGoldenLayers();
