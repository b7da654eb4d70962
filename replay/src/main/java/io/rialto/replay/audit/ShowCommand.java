package io.rialto.replay.audit;

import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.FrameView;
import io.rialto.replay.words.FrameJson;
import io.rialto.replay.words.FrameWords;
import io.rialto.replay.words.Terms;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Frames in words, or one JSON object a line. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows frames: each command with everything that it caused.")
public final class ShowCommand implements Callable<Integer> {
    @Mixin
    private JournalHome home;

    @Mixin
    private FrameFilter filter;

    @Option(names = "--json", description = "One JSON object a line, integer units, all fields.")
    private boolean json;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many frames.")
    private long limit = Long.MAX_VALUE;

    private final Terms terms = new Terms();
    private final FrameWords words = new FrameWords(terms);
    private final FrameJson jsonWords = new FrameJson();

    @Override
    public Integer call() {
        filter.check(home);
        ProgressLine progress = home.progress("reading");
        long shown = 0;
        try (JournalReader reader = JournalReader.open(home.journal())) {
            while (reader.next()) {
                FrameView frame = reader.frame();
                terms.onFrame(frame);
                if (filter.isOver(frame)) return done();
                if (filter.passes(frame)) {
                    if (shown++ == limit) return done();
                    home.out().println(json ? jsonWords.of(frame) : words.of(frame));
                }
                progress.step(reader);
            }
            return home.close(reader.end());
        }
    }

    private int done() {
        home.out().flush();
        return JournalHome.DONE;
    }
}
