package io.rialto.replay.audit;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.engine.StateView;
import io.rialto.journal.JournalEnd;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.FrameView;
import io.rialto.replay.Rerun;
import io.rialto.replay.words.FrameWords;
import io.rialto.replay.words.Terms;
import java.util.Optional;

/** The venue as it stood at a moment of its history: made by running it again up to there. */
final class PastVenue {
    private final Core core = new Core(CoreOptions.defaults());
    private final Terms terms = new Terms();
    private Optional<JournalEnd> end = Optional.empty();

    /** @param moment empty for the end of history */
    static PastVenue at(Optional<Moment> moment, JournalHome home) {
        PastVenue venue = new PastVenue();
        Rerun rerun = new Rerun(venue.core);
        ProgressLine progress = home.progress("re-running");
        try (JournalReader reader = JournalReader.open(home.journal())) {
            while (reader.next()) {
                FrameView frame = reader.frame();
                if (moment.isPresent() && moment.get().isBefore(frame)) return venue;
                rerun.frame(reader);
                venue.terms.onFrame(frame);
                progress.step(reader);
            }
            venue.end = Optional.of(reader.end());
        }
        return venue;
    }

    StateView state() {
        return core.state();
    }

    Terms terms() {
        return terms;
    }

    String when() {
        return "sequence " + core.sequence() + " at " + FrameWords.time(core.timeNanos());
    }

    /** Damage counts only when it lies before the moment that was asked for. */
    int close(JournalHome home) {
        home.out().flush();
        return end.map(home::close).orElse(JournalHome.DONE);
    }
}
