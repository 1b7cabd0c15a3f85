import 'wxt/browser';

declare module 'wxt/browser' {
  /** WXT generates a stricter type from the build; this one does without a generated file. */
  export interface WxtRuntime {
    getURL(path: string): string;
  }
}
