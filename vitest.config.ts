import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/needs.ts'],
    pool: 'forks',
    // Journeys wait more than they work: more of them than cores at a time keeps a small machine busy.
    maxWorkers: 3,
    // A browser beside two other test files can miss its time on a small machine; a second try is shown as such in the log.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
