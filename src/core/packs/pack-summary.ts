import type { PrivacyLevel } from '../model/privacy.ts';

/** An installed pack as a list shows it. */
export type PackSummary = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly published: string;
  readonly publisher: string;
  readonly entities: number;
  readonly facts: number;
  readonly sources: number;
  readonly privacy: PrivacyLevel;
};
