package io.rialto.replay.audit;

import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.schema.Vocabulary;
import io.rialto.replay.words.FrameJson;
import io.rialto.replay.words.FrameSearch;
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

    /** Which frames to show; a frame must pass every filter that is set. */
    static final class FrameFilter {
        @Option(names = "--from", paramLabel = "SEQ", defaultValue = "1", description = "From this sequence on.")
        private long from;

        @Option(
                names = "--to",
                paramLabel = "SEQ",
                defaultValue = "9223372036854775807",
                description = "Up to this sequence.")
        private long to;

        @Option(
                names = "--since",
                paramLabel = "TIME",
                converter = Moment.NanosConverter.class,
                description = "From this time on, ISO-8601 UTC.")
        private Long since;

        @Option(
                names = "--until",
                paramLabel = "TIME",
                converter = Moment.NanosConverter.class,
                description = "Up to this time.")
        private Long until;

        @Option(names = "--type", paramLabel = "NAME", description = "A command or an event by its name, in any case.")
        private String type;

        @Option(names = "--order", paramLabel = "ID", description = "Frames that speak of this order.")
        private Long order;

        @Option(names = "--account", paramLabel = "ID", description = "Frames that speak of this account.")
        private Long account;

        private final FrameSearch search = new FrameSearch();
        private int typeNumber;

        void check(JournalHome home) {
            if (type == null) return;
            typeNumber = Vocabulary.SCHEMA
                    .number(type)
                    .orElseThrow(() -> home.misuse("--type must name a command or an event: was '" + type + "'"));
        }

        /** No later frame can pass. */
        boolean isOver(FrameView frame) {
            return frame.sequence() > to || until != null && frame.timeNanos() > until;
        }

        boolean passes(FrameView frame) {
            if (frame.sequence() < from || frame.sequence() > to) return false;
            if (since != null && frame.timeNanos() < since) return false;
            if (until != null && frame.timeNanos() > until) return false;
            if (typeNumber != 0 && !search.hasMessage(frame, typeNumber)) return false;
            if (order != null && !search.speaksOf(frame, "OrderNumber", order)) return false;
            return account == null || search.speaksOf(frame, "AccountNumber", account);
        }
    }
}
