import { rmSync } from 'node:fs';
import { abandonedApiReports, staleApiReports } from './api-reports.ts';

for (const path of staleApiReports(true)) console.log(`renewed: ${path}`);
for (const path of abandonedApiReports()) {
  rmSync(path);
  console.log(`removed: ${path}`);
}
