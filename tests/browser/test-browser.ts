export type BrowserName = 'chromium' | 'firefox';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** What Playwright's and Puppeteer's frames have in common. */
export type TestFrame = {
  url(): string;
  evaluate<R, A>(run: (argument: A) => R, argument: A): Promise<Awaited<R>>;
  /** Runs a script that is a text. */
  evaluate(source: string): Promise<unknown>;
};

/** What their pages have in common, as far as the tests need it. */
export type TestPage = TestFrame & {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  close(): Promise<void>;
  frames(): TestFrame[];
  screenshot(options: {
    path: string;
    clip?: { x: number; y: number; width: number; height: number };
  }): Promise<unknown>;
  /** The page as it would be printed, a PDF file. */
  pdf(): Promise<Uint8Array>;
  /** Shows the page in the few colours of a high-contrast mode, where the browser can be told to. */
  forceColors?(): Promise<void>;
  readonly mouse: {
    move(x: number, y: number, options?: { steps?: number }): Promise<void>;
    click(x: number, y: number): Promise<void>;
    wheel(by: { x: number; y: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  readonly keyboard: {
    press(key: string): Promise<void>;
    type(text: string): Promise<void>;
    down(key: 'Shift' | 'Control'): Promise<void>;
    up(key: 'Shift' | 'Control'): Promise<void>;
  };
  /** A short touch with one finger. */
  tap(x: number, y: number): Promise<void>;
  /** Errors and warnings the page's console showed, and uncaught exceptions. */
  readonly complaints: string[];
  /** Shows the tab: browsers draw nothing in the others. */
  bringToFront(): Promise<void>;
  /** Everything the console showed, as "type: text", and uncaught exceptions. */
  readonly messages: string[];
  /** Has a script run in every document of this page before any script of its own. */
  preload(source: string): Promise<void>;
  /** The value of an expression that is a string, got without any object of the page, which may all be traps. */
  ask(expression: string): Promise<string>;
  /** Composes text as an input method does, step by step, where the browser can be told to. */
  compose?(steps: readonly string[], text: string): Promise<void>;
  /** Goes to one of the extension's own pages. */
  gotoOwnPage(url: string): Promise<void>;
  setInputFile(selector: string, path: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
};

export type TestBrowser = {
  readonly name: BrowserName;
  /** Origin of the extension's own pages; empty if none is installed. */
  readonly extensionOrigin: string;
  /** Opens a page; one that stands apart is drawn even while others are in front. */
  newPage(apart?: boolean): Promise<TestPage>;
  /** Installs an extension into the running browser, where that can be done. */
  install?(folder: string): Promise<unknown>;
  /** Where the driver does not end the browser with its own process. */
  readonly processId?: number | undefined;
  /** The addresses of all tabs. */
  addresses(): Promise<string[]>;
  /** Closes every tab that `newPage` opened, and those that pages opened. */
  closePages(): Promise<void>;
  readonly extensionControl: ExtensionControl;
  close(): Promise<void>;
};

/** What happens to an installed extension in its life. */
export type ExtensionControl = {
  /** Ends the background as the browser does when nothing has happened for a while. */
  stopBackground(): Promise<void>;
  /** Takes the extension away and puts it back, as an update does. */
  reload(): Promise<void>;
  /** Switches it off (Chromium) or takes it away (Firefox) under open tabs. */
  remove(): Promise<void>;
};

export type LaunchOptions = {
  /** Folder of a built extension; without one the browser starts bare. */
  readonly extension?: string;
  /** Leaves the page open that the extension opens when it is installed. */
  readonly keepsFirstRun?: boolean;
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** The language the browser speaks, whatever the machine does; American English otherwise. */
  readonly language?: string;
  /** Lets pages rest in the back/forward cache, which Playwright switches off. */
  readonly backForwardCache?: boolean;
  /** Puts the background to sleep after this time in Firefox, where nothing else can. */
  readonly backgroundIdleMs?: number;
  /** Has `performance.memory` tell the heap as it is, which Chromium rounds otherwise. */
  readonly preciseMemory?: boolean;
};

export const DEFAULT_LANGUAGE = 'en-US';
export const DEFAULT_VIEWPORT = { width: 1000, height: 800 };
