import { library } from '@fashion-mnist/config/tsup';

export default library(['src/index.ts', 'src/decompress/node.ts', 'src/decompress/web.ts']);
