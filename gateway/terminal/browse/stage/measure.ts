import type { Browser, CDPSession, Page } from "@playwright/test";

interface Event {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What the page's own thread did, in milliseconds. */
export interface Work {
  /** The longest task by the processor's time: what other programs on the machine take does not count. */
  readonly longestMillis: number;
  /** By the clock on the wall. */
  readonly longestWallMillis: number;
  readonly allMillis: number;
  readonly tasks: number;
}

/** Everything that the page's thread runs meanwhile, task by task, as the browser itself traces it. */
export async function worked(browser: Browser, page: Page, meanwhile: () => Promise<void>): Promise<Work> {
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline"] });
  await meanwhile();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] };
  const names = traceEvents.filter(({ ph, name, args }) => ph === "M" && name === "thread_name" && args?.name === "CrRendererMain");
  const of = (event: Event): boolean => names.some(({ pid, tid }) => pid === event.pid && tid === event.tid);
  const tasks = traceEvents.filter((event) => event.ph === "X" && event.name === "RunTask" && of(event));
  const spent = tasks.map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1_000);
  if (tasks.length === 0) throw new Error("the browser traced no task");
  return {
    longestMillis: Math.max(...spent),
    longestWallMillis: Math.max(...tasks.map(({ dur }) => (dur ?? 0) / 1_000)),
    allMillis: spent.reduce((sum, each) => sum + each, 0),
    tasks: tasks.length,
  };
}

/** Bytes that are left when everything that nobody holds is gone. */
export async function held(session: CDPSession): Promise<number> {
  for (let times = 0; times < 2; times++) await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

/** The slope of a line through values that were taken at times: so much a second. */
export function slope(points: readonly (readonly [seconds: number, value: number])[]): number {
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const above = points.reduce((sum, [seconds, value]) => sum + (seconds - x) * (value - y), 0);
  return above / points.reduce((sum, [seconds]) => sum + (seconds - x) ** 2, 0);
}
