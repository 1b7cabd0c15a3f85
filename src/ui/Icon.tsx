/** Shapes on a grid of 16, drawn with lines in the colour of the text. */
const SHAPES = {
  back: 'M10 3 5 8l5 5',
  close: 'M4 4l8 8M12 4l-8 8',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  move: 'M8 2v12M2 8h12M8 2 6.3 3.7M8 2l1.7 1.7M8 14l-1.7-1.7M8 14l1.7-1.7M2 8l1.7-1.7M2 8l1.7 1.7M14 8l-1.7-1.7M14 8l-1.7 1.7',
  pin: 'M6 2.5h4l-.5 4.2 2.3 2.3H4.2l2.3-2.3zM8 9v4.5',
} as const;

export type IconName = keyof typeof SHAPES;

/** A small picture that says nothing of its own: what it stands on has a label. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
