import { testFullDisk } from './fill-disk.ts';
import { testBackgroundKills } from './kill-background.ts';
import { testBrowserKills } from './kill-browser.ts';

testBrowserKills('chromium');
testBackgroundKills('chromium');
testFullDisk('chromium');
