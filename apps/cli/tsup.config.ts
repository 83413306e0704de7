import { library } from '@fashion-mnist/config/tsup';

export default library(['src/main.ts', 'src/tour/learn.worker.ts'], {
  platform: 'node',
  dts: false,
  banner: { js: '#!/usr/bin/env node' },
});
