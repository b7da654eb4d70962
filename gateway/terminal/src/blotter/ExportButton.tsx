import { problemOf } from "../api/problem";
import { useSubmission } from "../query/submission";
import { say } from "../shell/notes";
import { saveTab } from "./exports";

/** The tab that is shown, as a file. */
export function ExportButton({ tab, symbol }: { tab: string; symbol: string | null }) {
  const file = useSubmission(() => saveTab(tab, symbol).catch((failure) => say(`No file: ${problemOf(failure).message}`, "bad")));
  return (
    <button type="button" disabled={file.isPending.value} title="What is shown, as a file; of orders, fills and ledger all that the venue keeps" onClick={() => void file.send()}>
      {file.isPending.value ? "Making it…" : "CSV"}
    </button>
  );
}
