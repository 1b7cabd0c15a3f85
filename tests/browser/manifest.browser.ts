import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from './drive.ts';
import { BUILDS } from './find-browser.ts';

const WEB = ['http://*/*', 'https://*/*'];
const COMMON = ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'contextMenus'];
const PERMISSIONS = { chromium: [...COMMON, 'offscreen', 'sidePanel'], firefox: COMMON };

/** What each may fetch, run and show. Scripts and styles come from the package alone. */
const POLICY = [
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; object-src 'none'",
].join('; ');

describe.each(BROWSERS)('what is built for %s', (name) => {
  const manifest = JSON.parse(readFileSync(join(BUILDS[name], 'manifest.json'), 'utf8')) as Record<string, unknown>;

  test('T24: asks for these rights and no others; more would have to be asked of every user', () => {
    const rights = Object.entries(manifest).filter(([key]) => key.includes('permissions'));
    expect(Object.fromEntries(rights)).toEqual({ permissions: PERMISSIONS[name], host_permissions: WEB });
    expect(manifest['content_security_policy']).toEqual({ extension_pages: POLICY });
    expect(manifest['content_scripts']).toMatchObject([{ matches: WEB, js: ['scout.js'] }]);
  });

  test('T12, T22: opens nothing to pages but the card, and nothing to other extensions', () => {
    const resources = manifest['web_accessible_resources'] as { resources: string[]; matches: string[] }[];
    expect(resources.map(({ resources: files, matches }) => ({ files, matches }))).toEqual([
      { files: ['card.html'], matches: WEB },
    ]);
    if (name === 'chromium') expect(manifest['externally_connectable']).toEqual({ ids: [] });
    else expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test('T24: holds no source maps, and nothing that names a file of the machine it was built on', () => {
    const files = readdirSync(BUILDS[name], { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    const scripts = files.filter((file) => /\.(?:js|css|html|json)$/.test(file));
    expect(scripts.length).toBeGreaterThan(10);
    for (const file of scripts) expect(readFileSync(join(BUILDS[name], file), 'utf8')).not.toContain(process.cwd());
  });
});
