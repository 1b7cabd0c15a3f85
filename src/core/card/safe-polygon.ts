export type Point = { readonly x: number; readonly y: number };
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Slack around the card, so that a path along its edge counts as inside. */
const SLACK_PX = 6;

/**
 * Whether a pointer that left a mark at `from` and is now at `at` is on its way to the card: inside the triangle or trapezium
 * between the place it left and the near side of the card. CSS pixels of the viewport.
 */
export function isOnTheWay(from: Point, at: Point, card: Box): boolean {
  const left = card.left - SLACK_PX;
  const right = card.right + SLACK_PX;
  if (at.x >= left && at.x <= right && at.y >= card.top - SLACK_PX && at.y <= card.bottom + SLACK_PX) return true;
  const edge = from.y <= card.top ? card.top : from.y >= card.bottom ? card.bottom : null;
  if (edge === null) return isBeside(from, at, card);
  return isInTriangle(
    at,
    { x: from.x, y: from.y + (from.y <= edge ? -SLACK_PX : SLACK_PX) },
    { x: left, y: edge },
    { x: right, y: edge },
  );
}

/** The card stands left or right of the mark. */
function isBeside(from: Point, at: Point, card: Box): boolean {
  const edge = from.x <= card.left ? card.left : card.right;
  return isInTriangle(at, from, { x: edge, y: card.top - SLACK_PX }, { x: edge, y: card.bottom + SLACK_PX });
}

function isInTriangle(point: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [side(point, a, b), side(point, b, c), side(point, c, a)];
  return sides.every((value) => value >= 0) || sides.every((value) => value <= 0);
}

const side = (point: Point, a: Point, b: Point): number =>
  (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
