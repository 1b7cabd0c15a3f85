import { testBackgroundKills } from './kill-background.ts';
import { testBrowserKills } from './kill-browser.ts';

testBrowserKills('firefox');
testBackgroundKills('firefox');
