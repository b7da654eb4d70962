import { signal } from "@preact/signals";
import type { Trade } from "./shapes";

const PLACE = "rialto.sound";
/** Closer together they are one noise. */
const APART_MILLIS = 60;
const LASTS_SECONDS = 0.09;

/** Whether trades are heard; never by itself. */
export const isHeard = signal(typeof localStorage !== "undefined" && localStorage.getItem(PLACE) === "on");

export function setHeard(on: boolean): void {
  isHeard.value = on;
  localStorage.setItem(PLACE, on ? "on" : "off");
  if (on) void awake();
}

export interface Tone {
  readonly hertz: number;
  /** Of all that the device can, 0 to 1. */
  readonly gain: number;
}

/** High for a buyer who took, low for a seller; the larger, the louder. Null where nothing is to be heard. */
export function toneOf(trade: Trade, isHidden: boolean, sinceMillis: number): Tone | null {
  const size = Number(trade.quantity);
  if (isHidden || sinceMillis < APART_MILLIS || !Number.isFinite(size)) return null;
  return { hertz: trade.takerSide === "BUY" ? 880 : 520, gain: Math.min(0.16, 0.05 + Math.log1p(Math.max(0, size)) * 0.03) };
}

let made: AudioContext | null = null;

/** A browser lets nothing be heard before the person has touched the page: until then it stays asleep, and silent. */
async function awake(): Promise<AudioContext | null> {
  made ??= new AudioContext();
  if (made.state === "suspended") await made.resume();
  return made.state === "running" ? made : null;
}

function play(context: AudioContext, { hertz, gain }: Tone): void {
  const voice = context.createOscillator();
  const level = context.createGain();
  const now = context.currentTime;
  voice.frequency.value = hertz;
  level.gain.setValueAtTime(0, now);
  level.gain.linearRampToValueAtTime(gain, now + 0.005);
  level.gain.exponentialRampToValueAtTime(0.0001, now + LASTS_SECONDS);
  voice.connect(level).connect(context.destination);
  voice.start(now);
  voice.stop(now + LASTS_SECONDS);
}

let heardAt = Number.NEGATIVE_INFINITY;

/** A short tone for a trade, made here and from no file. */
export function sound(trade: Trade): void {
  const now = performance.now();
  const tone = toneOf(trade, document.hidden, now - heardAt);
  if (!tone || !(made?.state === "running" || navigator.userActivation?.hasBeenActive)) return;
  heardAt = now;
  awake().then((context) => context && play(context, tone), () => {});
}
