import { library } from '@fashion-mnist/config/tsup';

export default library(['src/index.ts']);
