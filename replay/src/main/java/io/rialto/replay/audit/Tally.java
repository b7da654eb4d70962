package io.rialto.replay.audit;

import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.frame.FrameView;
import io.rialto.replay.words.FrameSearch;
import io.rialto.replay.words.Vocabulary;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts of what a journal holds. */
final class Tally {
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
