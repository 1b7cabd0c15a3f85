import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardView, FactView } from '../core/card/card-view.ts';
import type { CitationFormat } from '../core/card/citation-format.ts';
import { createDrag } from '../core/card/drag.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { FactCard } from './FactCard.tsx';
import { SampleText, type SampleMark } from './SampleText.tsx';

export type SampleTools = {
  readonly onOpen: (entity: EntityRef) => Promise<CardView | null>;
  readonly onCopy: (fact: FactView, format: CitationFormat) => Promise<boolean>;
  readonly urlOf: (card: CardView, fact: FactView) => string;
};

type Props = {
  readonly text: string;
  readonly mentions: readonly SampleMark[];
  readonly locale: string;
  readonly tools: SampleTools;
};

/** The box of the card, from the corner of the article, in CSS pixels. */
type Place = { readonly x: number; readonly y: number };
type Opened = Place & { readonly at: number; readonly cards: readonly CardView[]; readonly isPinned: boolean };

const WIDTH_PX = 400;
const GAP_PX = 6;

/** The pointer may be on its way from the name to the card. */
const LEAVE_MS = 250;

/** An article whose names open the real card: by resting on one, by focus, Enter or a click. Escape closes it. */
export function SampleArticle({ text, mentions, locale, tools }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wanted = useRef<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const stay = (): void => clearTimeout(leaving.current);
  const close = (): void => {
    stay();
    wanted.current = null;
    setOpened(null);
  };
  const leave = (): void => {
    stay();
    if (opened?.isPinned !== true) leaving.current = setTimeout(close, LEAVE_MS);
  };
  useEffect(() => {
    const closeByKey = ({ key }: KeyboardEvent): void => void (key === 'Escape' && close());
    document.addEventListener('keydown', closeByKey);
    return () => {
      document.removeEventListener('keydown', closeByKey);
      stay();
    };
  }, []);
  const open = async (at: number, mark: HTMLElement): Promise<void> => {
    stay();
    const mention = mentions[at];
    if (mention === undefined || wanted.current === at) return;
    wanted.current = at;
    const card = await tools.onOpen(mention.entity);
    // Meanwhile the pointer may have gone on to another name.
    if (card !== null && wanted.current === at)
      setOpened({ at, cards: [card], isPinned: false, ...placeBelow(mark, root.current) });
  };
  const follow = async (entity: EntityRef): Promise<void> => {
    const card = await tools.onOpen(entity);
    if (card !== null) setOpened((now) => now && { ...now, cards: [...now.cards, card] });
  };
  const move = (byX: number, byY: number): void =>
    setOpened((now) => now && { ...now, x: now.x + byX, y: now.y + byY });
  const drag = useRef(createDrag(move));
  const card = opened?.cards.at(-1);
  return (
    <div class="sample" ref={root}>
      <SampleText text={text} mentions={mentions} openAt={opened?.at ?? null} onOpen={open} onLeave={leave} />
      {opened !== null && card !== undefined && (
        <div
          class="sample-card"
          id="sample-card"
          style={{ left: `${opened.x}px`, top: `${opened.y}px` }}
          onPointerEnter={stay}
          onPointerLeave={leave}
        >
          <FactCard
            key={`${opened.at} ${opened.cards.length}`}
            card={card}
            locale={locale}
            frame={{
              isPinned: opened.isPinned,
              onBack: opened.cards.length > 1 ? () => setOpened({ ...opened, cards: opened.cards.slice(0, -1) }) : null,
              onPin: () => setOpened({ ...opened, isPinned: true }),
              onClose: close,
              onMove: move,
              onDrag: drag.current,
            }}
            tools={{
              onFollow: (entity) => void follow(entity),
              onCopy: tools.onCopy,
              urlOf: (fact) => tools.urlOf(card, fact),
            }}
            correctUrl={null}
          />
        </div>
      )}
    </div>
  );
}

/** Below the name, and not beyond the edge of the article. */
function placeBelow(mark: HTMLElement, root: HTMLElement | null): Place {
  const [box, base] = [mark.getClientRects()[0], root?.getBoundingClientRect()];
  if (box === undefined || base === undefined) return { x: 0, y: 0 };
  return { x: Math.max(0, Math.min(box.left - base.left, base.width - WIDTH_PX)), y: box.bottom - base.top + GAP_PX };
}
