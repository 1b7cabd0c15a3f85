import { startAnalystHost } from '../../src/analyst/start-analyst-host.ts';

startAnalystHost();
