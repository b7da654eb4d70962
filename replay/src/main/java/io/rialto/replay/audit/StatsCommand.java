package io.rialto.replay.audit;

import io.rialto.journal.JournalReader;
import io.rialto.replay.words.FrameWords;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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
}
