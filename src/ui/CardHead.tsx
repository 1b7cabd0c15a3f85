import type { HTMLAttributes } from 'preact';
import { useRef } from 'preact/hooks';
import type { DragStep } from '../core/card/drag.ts';
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
  /** Drags the pinned card. */
  readonly onDrag: (step: DragStep) => void;
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

/** Pointer handlers that tell how a pinned card is dragged. */
function useDrag({
  isPinned,
  onDrag,
}: CardFrame): Pick<
  HTMLAttributes<HTMLDivElement>,
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onLostPointerCapture'
> {
  const isDragged = useRef(false);
  if (!isPinned) return {};
  const tell = (phase: DragStep['phase'], { screenX, screenY }: Pick<PointerEvent, 'screenX' | 'screenY'>): void => {
    if (phase !== 'grabbed' && !isDragged.current) return;
    isDragged.current = phase !== 'dropped';
    onDrag({ phase, screenX, screenY });
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('button') !== null) return;
      // Otherwise the words would be selected, or those selected be dragged off, and the moves be lost.
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      tell('grabbed', event);
    },
    onPointerMove: (event) => {
      // It was let go elsewhere.
      if (event.buttons === 0) isDragged.current = false;
      tell('dragged', event);
    },
    onPointerUp: (event) => tell('dropped', event),
    onLostPointerCapture: () => {
      isDragged.current = false;
    },
  };
}
