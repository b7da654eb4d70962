package io.rialto.replay.audit;

import io.rialto.journal.JournalReader;
import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.schema.Vocabulary;
import io.rialto.replay.words.FrameSearch;
import io.rialto.replay.words.FrameWords;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a journal holds, counted. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = "Counts frames, commands, events and refusals; sizes, time span and the busiest second.")
public final class StatsCommand implements Callable<Integer> {
    @Mixin
    private JournalHome home;

    @Override
    public Integer call() {
        Tally tally = new Tally();
        ProgressLine progress = home.progress("counting");
        try (JournalReader reader = JournalReader.open(home.journal())) {
            while (reader.next()) {
                tally.onFrame(reader.frame());
                progress.step(reader);
            }
            show(tally, reader.bytesTotal());
            return home.close(reader.end());
        }
    }

    private void show(Tally tally, long fileBytes) {
        PrintWriter out = home.out();
        out.println("frames " + tally.frames + " events " + tally.eventCount + " bytes " + tally.bytes + " fileBytes "
                + fileBytes + " epochs " + tally.epochs);
        if (tally.frames == 0) return;
        out.println("from " + FrameWords.time(tally.firstNanos) + " to " + FrameWords.time(tally.lastNanos));
        out.println("busiest second " + FrameWords.time(TimeUnit.SECONDS.toNanos(tally.busiestSecond)) + " frames "
                + tally.busiestFrames);
        out.println("frame bytes p50 " + tally.frameBytes.getValueAtPercentile(50) + " p90 "
                + tally.frameBytes.getValueAtPercentile(90) + " p99 " + tally.frameBytes.getValueAtPercentile(99)
                + " p99.9 " + tally.frameBytes.getValueAtPercentile(99.9) + " max " + tally.frameBytes.getMaxValue());
        list(out, "commands", tally.commands);
        list(out, "events", tally.events);
        list(out, "refusals", tally.refusals);
    }

    private static void list(PrintWriter out, String title, Map<String, Long> counts) {
        out.println(title);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> out.printf(Locale.ROOT, "  %-26s %,14d%n", entry.getKey(), entry.getValue()));
    }

    /** Counts of what a journal holds. */
    private static final class Tally {
        private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
        private static final int LARGEST_FRAME = 4 << 20;

        final Map<String, Long> commands = new TreeMap<>();
        final Map<String, Long> events = new TreeMap<>();
        final Map<String, Long> refusals = new TreeMap<>();
        final Histogram frameBytes = new Histogram(LARGEST_FRAME, 3);
        final FrameSearch search = new FrameSearch();
        long frames;
        long bytes;
        long eventCount;
        long firstNanos;
        long lastNanos;
        int epochs;
        long busiestSecond;
        long busiestFrames;
        private long second = Long.MIN_VALUE;
        private long inSecond;
        private int epoch = -1;

        void onFrame(FrameView frame) {
            if (frames++ == 0) firstNanos = frame.timeNanos();
            lastNanos = frame.timeNanos();
            bytes += frame.length();
            frameBytes.recordValue(frame.length());
            if (frame.epoch() != epoch) epochs++;
            epoch = frame.epoch();
            commands.merge(Vocabulary.SCHEMA.name(frame.commandType()), 1L, Long::sum);
            countEvents(frame);
            countSecond(Math.floorDiv(frame.timeNanos(), NANOS_PER_SECOND));
        }

        private void countEvents(FrameView frame) {
            eventCount += frame.eventCount();
            frame.rewind();
            while (frame.nextEvent()) {
                events.merge(Vocabulary.SCHEMA.name(frame.eventType()), 1L, Long::sum);
                if (frame.eventType() == CommandRejectedDecoder.TEMPLATE_ID) {
                    refusals.merge(search.reason(frame).orElse("NONE"), 1L, Long::sum);
                }
            }
        }

        private void countSecond(long now) {
            inSecond = now == second ? inSecond + 1 : 1;
            second = now;
            if (inSecond > busiestFrames) {
                busiestFrames = inSecond;
                busiestSecond = now;
            }
        }
    }
}
