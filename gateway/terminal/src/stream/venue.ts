import { effect, untracked } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { bearer, holder } from "../api/tokens";
import { Connection } from "./connection";
import type { Listener } from "./topic";
import type { Spec } from "./wire";

/** The one connection of this page to its venue. */
export const venue = new Connection({
  open: () => new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/v1/ws`),
  token: bearer,
  now: () => performance.now(),
});

/** Connects, and anew whenever somebody logs in or out, or is somebody else. */
export function connect(): void {
  effect(() => {
    void holder.value;
    untracked(() => venue.start()); // asks for a token, and the next of the same person is no reason to begin anew
  });
}

/** Follows a channel while the component is there; null follows nothing. */
export function useChannel<T>(spec: Spec | null, listener: Listener<T>, depends: unknown[]): void {
  useEffect(() => {
    if (spec) return venue.follow<T>(spec, listener);
  }, depends);
}
