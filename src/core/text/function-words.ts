/** Words that say how a sentence is built, not what it is about. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again against all also although am among an and another any are around as at be because been before being ' +
    'below between both but by can could did do does doing down during each either else enough even ever every few for from further ' +
    'had has have having he her here hers him his how however i if in into is it its itself just least less like made make makes many ' +
    'may me might more most much must my neither no nor not now of off on once one only onto or other our out over own per rather ' +
    's said say says see seen she should since so some such t than that the their them then there these they this those though through ' +
    'thus to too toward towards under until up upon us very via was we well were what when where whether which while who whom whose ' +
    'why will with within without would yet you your'
  ).split(' '),
);

/** Whether a word, however it is written, only says how a sentence is built. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word.toLowerCase());
