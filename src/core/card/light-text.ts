/** Text lighter than this stands on something dark. Orange, the lightest colour that is read on white, has 0.48. */
const LIGHT_TEXT = 0.5;

/**
 * Whether text of this computed colour is light, and so stands on something dark: backgrounds may be pictures, gradients or not
 * there at all, but text has to be read on them. A colour that is not given as `rgb()` counts as dark.
 */
export function isLightText(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = /^rgba?\(/.test(color) ? (color.match(/[\d.]+/g) ?? []).map(Number) : [];
  // Relative luminance as WCAG 2.2 defines it.
  const luminance = 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
  return luminance > LIGHT_TEXT;
}

function toLinear(channel: number): number {
  const part = channel / 255;
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
