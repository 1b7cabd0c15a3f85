import preact from '@preact/preset-vite';
import { resolve } from 'node:path';
import type { I18nOptions } from '@wxt-dev/i18n/module';
import { mergeConfig, type Plugin } from 'vite';
import { defineConfig, type UserManifest } from 'wxt';
import { makePatternsLate } from './src/building/late-patterns.ts';

const EVERY_WEB_PAGE = ['http://*/*', 'https://*/*'];

const TEXTS: I18nOptions = { localesDir: resolve('src/locales') };

/**
 * Nothing from anywhere but the extension itself; no inline script or style, no eval, no plug-in. Packs are fetched by the
 * background only.
 */
const EXTENSION_PAGES_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  // Packs come from wherever their users subscribe to them; loopback is for authors who try theirs (`pack serve`).
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

export default defineConfig({
  srcDir: '.',
  entrypointsDir: 'entrypoints',
  publicDir: 'src/assets/public',
  outDir: '.output',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: TEXTS,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact(), withoutHtmlWriting(), withLatePatterns()],
    build: {
      target: 'es2024',
      // The oldest that work: `light-dark()` and nesting need no substitute, which would heed the system alone.
      cssTarget: ['chrome140', 'firefox140'],
      modulePreload: { polyfill: false },
      sourcemap: false,
    },
  }),
  manifest: ({ browser }) => manifestFor(browser),
  hooks: {
    // One file for what our pages share: each further file takes some ten milliseconds of the time to a card.
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.every(({ inputPath }) => !inputPath.endsWith('.html'))) return;
      const options = (config.build ??= {});
      const output = { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } };
      options.rolldownOptions = mergeConfig({ output }, options.rolldownOptions ?? {});
    },
    'build:publicAssets'(_wxt, assets) {
      assets.push({
        absoluteSrc: resolve('data/packs/china-ai.factpack.jsonl'),
        relativeDest: 'packs/china-ai.factpack.jsonl',
      });
    },
    // WXT's own content scripts announce the extension to every page; an unlisted script put in by hand does not.
    'build:manifestGenerated'(_wxt, manifest) {
      manifest.content_scripts = [
        {
          matches: EVERY_WEB_PAGE,
          js: ['scout.js'],
          all_frames: true,
          match_about_blank: true,
          match_origin_as_fallback: true,
          run_at: 'document_idle',
        },
      ];
      // WXT takes it from the page, which knows no language before its script runs.
      if (manifest['sidebar_action'] !== undefined)
        manifest['sidebar_action'].default_title = '__MSG_brief_pageTitle__';
    },
  },
});

/** The modules of others in which HTML can be written, each in one place that this project never reaches. */
const HTML_WRITERS =
  /[\\/](?:preact[\\/]dist[\\/]preact\.m?js|@citation-js[\\/]core[\\/]lib-mjs[\\/]Cite[\\/]get\.js)$/;

/**
 * Takes those places (Preact's `dangerouslySetInnerHTML`, citation-js's output as elements) out of the build: what were
 * markup would become text. Store reviewers need not take our word for it.
 */
function withoutHtmlWriting(): Plugin {
  return {
    name: 'without-html-writing',
    transform: (code, id) => (HTML_WRITERS.test(id) ? code.replaceAll(/\.innerHTML ?=/g, '.textContent =') : null),
  };
}

/** Our own modules only; libraries use such patterns nowhere on a page. */
function withLatePatterns(): Plugin {
  return {
    name: 'with-late-patterns',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!id.startsWith(resolve('src'))) return null;
      return { code: makePatternsLate(code, (source) => this.parse(source)), map: null };
    },
  };
}

function manifestFor(browser: string): UserManifest {
  const shared: UserManifest = {
    name: '__MSG_manifest_name__',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['offscreen' as const]),
    ],
    host_permissions: EVERY_WEB_PAGE,
    options_ui: { page: 'manager.html', open_in_tab: true },
    commands: {
      toggle: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_toggle__' },
      'next-mention': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_nextMention__' },
      'previous-mention': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_previousMention__' },
      'open-card': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_command_openCard__' },
      // Chromium suggests four keys at most; the user may bind these.
      'open-brief': { description: '__MSG_command_openBrief__' },
      capture: { description: '__MSG_command_capture__' },
    },
    content_security_policy: { extension_pages: EXTENSION_PAGES_CSP },
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
  };
  const card = { resources: ['card.html'], matches: EVERY_WEB_PAGE };
  if (browser === 'firefox') {
    return {
      ...shared,
      web_accessible_resources: [card],
      browser_specific_settings: {
        gecko: {
          id: 'sidelight@sidelight.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    };
  }
  return {
    ...shared,
    minimum_chrome_version: '140',
    incognito: 'spanning',
    externally_connectable: { ids: [] },
    web_accessible_resources: [{ ...card, use_dynamic_url: true }],
  };
}
