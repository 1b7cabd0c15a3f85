import { startPopup } from '../../src/popup/start-popup.tsx';

await startPopup(document.querySelector('#app'));
