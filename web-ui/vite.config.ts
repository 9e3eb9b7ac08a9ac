import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: {
    target: ["chrome111", "firefox114", "safari16.4"],
    manifest: true,
    // A data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: "node",
    include: ["{src,signaling-probe}/**/*.test.{ts,tsx}"],
    // Milliseconds. A busy machine takes its time; whatever hangs is found all the same.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
