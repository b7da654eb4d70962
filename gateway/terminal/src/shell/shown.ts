import { isLoggedIn, user } from "../session/session";
import { type Page, PAGES } from "./pages";

/** Pages with a link that the reader may see, in the order of the list. */
export function shownPages(): readonly Page[] {
  const role = user.value?.role;
  return PAGES.filter((page) => page.link && (page.isOpen || isLoggedIn.value))
    .filter((page) => !page.roles || (role && page.roles.includes(role)));
}
