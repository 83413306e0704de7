import { usePackages } from './use-packages.js';

globalThis.used = usePackages().catch((error) => ({ error: String(error?.stack ?? error) }));
