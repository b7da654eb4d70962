import { pair, type Theme, theme } from "./theme";

const WORDS: Record<Theme, string> = { dark: "Dark", light: "Light", contrast: "High contrast" };

export function ThemeChoice() {
  return (
    <select
      aria-label="Theme"
      value={`${theme.value}|${pair.value}`}
      onChange={(event) => {
        const [chosen, colours] = event.currentTarget.value.split("|");
        theme.value = chosen as Theme;
        pair.value = colours === "blue" ? "blue" : "green";
      }}
    >
      {(Object.keys(WORDS) as Theme[]).flatMap((each) => [
        <option key={each} value={`${each}|green`}>{WORDS[each]}</option>,
        <option key={`${each}b`} value={`${each}|blue`}>{`${WORDS[each]}, blue/orange`}</option>,
      ])}
    </select>
  );
}
