import { type ReadonlySignal, signal, useComputed } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { match, place } from "../route/route";
import { isLoggedIn, user } from "../session/session";
import { Boundary } from "./Boundary";
import { HOME, type Page, PAGES, type Parts } from "./pages";

type Shown = ComponentType<{ parts: Parts }>;

const loaded = new Map<Page, Shown>();
const newest = signal(0);
const failed = signal<Page | null>(null);

function load(page: Page): void {
  if (loaded.has(page) || failed.value === page) return;
  page.load().then(
    (module) => {
      loaded.set(page, module.default);
      newest.value++;
    },
    () => (failed.value = page),
  );
}

function found(path: string): { page: Page; parts: Parts } | null {
  for (const page of PAGES) {
    const parts = match(page.pattern, path);
    if (parts) return { page, parts };
  }
  return null;
}

/** The page at the address, in its own fence: what breaks in it leaves the rest alone. */
export function Screen() {
  const at: ReadonlySignal<ReturnType<typeof found>> = useComputed(() =>
    found(place.value.path === "/" ? HOME : place.value.path),
  );
  const page = at.value?.page;
  useEffect(() => {
    document.title = page ? `${page.title} · Rialto` : "Rialto";
    if (page) load(page);
  }, [page]);
  if (!page) return <Empty words="There is no such page." />;
  if (!page.isOpen && !isLoggedIn.value) return <Gone />;
  if (page.roles && user.value && !page.roles.includes(user.value.role)) {
    return <Empty words="Your role does not see this page." />;
  }
  if (failed.value === page) return <Empty words="This page could not be loaded. Reload to try again." />;
  const Found = newest.value >= 0 ? loaded.get(page) : undefined;
  if (!Found) return <p class="blank" aria-busy="true">Loading…</p>;
  return (
    <Boundary key={page.pattern}>
      <Found parts={at.value?.parts ?? {}} />
    </Boundary>
  );
}

function Empty({ words }: { words: string }) {
  return <main class="blank" id="main" tabIndex={-1}><p>{words}</p></main>;
}

function Gone() {
  return (
    <main class="blank" id="main" tabIndex={-1}>
      <p>You are not logged in.</p>
      <a class="button" href="#/login">Log in</a>
    </main>
  );
}
