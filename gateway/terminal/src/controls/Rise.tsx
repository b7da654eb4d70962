import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Asked {
  title: string;
  children: ComponentChildren;
  /** Escape, a press above it, its handle pressed or drawn down. */
  onClose: () => void;
}

/** So many pixels down, and it is meant to go. */
const FAR = 90;

/** What comes up from the lower edge of a phone. Its handle is first in the order of the focus; the browser keeps the focus inside. */
export function Rise({ title, children, onClose }: Asked) {
  const place = useRef<HTMLDialogElement>(null);
  const isDragged = useRef(false);
  useLayoutEffect(() => {
    const dialog = place.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);

  function drag(event: PointerEvent): void {
    const handle = event.currentTarget as HTMLElement;
    const dialog = place.current;
    if (!dialog) return;
    handle.setPointerCapture(event.pointerId);
    const from = event.clientY;
    let by = 0;
    isDragged.current = false;
    const end = (isMeant: boolean) => (): void => {
      handle.onpointermove = handle.onpointerup = handle.onpointercancel = null;
      dialog.style.transform = "";
      // The click that ends a drag comes before this.
      setTimeout(() => (isDragged.current = false));
      if (isMeant && by > FAR) onClose();
    };
    handle.onpointermove = (moved) => {
      by = Math.max(0, moved.clientY - from);
      isDragged.current ||= by > 8;
      dialog.style.transform = `translateY(${by}px)`;
    };
    handle.onpointerup = end(true);
    handle.onpointercancel = end(false);
  }

  return (
    <dialog
      ref={place}
      class="rise"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === place.current && onClose()}
    >
      <button type="button" class="handle quiet" aria-label={`Close: ${title}`} onPointerDown={drag} onClick={() => !isDragged.current && onClose()}>
        <i aria-hidden="true" />
      </button>
      {children}
    </dialog>
  );
}
