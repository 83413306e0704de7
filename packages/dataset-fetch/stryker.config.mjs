import { mutationTests } from '@fashion-mnist/config/stryker';

export default mutationTests();
