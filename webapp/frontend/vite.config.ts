import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the API and the pictures: a server started with `./deploy.sh local`. */
const api = process.env.ISUUMO_API ?? 'http://localhost:1323';

/** The first thing painted is the page, in the colours somebody chose, not an empty one in the system's. */
const renderAfterScript = {
  name: 'render-after-script',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string) => html.replace('<script type="module"', '$& blocking="render"'),
  },
};

export default defineConfig({
  plugins: [renderAfterScript],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // No data: URIs, so that the content security policy needs none.
    assetsInlineLimit: 0,
    // The polyfill is for browsers older than the build target.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: { '/api': api, '/images': api } },
  test: {
    // Those with pages (*.tsx) name happy-dom, which takes longer to load than most tests to run.
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 120_000, // ends one that hangs, not one on a busy machine
  },
});
