import type { ReportDocument } from '../report-json.ts';
import { startPage } from './start-page.ts';

const data = document.querySelector('#report')?.textContent ?? '{}';
startPage(JSON.parse(data) as ReportDocument);
