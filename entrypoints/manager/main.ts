import { startManager } from '../../src/manager/start-manager.tsx';

await startManager(document.querySelector('#app'));
