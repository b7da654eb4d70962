import { place } from "../route/route";
import { openCommands } from "../commands/Commands";
import { bindings } from "../keys/bindings";
import { isLoggedIn, logOut, user } from "../session/session";
import { Bell } from "./Bell";
import { Line } from "./Line";
import { shownPages } from "./shown";
import { ThemeChoice } from "../theme/ThemeChoice";

/** The bar at the top: pages that the reader may see, how the connection stands, and who he is. */
export function Navigation() {
  return (
    <header class="bar">
      <a class="skip" href="#main" onClick={skip}>Skip to the page</a>
      <a class="mark" href="#/" aria-label="Rialto, first page">Rialto</a>
      <nav aria-label="Pages">
        {shownPages().map((page) => (
          <a key={page.pattern} href={`#${page.link}`} aria-current={isHere(page.link ?? "") ? "page" : undefined}>
            {page.title}
          </a>
        ))}
      </nav>
      <span class="stretch" />
      <button type="button" class="quiet menu" aria-haspopup="dialog" title={`Commands (${bindings.value.commands})`} onClick={openCommands}>Commands</button>
      <Line />
      {isLoggedIn.value && <Bell />}
      <ThemeChoice />
      {isLoggedIn.value
        ? <button type="button" class="quiet" onClick={() => void logOut()} title={user.value?.email}>Log out</button>
        : <a class="button quiet" href="#/login">Log in</a>}
    </header>
  );
}

function isHere(link: string): boolean {
  const { path } = place.value;
  return path === link || path.startsWith(`${link}/`);
}

function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
