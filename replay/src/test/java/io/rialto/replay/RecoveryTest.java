package io.rialto.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.journal.JournalEnd;
import io.rialto.protocol.CancelAfterFiredDecoder;
import io.rialto.protocol.FrameHeaderDecoder;
import io.rialto.protocol.MassCancelledDecoder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.TickEncoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final int ORDERS = 600;

    @TempDir
    Path data;

    @Test
    void everyStartIsATestOfDeterminism() {
        Core live = WrittenHistory.write(data, 1, ORDERS);
        List<Long> handed = new ArrayList<>();
        Core core = core();
        Recovered recovered = Recovery.of(journal(), core)
                .onFrame(frame -> handed.add(frame.sequence()))
                .run();
        assertThat(recovered.end().isClean()).isTrue();
        assertThat(recovered.frames()).isEqualTo(live.sequence());
        assertThat(recovered.stateHash()).isEqualTo(live.stateHash()).isEqualTo(core.stateHash());
        assertThat(core.timeNanos()).isEqualTo(live.timeNanos());
        assertThat(handed)
                .isEqualTo(LongStream.rangeClosed(1, live.sequence()).boxed().toList());
    }

    @Test
    void aDeadMansSwitchFiresAfterDowntimeBeforeTheFirstCommand() {
        try (WrittenHistory venue = new WrittenHistory(data, 20, 1)) {
            venue.open();
            for (int i = 0; i < 50; i++) venue.trade();
            venue.cancelAfter(100, 1_000_000_000L);
        }
        Core core = core();
        Recovery.of(journal(), core).run();
        Frame frame = new Frame(1 << 14);
        new TickEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        frame.commandEncoded(TickEncoder.TEMPLATE_ID, TickEncoder.BLOCK_LENGTH);
        frame.stampTime(core.timeNanos() + 3_600_000_000_000L);
        core.decide(frame);

        FrameView view = new FrameView().wrap(frame.buffer(), 0);
        List<Integer> events = new ArrayList<>();
        while (view.nextEvent()) events.add(view.eventType());
        assertThat(events)
                .startsWith(CancelAfterFiredDecoder.TEMPLATE_ID, OrderCancelledDecoder.TEMPLATE_ID)
                .endsWith(MassCancelledDecoder.TEMPLATE_ID);
    }

    @Test
    void anEmptyDirectoryIsAnEmptyHistory() {
        Recovered recovered = Recovery.of(data.resolve("nothing"), core()).run();
        assertThat(recovered.frames()).isZero();
        assertThat(recovered.end().isClean()).isTrue();
    }

    @Test
    void aForgedEventIsFoundByRunningItsCommandAgain() throws IOException {
        WrittenHistory.write(data, 2, ORDERS);
        Forger forger = new Forger(data);
        int sequence = forger.withEvent(TradeExecutedDecoder.TEMPLATE_ID);
        int event = eventOffset(forger, sequence, TradeExecutedDecoder.TEMPLATE_ID);
        long traded = forger.bytes().getLong(event + TradeExecutedDecoder.notionalMinorEncodingOffset());
        forger.bytes().putLong(event + TradeExecutedDecoder.notionalMinorEncodingOffset(), traded + 1);
        forger.forge(sequence);
        assertThatThrownBy(this::recover)
                .isInstanceOf(HistoryMismatch.class)
                .hasMessageContaining("offset=" + forger.start(sequence) + " sequence=" + sequence + " event=")
                .hasMessageContaining("notionalMinor=" + (traded + 1))
                .hasMessageContaining("notionalMinor=" + traded + " ")
                .hasMessageContaining("command=[NewOrder account=");
    }

    @Test
    void aForgedCommandIsFoundByWhatItDoesNotCause() throws IOException {
        WrittenHistory.write(data, 3, ORDERS);
        Forger forger = new Forger(data);
        int sequence = forger.withEvent(OrderAcceptedDecoder.TEMPLATE_ID);
        int command = forger.start(sequence) + forger.frame(sequence).commandOffset() + FrameLayout.PART_HEADER_LENGTH;
        int at = command + NewOrderEncoder.quantityLotsEncodingOffset();
        forger.bytes().putLong(at, forger.bytes().getLong(at) + 1);
        forger.forge(sequence);
        assertThatThrownBy(this::recover)
                .isInstanceOf(HistoryMismatch.class)
                .hasMessageContaining("sequence=" + sequence + " event=1 history=[OrderAccepted");
    }

    @Test
    void aForgedTimeThatFallsIsFound() throws IOException {
        WrittenHistory.write(data, 4, ORDERS);
        Forger forger = new Forger(data);
        int at = forger.start(50) + FrameHeaderDecoder.timeNanosEncodingOffset();
        forger.bytes().putLong(at, 5);
        forger.forge(50);
        String found = "";
        try {
            JournalEnd end = recover().end();
            if (end.isDamaged()) found = end.describe();
        } catch (HistoryMismatch mismatch) {
            found = mismatch.getMessage();
        }
        assertThat(found).contains("sequence=50").contains("timeNanos");
    }

    @Test
    void aCommandWhoseLengthsLeadOutOfItsFrameIsNotGivenToTheCore() throws IOException {
        WrittenHistory.write(data, 5, ORDERS);
        Forger forger = new Forger(data);
        int sequence = forger.withEvent(OrderAcceptedDecoder.TEMPLATE_ID);
        int command = forger.start(sequence) + forger.frame(sequence).commandOffset() + FrameLayout.PART_HEADER_LENGTH;
        forger.bytes().putShort(command + NewOrderEncoder.BLOCK_LENGTH, (short) 0xFFF0);
        forger.forge(sequence);
        assertThatThrownBy(this::recover)
                .isInstanceOf(HistoryMismatch.class)
                .hasMessageContaining("sequence=" + sequence)
                .hasMessageContaining("its lengths lead out of its frame");
    }

    @Test
    void framesInAnotherOrderAreFoundEvenWithTheirLinksMadeGood() throws IOException {
        WrittenHistory.write(data, 8, ORDERS);
        Forger forger = new Forger(data);
        int sequence = forger.twin(200);
        forger.swap(sequence);
        forger.forge(sequence);
        JournalEnd end = recover().end();
        assertThat(end.isDamaged()).isTrue();
        assertThat(end.describe()).contains("sequence=" + sequence + " field=sequence");
    }

    @Test
    void framesInAnotherOrderWithTheirNumbersMadeGoodAreFoundByRunningThem() throws IOException {
        WrittenHistory.write(data, 8, ORDERS);
        Forger forger = new Forger(data);
        int sequence = forger.twin(200);
        forger.swap(sequence);
        int number = FrameHeaderDecoder.sequenceEncodingOffset();
        int time = FrameHeaderDecoder.timeNanosEncodingOffset();
        long earlier = forger.bytes().getLong(forger.start(sequence + 1) + time);
        forger.bytes()
                .putLong(forger.start(sequence + 1) + time, forger.bytes().getLong(forger.start(sequence) + time));
        forger.bytes().putLong(forger.start(sequence) + time, earlier);
        forger.bytes().putLong(forger.start(sequence) + number, sequence);
        forger.bytes().putLong(forger.start(sequence + 1) + number, sequence + 1);
        forger.forge(sequence);
        assertThatThrownBy(this::recover)
                .isInstanceOf(HistoryMismatch.class)
                .hasMessageContaining("offset=" + forger.start(sequence) + " sequence=" + sequence + " event=");
    }

    @Test
    void aFrameThatWasTakenOutLeavesAGap() throws IOException {
        WrittenHistory.write(data, 9, ORDERS);
        Forger forger = new Forger(data);
        forger.remove(300);
        forger.write();
        JournalEnd end = recover().end();
        assertThat(end.isDamaged()).isTrue();
        assertThat(end.sequence()).isEqualTo(300);
        assertThat(end.offset()).isEqualTo(forger.start(300));
    }

    @Test
    void forgingNothingChangesNothing() throws IOException {
        Core live = WrittenHistory.write(data, 6, ORDERS);
        new Forger(data).forge(1);
        assertThat(recover().stateHash()).isEqualTo(live.stateHash());
    }

    @Test
    void damageIsTheEndThatWasFoundAndNamesItsPlace() throws IOException {
        WrittenHistory.write(data, 7, ORDERS);
        Forger forger = new Forger(data);
        int at = forger.start(100) + forger.frame(100).length() - 3;
        forger.bytes().putByte(at, (byte) (forger.bytes().getByte(at) ^ 4));
        forger.write();
        JournalEnd end = recover().end();
        assertThat(end.isDamaged()).isTrue();
        assertThat(end.lastSequence()).isEqualTo(99);
        assertThat(end.sequence()).isEqualTo(100);
        assertThat(end.offset()).isEqualTo(forger.start(100));
        assertThat(end.describe()).contains("field=crc");
    }

    private Recovered recover() {
        return Recovery.of(journal(), core()).run();
    }

    private Path journal() {
        return data.resolve("journal");
    }

    private static Core core() {
        return new Core(CoreOptions.defaults());
    }

    private static int eventOffset(Forger forger, int sequence, int templateId) {
        FrameView view = forger.frame(sequence);
        while (view.nextEvent()) {
            if (view.eventType() == templateId) return view.eventOffset();
        }
        throw new AssertionError("frame " + sequence + " has no such event");
    }
}
