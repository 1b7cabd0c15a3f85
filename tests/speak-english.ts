import { makeI18n } from './fixtures/speak.ts';

// Where the extension's pages find a browser, the unit tests find one that knows English texts and nothing else.
Object.assign(globalThis, { chrome: { i18n: await makeI18n('en', 'en-US') } });
