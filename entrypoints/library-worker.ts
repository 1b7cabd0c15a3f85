import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startLibraryWorker } from '../src/library/start-library-worker.ts';

export default defineUnlistedScript(() => startLibraryWorker(self));
