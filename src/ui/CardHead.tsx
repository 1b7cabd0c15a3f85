import type { HTMLAttributes } from 'preact';
import { useRef } from 'preact/hooks';
import type { EntityView } from '../core/card/card-view.ts';
import { t } from '../locales/translate.ts';
import { Icon } from './Icon.tsx';

/** What a card can do as a box on a page. */
export type CardFrame = {
  readonly isPinned: boolean;
  /** Null on the first card, from which there is no way back. */
  readonly onBack: (() => void) | null;
  readonly onPin: () => void;
  readonly onClose: () => void;
  /** Moves the pinned card by CSS pixels. */
  readonly onMove: (byX: number, byY: number) => void;
};

type Props = { readonly entity: EntityView; readonly frame: CardFrame };

/** One press of an arrow key moves the card by this much. */
const STEP_PX = 24;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP_PX, 0],
  ArrowRight: [STEP_PX, 0],
  ArrowUp: [0, -STEP_PX],
  ArrowDown: [0, STEP_PX],
};

/** Who the card is about, and the buttons of its box. A pinned one is dragged by this. */
export function CardHead({ entity, frame }: Props) {
  return (
    <header class="card-head" data-pinned={frame.isPinned}>
      <div class="card-title" {...useDrag(frame)}>
        {frame.onBack !== null && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('card.back')}
            title={t('card.back')}
            onClick={frame.onBack}
          >
            <Icon name="back" />
          </button>
        )}
        <h1 class="card-name" id="card-name" dir="auto" tabIndex={-1}>
          {entity.name}
        </h1>
        <span class="card-type">{t(`type.${entity.type}`)}</span>
        <span class="card-buttons">
          {frame.isPinned ? <PinnedButtons frame={frame} /> : <PinButton onPin={frame.onPin} />}
        </span>
      </div>
      {entity.description !== '' && (
        <p class="card-description" dir="auto">
          {entity.description}
        </p>
      )}
    </header>
  );
}

function PinButton({ onPin }: Pick<CardFrame, 'onPin'>) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t('card.keepOpen')}
      title={t('card.keepOpen')}
      onClick={onPin}
    >
      <Icon name="pin" />
    </button>
  );
}

function PinnedButtons({ frame: { onMove, onClose } }: Pick<Props, 'frame'>) {
  const label = t('card.move');
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        onKeyDown={(event) => {
          const by = ARROWS[event.key];
          if (by === undefined) return;
          event.preventDefault();
          onMove(...by);
        }}
      >
        <Icon name="move" />
      </button>
      <button type="button" class="icon-button" aria-label={t('card.close')} title={t('card.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </>
  );
}

type Drag = { readonly x: number; readonly y: number };

/** Pointer handlers that tell how far a pinned card is dragged. Of the screen, since the card moves under the pointer. */
function useDrag({
  isPinned,
  onMove,
}: CardFrame): Pick<
  HTMLAttributes<HTMLDivElement>,
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onLostPointerCapture'
> {
  const last = useRef<Drag | null>(null);
  if (!isPinned) return {};
  const follow = ({ screenX: x, screenY: y }: Pick<PointerEvent, 'screenX' | 'screenY'>): void => {
    if (last.current === null) return;
    onMove(x - last.current.x, y - last.current.y);
    last.current = { x, y };
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('button') !== null) return;
      // Otherwise the words would be selected, or those selected be dragged off, and the moves be lost.
      event.preventDefault();
      last.current = { x: event.screenX, y: event.screenY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: follow,
    // In Chromium the page around the frame gets some of the moves; where the pointer is let go the card hears.
    onPointerUp: follow,
    onLostPointerCapture: () => {
      last.current = null;
    },
  };
}
