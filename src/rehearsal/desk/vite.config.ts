import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** How the desk page is bundled. `buildPage.ts` uses this with a folder of its own; by hand it lands in `.cache/desk/by-hand`. */
export default defineConfig({
  root: here('./page'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: here('../../../.cache/desk/by-hand'),
    emptyOutDir: true,
    target: 'es2023',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
});
