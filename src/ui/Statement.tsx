import { useEffect, useRef } from 'preact/hooks';
import type { FactView } from '../core/card/card-view.ts';
import type { EntityRef } from '../core/model/entity.ts';

/** How long a pointer rests on a name before its card opens; longer than on a page, since words are being read here. */
const DWELL_MS = 500;

type Props = {
  readonly fact: Pick<FactView, 'statement' | 'names'>;
  /** Where other names can be gone to. */
  readonly onFollow?: ((entity: EntityRef) => void) | undefined;
};

/** The sentence of a fact, in which the other names it is about can be opened. */
export function Statement({ fact: { statement, names }, onFollow }: Props) {
  if (onFollow === undefined || names.length === 0)
    return (
      <p class="fact-statement" dir="auto">
        {statement}
      </p>
    );
  const pieces = names.flatMap(({ start, end, entity }, position) => [
    statement.slice(names[position - 1]?.end ?? 0, start),
    <NameLink key={start} text={statement.slice(start, end)} onOpen={() => onFollow(entity)} />,
  ]);
  return (
    <p class="fact-statement" dir="auto">
      {pieces}
      {statement.slice(names.at(-1)?.end ?? 0)}
    </p>
  );
}

function NameLink({ text, onOpen }: { readonly text: string; readonly onOpen: () => void }) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = (): void => clearTimeout(timer.current);
  useEffect(() => stop, []);
  return (
    <button
      type="button"
      class="name-link"
      onClick={onOpen}
      onPointerMove={(event) => {
        // The browser repeats the last move when something else comes under a pointer at rest.
        if (event.pointerType === 'touch' || (event.movementX === 0 && event.movementY === 0)) return;
        stop();
        timer.current = setTimeout(onOpen, DWELL_MS);
      }}
      onPointerLeave={stop}
    >
      {text}
    </button>
  );
}
