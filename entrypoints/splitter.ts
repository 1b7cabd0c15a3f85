import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startSplitter } from '../src/annotator/start-splitter.ts';

export default defineUnlistedScript(startSplitter);
