import { Connection } from "./connection";

/** A venue that a test plays: hears what the connection says, and says what the test wants. */
export class PretendedVenue {
  sockets: PretendedSocket[] = [];
  token: string | null = null;
  nowMillis = 0;
  readonly connection = new Connection({
    open: () => {
      const socket = new PretendedSocket();
      this.sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    token: () => Promise.resolve(this.token),
    now: () => this.nowMillis,
  });

  get socket(): PretendedSocket {
    const newest = this.sockets.at(-1);
    if (!newest) throw new Error("no connection was opened");
    return newest;
  }
}

export class PretendedSocket {
  readyState = 1;
  onopen: () => void = () => {};
  onmessage: (event: { data: unknown }) => void = () => {};
  onclose: () => void = () => {};
  said: Record<string, unknown>[] = [];

  send(text: string): void {
    this.said.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.readyState = 3;
  }

  says(what: unknown): void {
    this.onmessage({ data: typeof what === "string" ? what : JSON.stringify(what) });
  }

  /** What was said under that operation, the newest last. */
  all(op: string): Record<string, unknown>[] {
    return this.said.filter((each) => each["op"] === op);
  }

  newest(op: string): Record<string, unknown> {
    return this.all(op).at(-1) ?? {};
  }
}
