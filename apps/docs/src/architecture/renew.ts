import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFromRoot, root } from '../repository.ts';
import { filledBlock } from './filled-block.ts';
import { graphMarkdown } from './graph-markdown.ts';
import { importGraph } from './import-graph.ts';

const document = readFromRoot('ARCHITECTURE.md');
writeFileSync(join(root, 'ARCHITECTURE.md'), filledBlock(document, 'graph', graphMarkdown(importGraph())));
