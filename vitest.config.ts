import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], globalSetup: ['test/support/temporary-folder.ts'], testTimeout: 60_000 },
})
