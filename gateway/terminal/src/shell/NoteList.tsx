import { dismiss, notes, polite, urgent } from "./notes";

/** Short words at the edge of the screen, and the same for who listens. */
export function NoteList() {
  return (
    <>
      <div class="notes">
        {notes.value.map((note) => (
          <button type="button" key={note.id} class={`note note-${note.tone}`} onClick={() => dismiss(note.id)}>
            {note.text}
            {note.times > 1 && <span class="count">×{note.times}</span>}
          </button>
        ))}
      </div>
      <p class="unseen" role="status" aria-live="polite">{polite}</p>
      <p class="unseen" role="alert" aria-live="assertive">{urgent}</p>
    </>
  );
}
