import { benchAnnotate } from './annotate/bench-annotate.ts';
import { benchCard } from './card/bench-card.ts';
import { benchPacks } from './packs/bench-packs.ts';
import { benchPage } from './page/bench-page.ts';
import { benchSearch } from './search/bench-search.ts';
import { benchSpotting } from './spotting/bench-spotting.ts';

const BENCHES: Readonly<Record<string, (write: boolean, flags: readonly string[]) => Promise<void>>> = {
  spotting: benchSpotting,
  page: benchPage,
  card: benchCard,
  packs: benchPacks,
  search: benchSearch,
  annotate: benchAnnotate,
};

const [name = '', ...flags] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  process.stderr.write(
    `Usage: npm run -s bench -- ${Object.keys(BENCHES).join('|')} [--write]; packs also takes --large\n`,
  );
  process.exitCode = 2;
} else await bench(flags.includes('--write'), flags);
