import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const server = process.env.OUTLAY_API ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: process.env.OUTLAY_WEB_OUT ?? 'target/classes/dev/outlay/web',
    emptyOutDir: true,
    // Nothing is inlined: the pages' security policy knows no data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { proxy: { '/api': server } },
});
