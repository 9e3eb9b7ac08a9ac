import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const views = ["src/**/*.tsx", "src/app/**", "src/pages/**", "src/ui/**"];

export default defineConfig(
  { ignores: ["dist/", "target/", "scripts/", "public/", "*.config.*", "src/**/*.types.d.ts"] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "max-lines": ["error", { max: 300 }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/only-throw-error": "error",
    },
  },
  { files: views, extends: [reactHooks.configs.flat.recommended] },
  {
    files: ["src/**/*.ts"],
    ignores: [...views, "src/rtc/{peer,ice-probe,warm-up}.ts", "src/**/*.test.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "RTCPeerConnection", message: "Only rtc/{peer,ice-probe,warm-up}.ts touch it." },
        { name: "document", message: "State knows no DOM; a view does." },
      ],
    },
  },
  {
    files: ["src/{signaling,rtc,call,screen,chat,files,self-test}/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: ["react", "react-dom", "@mantine/*"], message: "State knows no views." },
          ],
        },
      ],
    },
  },
  { files: ["src/signaling/protocol.examples.ts"], rules: { "max-lines": "off" } },
);
