import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startClipping } from '../src/clipping/start-clipping.ts';

export default defineUnlistedScript(startClipping);
