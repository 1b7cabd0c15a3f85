import { apply } from './apply.ts';
import { build } from './build.ts';
import { diff } from './diff.ts';
import { facts } from './facts.ts';
import { fromCsv } from './from-csv.ts';
import { lint } from './lint.ts';
import type { PackCommand } from './pack-command.ts';
import { patch } from './patch.ts';
import { stats } from './stats.ts';
import { keygen } from '../publishing/keygen.ts';
import { serve } from '../publishing/serve.ts';
import { sign } from '../publishing/sign.ts';
import { verify } from '../publishing/verify.ts';

/** Every command of `pack` by its name. A new one needs a file and a line here. */
export const PACK_COMMANDS: Readonly<Record<string, PackCommand>> = {
  lint,
  stats,
  facts,
  diff,
  patch,
  apply,
  build,
  'from-csv': fromCsv,
  keygen,
  sign,
  verify,
  serve,
};
