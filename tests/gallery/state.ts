import type { TestPage } from '../browser/drive.ts';
import type { Sitting } from './sitting.ts';

/** A state of the interface worth looking at. */
export type State = {
  readonly title: string;
  readonly width?: number;
  readonly height?: number;
  /** Brings the state about, and gives the page that shows it. */
  readonly show: (page: TestPage, sitting: Sitting) => Promise<TestPage>;
};
