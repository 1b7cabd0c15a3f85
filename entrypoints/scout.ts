import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startScout } from '../src/scout/start-scout.ts';

export default defineUnlistedScript(startScout);
