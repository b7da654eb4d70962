package io.rialto.gateway.timeline;

import io.rialto.gateway.explorer.JournalFrames;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.ingress.History;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;

/** Cuts history into parts alike in frames: few frames are counted one by one, of many only the ends are looked at. */
final class Slices {
    private static final long COUNTED = 200_000;

    private final JournalFrames journal;
    private final History history;

    Slices(JournalFrames journal, History history) {
        this.journal = journal;
        this.history = history;
    }

    List<DensityRoutes.Slice> of(long first, long last, int count) {
        List<DensityRoutes.Slice> slices = new ArrayList<>();
        long frames = last - first + 1;
        int parts = (int) Math.min(count, Math.max(0, frames));
        boolean isCounted = frames <= COUNTED;
        for (int i = 0; i < parts; i++) {
            long from = first + frames * i / parts;
            long to = first + frames * (i + 1) / parts - 1;
            slices.add(isCounted ? counted(from, to) : ends(from, to));
        }
        return slices;
    }

    private DensityRoutes.Slice counted(long from, long to) {
        Count count = new Count();
        journal.read(from, to, count);
        return new DensityRoutes.Slice(
                from, to, Times.text(count.first), Times.text(count.last), to - from + 1, count.events, count.trades);
    }

    private DensityRoutes.Slice ends(long from, long to) {
        return new DensityRoutes.Slice(from, to, time(from), time(to), to - from + 1, null, null);
    }

    private String time(long sequence) {
        return Times.text(history.frame(sequence)
                .orElseThrow(() -> new IllegalStateException("a frame of history must be there: " + sequence))
                .view()
                .timeNanos());
    }

    private static final class Count implements JournalFrames.Look {
        private long first = Long.MAX_VALUE;
        private long last;
        private long events;
        private long trades;

        @Override
        public boolean at(FrameView frame) {
            first = Math.min(first, frame.timeNanos());
            last = frame.timeNanos();
            events += frame.eventCount();
            frame.rewind();
            while (frame.nextEvent()) {
                if (frame.eventType() == TradeExecutedDecoder.TEMPLATE_ID) trades++;
            }
            return true;
        }
    }
}
