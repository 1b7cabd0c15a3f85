import { testSavedPages } from './saved-pages.ts';

testSavedPages('firefox');
