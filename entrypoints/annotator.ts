import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAnnotator } from '../src/annotator/start-annotator.ts';

export default defineUnlistedScript({ main: startAnnotator });
