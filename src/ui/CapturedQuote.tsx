import type { Capture } from '../core/capture/capture.ts';

type Props = { readonly capture: Pick<Capture, 'quote' | 'sentence' | 'intent'> };

/** The selected words; to be followed, within their sentence. */
export function CapturedQuote({ capture: { quote, sentence, intent } }: Props) {
  const at = intent === 'follow' ? sentence.indexOf(quote) : -1;
  return (
    <blockquote class="captured-quote" dir="auto">
      {at < 0 ? (
        quote
      ) : (
        <>
          {sentence.slice(0, at)}
          <mark>{quote}</mark>
          {sentence.slice(at + quote.length)}
        </>
      )}
    </blockquote>
  );
}
