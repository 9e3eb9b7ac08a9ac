import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    ssr: "signaling-probe/main.ts",
    outDir: "target/signaling-probe",
    target: "node20",
  },
});
