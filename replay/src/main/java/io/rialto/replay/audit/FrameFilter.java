package io.rialto.replay.audit;

import io.rialto.protocol.frame.FrameView;
import io.rialto.replay.words.FrameSearch;
import io.rialto.replay.words.Vocabulary;
import picocli.CommandLine.Option;

/** Which frames to show; a frame must pass every filter that is set. */
final class FrameFilter {
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
