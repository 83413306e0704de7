import { usePackages } from './use-packages.js';

console.log(JSON.stringify(await usePackages()));
