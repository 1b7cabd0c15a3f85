import { documentWith, type HostilePage } from './hostile-page.ts';

const NAMES = documentWith('<p>Huawei and SenseTime</p>');
const underPolicy = (
  title: string,
  headers: Readonly<Record<string, string>>,
  more: Partial<HostilePage> = {},
): HostilePage => ({
  id: 'M6',
  title,
  main: { body: NAMES, headers },
  marks: ['Huawei', 'SenseTime'],
  ...more,
});
const csp = (policy: string): Readonly<Record<string, string>> => ({
  'content-security-policy': `${policy}; report-uri report`,
});

export const POLICIES: readonly HostilePage[] = [
  underPolicy('nothing may be loaded', csp("default-src 'none'")),
  underPolicy(
    'no style, no script, no frame',
    csp("default-src 'none'; style-src 'none'; script-src 'none'; frame-src 'none'; child-src 'none'"),
  ),
  underPolicy('trusted types', csp("require-trusted-types-for 'script'; trusted-types 'none'")),
  underPolicy('sandboxed by policy', csp('sandbox'), { runsScripts: false }),
  underPolicy('sandboxed by policy, with scripts', csp('sandbox allow-scripts')),
  underPolicy('strict scripts', csp("script-src 'strict-dynamic' 'nonce-x'; object-src 'none'; base-uri 'none'")),
  underPolicy('may not be framed, loads only itself', {
    ...csp("default-src 'self'; frame-ancestors 'none'"),
    'x-frame-options': 'DENY',
  }),
  underPolicy('isolated from other sites', {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
  }),
  underPolicy('without credentials for others', { 'cross-origin-embedder-policy': 'credentialless' }),
  underPolicy('nothing permitted', {
    'permissions-policy': 'fullscreen=(), geolocation=(), clipboard-read=(), sync-xhr=(), unload=(), storage-access=()',
  }),
  underPolicy('no sniffing, no referrer, not kept', {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }),
  underPolicy('everything only reported', {
    'content-security-policy-report-only':
      "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; report-uri report",
  }),
  underPolicy('reported to an endpoint', {
    'reporting-endpoints': 'collector="report"',
    'content-security-policy-report-only': "default-src 'none'; report-to collector",
  }),
  {
    id: 'M6',
    title: 'a policy in the page that comes after the text',
    main: documentWith(
      '<p>Huawei</p>',
      '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'none\'">',
    ),
    marks: ['Huawei'],
  },
  // Shows that the collector hears: the page breaks its own rule.
  {
    id: 'M6',
    title: 'a page that breaks its own policy',
    main: { body: documentWith('<p>Huawei</p><img src="picture.png" alt="">'), headers: csp("default-src 'none'") },
    marks: ['Huawei'],
  },
];
