package io.rialto.journal;

import io.rialto.protocol.CommandRejectedEncoder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Frames as a core would make them, and journals of them; what a frame holds follows from its sequence. */
final class History {
    private static final long START_NANOS = 1_790_000_000_000_000_000L;

    private final Frame frame = new Frame(512);
    private final NewOrderEncoder order = new NewOrderEncoder();
    private final CommandRejectedEncoder rejected = new CommandRejectedEncoder();

    /** The frame of this sequence with so many events; the same object each time. */
    Frame frame(long sequence, int events) {
        frame.clear();
        order.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        order.account(100).instrument(1).priceTicks(sequence).quantityLots(5).quoteAmountMinor(0);
        order.side(Side.BUY)
                .orderType(OrderType.LIMIT)
                .timeInForce(TimeInForce.GTC)
                .postOnly(PostOnly.NO);
        order.selfTradePrevention(SelfTradePrevention.ACCOUNT_DEFAULT).clientOrderId("");
        frame.commandEncoded(NewOrderEncoder.TEMPLATE_ID, order.encodedLength());
        frame.stampPlace(sequence, START_NANOS + sequence);
        for (int i = 0; i < events; i++) addEvent(i);
        frame.close();
        return frame;
    }

    private void addEvent(int number) {
        frame.claimEvent(rejected).reason(Reason.UNKNOWN_ACCOUNT).originalSequence(number);
    }

    /** Events of the frame of this sequence: between none and six. */
    static int events(long sequence) {
        return (int) (sequence * 2654435761L >>> 7) % 7 & 7;
    }

    /** Appends frames in batches and commits each. */
    void append(Journal journal, int frames, int batch) {
        long first = journal.appendedSequence() + 1;
        for (long s = first; s < first + frames; s++) {
            journal.append(frame(s, events(s)));
            if ((s - first + 1) % batch == 0) journal.commit();
        }
        journal.commit();
    }

    /** A journal of so many frames, closed again. */
    static void write(JournalOptions options, int frames, int batch) {
        try (Journal journal = open(options)) {
            new History().append(journal, frames, batch);
        }
    }

    static Journal open(JournalOptions options) {
        return Journal.open(options, end(options.directory()));
    }

    static JournalEnd end(Path directory) {
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) continue;
            return reader.end();
        }
    }

    static List<Long> sequences(Path directory) {
        List<Long> sequences = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) sequences.add(reader.frame().sequence());
        }
        return sequences;
    }
}
