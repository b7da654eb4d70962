import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Key, signedBy } from "./signing";

/** The launcher of this repository, or another that a person names. */
const LAUNCHER = process.env["RIALTO"] ?? resolve(import.meta.dirname, "../../../../rialto");
const START_MILLIS = 90_000;

/** A port that is free now; the venue keeps it over a kill, as one that people come back to. */
function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The real venue, from the built jar, in a directory of its own. */
export class VenueProcess {
  readonly data = mkdtempSync(join(tmpdir(), "rialto-terminal-"));
  port = 0;
  private process: ChildProcess | null = null;
  private said: string[] = [];

  /** @param settings in the environment, such as RIALTO_PEOPLE_FOUR_EYES */
  constructor(private readonly settings: Record<string, string> = {}) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.port ||= await freePort();
    const child = spawn(LAUNCHER, ["run", "--data", this.data, "--port", String(this.port), "--durability", "journaled"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...this.settings, RIALTO_JAVA_OPTS: "-Xmx768m -XX:TieredStopAtLevel=1" },
    });
    this.process = child;
    await new Promise<void>((ready, failed) => {
      const timer = setTimeout(() => failed(new Error(`the venue did not open:\n${this.said.join("\n")}`)), START_MILLIS);
      const hear = (line: string): void => {
        this.said = [...this.said.slice(-60), line];
        if (line.startsWith("ready ")) {
          clearTimeout(timer);
          ready();
        }
      };
      createInterface({ input: child.stdout }).on("line", hear);
      createInterface({ input: child.stderr }).on("line", hear);
      child.on("exit", (code) => {
        clearTimeout(timer);
        failed(new Error(`the venue ended with ${code}:\n${this.said.join("\n")}`));
      });
    });
  }

  /** As when the power goes: nothing is said and nothing is closed. */
  async kill(): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.removeAllListeners("exit");
    child.once("exit", () => {});
    child.kill("SIGKILL");
    await Promise.race([ended, new Promise((done) => setTimeout(done, 2_000))]);
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** The first administrator's key, by which the stage is set. */
  administrator(): Key {
    return JSON.parse(readFileSync(join(this.data, "bootstrap-admin.json"), "utf8")) as Key;
  }

  /** Asks as that key; what is refused is an error of the test. */
  async as<T>(key: Key, method: string, path: string, body?: unknown): Promise<T> {
    const text = body === undefined ? "" : JSON.stringify(body);
    const init: RequestInit = { method, headers: { ...signedBy(key, method, path, text), "Content-Type": "application/json" } };
    if (text) init.body = text;
    return told(await fetch(this.url + path, init), `${method} ${path}`);
  }

  /** Asks as nobody, or as the bearer of a token. */
  async ask<T>(method: string, path: string, body?: unknown, token?: string): Promise<T> {
    const headers: Record<string, string> = { "Content-Type": "application/json" };
    if (token) headers["Authorization"] = `Bearer ${token}`;
    const init: RequestInit = { method, headers };
    if (body !== undefined) init.body = JSON.stringify(body);
    return told(await fetch(this.url + path, init), `${method} ${path}`);
  }
}

async function told<T>(response: Response, what: string): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${what}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}
