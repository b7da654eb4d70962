import { Commands } from "../commands/Commands";
import { CodeDialog } from "../session/CodeDialog";
import { Boundary } from "./Boundary";
import { Navigation } from "./Navigation";
import { NoteList } from "./NoteList";
import { Screen } from "./Screen";

/** What stands around every page. */
export function Shell() {
  return (
    <Boundary>
      <Navigation />
      <Screen />
      <NoteList />
      <CodeDialog />
      <Commands />
    </Boundary>
  );
}
