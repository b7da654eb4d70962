import { defineConfig } from "vite";

/** What the pages are built into; the Maven build names the folder that the gateway serves. */
const out = process.env["TERMINAL_OUT"] ?? "../target/classes/terminal";

export default defineConfig({
  base: "/terminal/",
  build: {
    outDir: out,
    emptyOutDir: true,
    target: "es2022",
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 300,
  },
  server: {
    proxy: {
      "/api": { target: process.env["VENUE"] ?? "http://127.0.0.1:8080", ws: true },
      "/health": process.env["VENUE"] ?? "http://127.0.0.1:8080",
      "/metrics": process.env["VENUE"] ?? "http://127.0.0.1:8080",
    },
  },
});
