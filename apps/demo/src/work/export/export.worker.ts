import { expose } from 'comlink';
import { exportService } from './export-service.ts';

expose(exportService);
