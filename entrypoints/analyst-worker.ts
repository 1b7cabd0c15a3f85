import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAnalystWorker } from '../src/analyst/start-analyst-worker.ts';

export default defineUnlistedScript(() => startAnalystWorker(self));
