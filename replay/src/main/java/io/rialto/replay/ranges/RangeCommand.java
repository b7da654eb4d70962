package io.rialto.replay.ranges;

import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.frame.Xxh64;
import io.rialto.replay.audit.JournalHome;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The hashes of a stretch of the journal: what the first frame says of the one before, and what the last one has. Every frame on the way is
 * checked, so a hash that fits what an export says means that the export's frames are these.
 */
@Command(
        name = "range",
        mixinStandardHelpOptions = true,
        description = {
            "Tells the hashes of a stretch of the journal, after checking every frame up to its end.",
            "With --expect, and --expect-before, it is done only if they are these: as an export's headers say them."
        })
public final class RangeCommand implements Callable<Integer> {
    @Mixin
    private JournalHome home;

    @Option(names = "--first", paramLabel = "SEQ", defaultValue = "1", description = "The first frame. Default: 1")
    private long first;

    @Option(names = "--last", paramLabel = "SEQ", required = true, description = "The last frame.")
    private long last;

    @Option(names = "--expect", paramLabel = "HASH", description = "X-Journal-Hash of the export.")
    private String expected;

    @Option(names = "--expect-before", paramLabel = "HASH", description = "X-Journal-Hash-Before of the export.")
    private String expectedBefore;

    @Override
    public Integer call() {
        if (first < 1 || last < first) throw home.misuse("--first must be 1..--last: was " + first + ".." + last);
        String before = "";
        String hash = "";
        try (JournalReader reader = JournalReader.open(home.journal())) {
            while (hash.isEmpty() && reader.next()) {
                FrameView frame = reader.frame();
                if (frame.sequence() == first) before = HexFormat.of().toHexDigits(frame.previousHash());
                if (frame.sequence() == last) hash = hash(frame);
            }
            if (hash.isEmpty()) {
                home.close(reader.end());
                home.err()
                        .println("the journal has no whole frame " + last + ": it ends at "
                                + reader.end().lastSequence());
                return JournalHome.FAILED;
            }
        }
        home.out().println("first=" + first + " last=" + last + " before=" + before + " hash=" + hash);
        home.out().flush();
        boolean isSame = fits("hash", expected, hash) & fits("before", expectedBefore, before);
        return isSame ? JournalHome.DONE : JournalHome.FAILED;
    }

    private static String hash(FrameView frame) {
        return HexFormat.of().toHexDigits(Xxh64.hash(frame.buffer(), frame.offset(), frame.length()));
    }

    private boolean fits(String what, String wanted, String found) {
        if (wanted == null || wanted.equalsIgnoreCase(found)) return true;
        home.err().println("the journal has another " + what + ": expected=" + wanted + " found=" + found);
        return false;
    }
}
