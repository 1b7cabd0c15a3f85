import { benchCard } from './card/bench-card.ts';
import { benchPage } from './page/bench-page.ts';
import { benchSpotting } from './spotting/bench-spotting.ts';

const BENCHES: Readonly<Record<string, (write: boolean) => Promise<void>>> = {
  spotting: benchSpotting,
  page: benchPage,
  card: benchCard,
};

const [name = '', ...flags] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  process.stderr.write(`Usage: npm run -s bench -- ${Object.keys(BENCHES).join('|')} [--write]\n`);
  process.exitCode = 2;
} else await bench(flags.includes('--write'));
