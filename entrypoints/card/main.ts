import { startCard } from '../../src/card/start-card.tsx';

startCard(document.querySelector('#app'));
