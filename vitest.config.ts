import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }
const elsewhere = ['**/node_modules/**', '**/.next/**', '**/.data/**', 'e2e/**']

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          testTimeout: 20_000,
          // It imports `next/server` without an ending, which only a bundler resolves.
          server: { deps: { inline: ['next-auth', '@auth/core'] } },
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...elsewhere, '**/*.db.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          sequence: { groupOrder: 1 },
          include: ['**/*.db.test.ts'],
          exclude: elsewhere,
          pool: 'forks',
          maxWorkers: 2,
          globalSetup: './db/test-setup/global-setup.ts',
          setupFiles: './db/test-setup/each-file.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
