import type { ComponentChildren } from "preact";

interface Around {
  title: string;
  /** Buttons and words at the right of the title. */
  tools?: ComponentChildren;
  children: ComponentChildren;
  /** The content reaches the border: tables, canvases. */
  isFlush?: boolean;
  /** Longer than its box, with nothing in it to press: keys scroll it. */
  isScrolled?: boolean;
  class?: string;
}

/** A titled box: what every page is made of. */
export function Pane({ title, tools, children, isFlush, isScrolled, class: own }: Around) {
  return (
    <section class={`pane ${own ?? ""}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span class="stretch" />
        {tools}
      </header>
      <div class={isFlush ? "flush" : "inside"} tabIndex={isScrolled ? 0 : undefined}>{children}</div>
    </section>
  );
}
