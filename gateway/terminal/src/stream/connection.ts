import { batch, signal } from "@preact/signals";
import { BEAT_MILLIS, Pulse, waitMillis } from "./pulse";
import { type Listener, Topic } from "./topic";
import { keyOf, type Message, type Spec, told, type Word } from "./wire";

export type Standing = "CONNECTING" | "LIVE" | "STALE" | "OFFLINE";

/** Where the connection leads and who speaks on it; a test puts its own in. */
export interface Line {
  open(): WebSocket;
  /** The access token to begin with, null for nobody. */
  token(): Promise<string | null>;
  now(): number;
}

/**
 * The connection to the venue: follows topics, asks for heartbeats, knows when it is stale, comes back by itself and goes
 * on with each topic from the frame that it had.
 */
export class Connection {
  readonly standing = signal<Standing>("CONNECTING");
  /** The newest frame that the venue said it had told everything up to. */
  readonly sequence = signal(0);
  /** Milliseconds from asking for a heartbeat to hearing it. */
  readonly roundTrip = signal<number | null>(null);
  /** Whether the channels of the account are open. */
  readonly isKnown = signal(false);

  private readonly topics = new Map<string, Topic>();
  private readonly waiting = new Map<number, Topic>();
  private socket: WebSocket | null = null;
  private pulse: Pulse;
  private ids = 0;
  private tries = 0;
  private life = 0;
  private isReady = false;
  private beat: ReturnType<typeof setInterval> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly line: Line) {
    this.pulse = new Pulse(() => line.now());
  }

  /** Begins anew, also with other credentials. */
  start(): void {
    this.stop();
    const life = this.life;
    const ifMine = (what: () => void): void => {
      if (life === this.life) what();
    };
    // A token that could not be renewed now is asked for again with the next try: nobody becomes nobody by that.
    this.line.token().then((token) => ifMine(() => this.open(token)), () => ifMine(() => this.lost()));
  }

  stop(): void {
    this.life++;
    clearInterval(this.beat);
    clearTimeout(this.again);
    this.isReady = false;
    this.socket?.close();
    this.socket = null;
  }

  /** Hears of a channel until the answered function is called; begins with a snapshot. */
  follow<T>(spec: Spec, listener: Listener<T>): () => void {
    const key = keyOf(spec);
    const topic = this.topics.get(key) ?? new Topic(spec);
    this.topics.set(key, topic);
    topic.listeners.add(listener as Listener<never>);
    topic.from = null;
    this.openTopic(topic);
    return () => this.leave(topic, listener as Listener<never>);
  }

  private leave(topic: Topic, listener: Listener<never>): void {
    topic.listeners.delete(listener);
    if (topic.listeners.size > 0 || this.topics.get(topic.key) !== topic) return;
    this.topics.delete(topic.key);
    const { depth: _depth, speed: _speed, ...spec } = topic.spec;
    if (this.isReady) this.say({ op: "unsubscribe", id: ++this.ids, ...spec });
  }

  private open(token: string | null): void {
    const life = this.life;
    const socket = this.line.open();
    this.socket = socket;
    this.pulse = new Pulse(() => this.line.now());
    const ifMine = (what: () => void) => () => {
      if (life === this.life) what();
    };
    socket.onopen = ifMine(() => (token ? this.say({ op: "auth", id: 0, data: { token } }) : this.ready(false)));
    socket.onmessage = (event) => ifMine(() => this.hear(event.data))();
    socket.onclose = ifMine(() => this.lost());
    this.beat = setInterval(ifMine(() => this.tick()), BEAT_MILLIS);
  }

  private ready(isKnown: boolean): void {
    this.tries = 0;
    this.isReady = true;
    this.pulse.heard(undefined);
    batch(() => {
      this.isKnown.value = isKnown;
      this.standing.value = "LIVE";
    });
    for (const topic of this.topics.values()) this.openTopic(topic);
    this.tick();
  }

  private openTopic(topic: Topic): void {
    if (!this.isReady) return;
    const id = ++this.ids;
    this.waiting.set(id, topic);
    this.say(topic.opening(id));
  }

  private say(what: unknown): void {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(what));
  }

  private tick(): void {
    if (this.pulse.isLost) return this.lost();
    if (this.pulse.isStale && this.standing.value === "LIVE") this.standing.value = "STALE";
    if (!this.isReady) return;
    const id = ++this.ids;
    this.pulse.ask(id);
    this.say({ op: "heartbeat", id });
  }

  private lost(): void {
    this.stop();
    this.waiting.clear();
    this.standing.value = "OFFLINE";
    this.again = setTimeout(() => this.start(), waitMillis(this.tries++));
  }

  private hear(text: unknown): void {
    const heard = told(text);
    if (heard === null) return;
    if ("word" in heard) this.hearWord(heard.word);
    else this.hearMessage(heard.message);
  }

  private hearMessage(message: Message): void {
    const topic = this.topics.get(keyOf(message));
    if (topic?.receive(message)) this.openTopic(topic);
  }

  private hearWord(word: Word): void {
    if (word.op === "heartbeat") return this.hearBeat(word);
    if (word.op === "auth") return this.ready(true);
    if (word.op === "error" && word.id === 0) return this.ready(false);
    if (word.id === undefined) return;
    const topic = this.waiting.get(word.id);
    this.waiting.delete(word.id);
    topic?.answered(word.id, word.op === "error" || word.op === "resync");
    const isForNow = word.op === "error" && (word.status === 429 || word.status === 503);
    if (topic && isForNow) this.later(topic);
  }

  /** What is refused for the moment is asked for again. */
  private later(topic: Topic): void {
    const life = this.life;
    setTimeout(() => {
      if (life === this.life && this.topics.get(topic.key) === topic && !topic.isAwaiting) this.openTopic(topic);
    }, BEAT_MILLIS);
  }

  private hearBeat(word: Word): void {
    this.pulse.heard(word.id);
    const sequence = word.sequence ?? 0;
    for (const topic of this.topics.values()) topic.heard(sequence);
    batch(() => {
      this.standing.value = "LIVE";
      this.roundTrip.value = this.pulse.roundTrip;
      if (sequence > this.sequence.value) this.sequence.value = sequence;
    });
  }
}
