import { say } from "../shell/notes";

export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} copied`, "good");
  } catch {
    say(`${what} could not be copied: select it and copy it by hand`, "bad");
  }
}
