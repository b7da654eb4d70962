import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useKeys } from "../keys/useKeys";
import { say } from "../shell/notes";

type Menu = FunctionComponent<{ onEnd: (act: (() => void) | null) => void }>;

const isOpen = signal(false);
const menu = signal<Menu | null>(null);

export function openCommands(): void {
  isOpen.value = true;
  if (menu.value) return;
  import("./CommandMenu").then((module) => (menu.value = module.default), () => {
    isOpen.value = false;
    say("The command menu could not be loaded", "bad");
  });
}

/** The command menu on every page, behind its key; its code comes when it is first wanted. */
export function Commands() {
  useKeys({ commands: openCommands }, []);
  const Menu = menu.value;
  if (!isOpen.value || !Menu) return null;
  // What was chosen is done when the menu is gone and the focus is back where it was.
  return (
    <Menu
      onEnd={(act) => {
        isOpen.value = false;
        if (act) setTimeout(act);
      }}
    />
  );
}
