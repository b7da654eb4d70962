import "./explorer.css";
import { ThenPane } from "../then/ThenPane";
import { FilterBar } from "./FilterBar";
import { FrameListPane } from "./FrameListPane";
import { Slider } from "./Slider";

/** History: what happened in which order, how the venue stood behind each frame, and why. */
export default function JournalPage() {
  return (
    <main class="page explorer" id="main" tabIndex={-1}>
      <header><h1>Journal</h1></header>
      <FilterBar />
      <Slider />
      <FrameListPane />
      <ThenPane />
    </main>
  );
}
