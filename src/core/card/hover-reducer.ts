/**
 * The life of a hover card as a pure state machine, after MediaWiki's Page Previews: a pointer that rests on a mark for
 * the dwell opens the card, one that leaves has a grace in which it may reach the card. Every wait carries a token; an
 * answer whose token is no longer current is ignored, so that a late timer can neither open nor close anything.
 */

/** Wait before any work, and before anything shows (Page Previews: 150 ms to the request). */
export const DWELL_MS = 150;
/** Wait between leaving and closing (Page Previews: 300 ms). */
export const GRACE_MS = 300;

export type HoverState<M> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'dwelling'; readonly mark: M; readonly token: number }
  | { readonly phase: 'open'; readonly mark: M }
  /** Opened by key, click or tap: stays whatever the pointer does. */
  | { readonly phase: 'held'; readonly mark: M }
  | { readonly phase: 'leaving'; readonly mark: M; readonly token: number }
  /** Another mark is under the pointer while a card is open. */
  | { readonly phase: 'switching'; readonly mark: M; readonly next: M; readonly token: number };

export type HoverEvent<M> =
  | { readonly type: 'pointer-over-mark'; readonly mark: M }
  | { readonly type: 'held'; readonly mark: M }
  | { readonly type: 'pointer-off-marks' }
  | { readonly type: 'pointer-over-card' }
  | { readonly type: 'waited'; readonly token: number }
  | { readonly type: 'dismissed' }
  /** The card is kept open by somebody else from now on. */
  | { readonly type: 'released' };

export type HoverEffect<M> =
  | { readonly type: 'wait'; readonly ms: number; readonly token: number }
  | { readonly type: 'open'; readonly mark: M }
  /** While passing, the pointer only went on: another card may well follow. */
  | { readonly type: 'close'; readonly isPassing: boolean };

export type HoverStep<M> = { readonly state: HoverState<M>; readonly effects: readonly HoverEffect<M>[] };

export const IDLE = { phase: 'idle' } as const;

/** The next state and what is to be done. `token` must be a number not used before. */
export function reduceHover<M>(state: HoverState<M>, event: HoverEvent<M>, token: number): HoverStep<M> {
  switch (event.type) {
    case 'pointer-over-mark':
      return enterMark(state, event.mark, token);
    case 'held':
      return hold(state, event.mark);
    case 'pointer-off-marks':
      return leave(state, token);
    case 'pointer-over-card':
      return state.phase === 'leaving' || state.phase === 'switching'
        ? stay({ phase: 'open', mark: state.mark })
        : stay(state);
    case 'waited':
      return endWait(state, event.token);
    case 'released':
      return stay(IDLE);
    case 'dismissed':
      return { state: IDLE, effects: isShown(state) ? [{ type: 'close', isPassing: false }] : [] };
  }
}

const isShown = <M>({ phase }: HoverState<M>): boolean => phase !== 'idle' && phase !== 'dwelling';

const stay = <M>(state: HoverState<M>): HoverStep<M> => ({ state, effects: [] });

function enterMark<M>(state: HoverState<M>, mark: M, token: number): HoverStep<M> {
  const dwell = { type: 'wait', ms: DWELL_MS, token } as const;
  switch (state.phase) {
    case 'held':
      return stay(state);
    case 'idle':
      return { state: { phase: 'dwelling', mark, token }, effects: [dwell] };
    case 'dwelling':
      return state.mark === mark ? stay(state) : { state: { phase: 'dwelling', mark, token }, effects: [dwell] };
    case 'open':
    case 'leaving':
      if (state.mark === mark) return stay({ phase: 'open', mark });
      return { state: { phase: 'switching', mark: state.mark, next: mark, token }, effects: [dwell] };
    case 'switching':
      if (state.mark === mark) return stay({ phase: 'open', mark });
      if (state.next === mark) return stay(state);
      return { state: { phase: 'switching', mark: state.mark, next: mark, token }, effects: [dwell] };
  }
}

function hold<M>(state: HoverState<M>, mark: M): HoverStep<M> {
  return {
    state: { phase: 'held', mark },
    effects: [...(isShown(state) ? [{ type: 'close', isPassing: true } as const] : []), { type: 'open', mark }],
  };
}

function leave<M>(state: HoverState<M>, token: number): HoverStep<M> {
  switch (state.phase) {
    case 'idle':
    case 'held':
    case 'leaving':
      return stay(state);
    case 'dwelling':
      return stay(IDLE);
    case 'open':
    case 'switching':
      return { state: { phase: 'leaving', mark: state.mark, token }, effects: [{ type: 'wait', ms: GRACE_MS, token }] };
  }
}

function endWait<M>(state: HoverState<M>, token: number): HoverStep<M> {
  if (state.phase === 'idle' || state.phase === 'open' || state.phase === 'held' || state.token !== token)
    return stay(state);
  switch (state.phase) {
    case 'dwelling':
      return { state: { phase: 'open', mark: state.mark }, effects: [{ type: 'open', mark: state.mark }] };
    case 'leaving':
      return { state: IDLE, effects: [{ type: 'close', isPassing: true }] };
    case 'switching':
      return {
        state: { phase: 'open', mark: state.next },
        effects: [
          { type: 'close', isPassing: true },
          { type: 'open', mark: state.next },
        ],
      };
  }
}
