import { place } from "../route/route";
import { isLoggedIn, logOut, user } from "../session/session";
import { Bell } from "./Bell";
import { Line } from "./Line";
import { PAGES } from "./pages";
import { ThemeChoice } from "../theme/ThemeChoice";

/** The bar at the top: pages that the reader may see, how the connection stands, and who he is. */
export function Navigation() {
  const role = user.value?.role;
  const shown = PAGES.filter((page) => page.link && (page.isOpen || isLoggedIn.value))
    .filter((page) => !page.roles || (role && page.roles.includes(role)));
  return (
    <header class="bar">
      <a class="skip" href="#main" onClick={skip}>Skip to the page</a>
      <a class="mark" href="#/" aria-label="Rialto, first page">Rialto</a>
      <nav aria-label="Pages">
        {shown.map((page) => (
          <a key={page.pattern} href={`#${page.link}`} aria-current={isHere(page.link ?? "") ? "page" : undefined}>
            {page.title}
          </a>
        ))}
      </nav>
      <span class="stretch" />
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
