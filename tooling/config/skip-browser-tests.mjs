import { beforeEach } from 'vitest';

beforeEach(({ skip }) => skip('no Chromium on this machine'));
