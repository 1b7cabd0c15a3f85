import { startSidepanel } from '../../src/sidepanel/start-sidepanel.tsx';

await startSidepanel(document.querySelector('#app'));
