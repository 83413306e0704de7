import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeApi } from './api/write-api.ts';

const out = fileURLToPath(new URL('../site/generated/api', import.meta.url));
rmSync(out, { recursive: true, force: true });
await writeApi(out);
