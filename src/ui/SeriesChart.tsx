import type { Series } from '../core/card/series.ts';
import { formatLooseDate } from './format-date.ts';

type Props = { readonly series: Series; readonly locale: string };

const [WIDTH, HEIGHT, EDGE] = [300, 64, 5];

/** Numbers over time as a small line, and as a table for whoever cannot see it or wants the figures. */
export function SeriesChart({ series: { kind, unit, points }, locale }: Props) {
  const times = points.map(({ date }) => timeOf(date));
  const [first = 0, last = 1] = [times[0], times.at(-1)];
  const top = Math.max(...points.map(({ number }) => number), 0) || 1;
  const places = points.map(({ number }, position) => ({
    x: EDGE + ((times[position] ?? first) - first) * ((WIDTH - 2 * EDGE) / (last - first || 1)),
    y: HEIGHT - EDGE - Math.max(0, number) * ((HEIGHT - 2 * EDGE) / top),
  }));
  const figure = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const title = `${kind.replaceAll('-', ' ')}, ${unit}`;
  return (
    <figure class="series">
      <figcaption class="quiet">{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} class="series-line" aria-hidden="true">
        <polyline points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {places.map(({ x, y }) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="3" />
        ))}
      </svg>
      <details>
        <summary class="quiet">
          {figure.format(points[0]?.number ?? 0)} → {figure.format(points.at(-1)?.number ?? 0)}
        </summary>
        <table class="series-table">
          <tbody>
            {points.map(({ date, number, fact }) => (
              <tr key={fact}>
                <th scope="row">{formatLooseDate(date, locale)}</th>
                <td>{new Intl.NumberFormat(locale).format(number)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The beginning of a date as a number to draw at. */
const timeOf = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
};
