package io.rialto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import org.junit.jupiter.api.Test;

/** Frames of a sound shape with anything in them: the core refuses or obeys, and never breaks. */
class HostileFramesTest {
    private static final int ROUNDS = 60_000;
    private static final int LAST_TYPE = 80;

    private final Core core = new Core(new CoreOptions(16, 16));
    private final Frame frame = new Frame(1 << 14);
    private final RandomFlow flow = new RandomFlow(30);

    @Test
    void noFieldOfAnyCommandCanBreakTheCore() {
        trade(2_000);
        for (int round = 0; round < ROUNDS; round++) {
            flow.next(frame);
            scribble(frame, 1 + round % 3);
            core.decide(frame);
            flow.learn(frame);
            assertThat(frame.eventCount() > 0 || frame.commandType() == 30).isTrue();
            if (round % 1_000 == 0) core.verifyInvariants();
        }
        core.verifyInvariants();
    }

    @Test
    void noBlockOfNoiseCanBreakTheCore() {
        trade(2_000);
        for (int round = 0; round < ROUNDS; round++) {
            int type = round % LAST_TYPE;
            frame.clear();
            int at = frame.commandOffset();
            int block = (int) (flow.random() >>> 57);
            for (int i = 0; i < block; i++) frame.buffer().putByte(at + 8 + i, noise());
            head(at, type, block);
            frame.commandEncoded(type, block);
            frame.stampTime(flow.random());
            core.decide(frame);
            assertThat(frame.eventCount() > 0 || type == 30).isTrue();
        }
        core.verifyInvariants();
    }

    @Test
    void aCommandCutShortIsNoCommand() {
        trade(100);
        for (int kept = 0; kept < 24; kept++) {
            flow.next(frame);
            frame.commandEncoded(frame.commandType(), kept / 8 * 8 - (kept > 8 ? 8 : 0));
            if (frame.eventsOffset() - frame.commandOffset() >= 24) continue;
            core.decide(frame);
            assertThat(reason()).isEqualTo(Reason.UNKNOWN_COMMAND);
        }
    }

    @Test
    void typesThatNobodyKnowsAreRefused() {
        for (int type : new int[] {0, 4, 19, 24, 99, 101, 127, 128, 500, 65_535}) {
            frame.clear();
            head(frame.commandOffset(), type, 0);
            frame.commandEncoded(type, 0);
            core.decide(frame);
            assertThat(reason()).isEqualTo(Reason.UNKNOWN_COMMAND);
        }
    }

    @Test
    void aCommandThatSaysToBeAnotherIsRefused() {
        trade(100);
        flow.next(frame);
        frame.buffer().putShort(frame.commandOffset() + 2, (short) 21);
        frame.commandEncoded(20, 60);
        core.decide(frame);

        assertThat(reason()).isEqualTo(Reason.UNKNOWN_COMMAND);
    }

    private void trade(int commands) {
        for (int i = 0; i < commands; i++) {
            flow.next(frame);
            core.decide(frame);
            flow.learn(frame);
        }
    }

    /** A few bytes of the command become noise; its header stays. */
    private void scribble(Frame target, int bytes) {
        int from = target.commandOffset() + 8;
        int length = target.eventsOffset() - from;
        for (int i = 0; i < bytes && length > 0; i++) {
            int at = from + (int) ((flow.random() >>> 33) % length);
            target.buffer().putByte(at, noise());
        }
    }

    private byte noise() {
        long drawn = flow.random();
        return (drawn & 3) == 0 ? (byte) (drawn & 8) : (byte) (drawn >>> 8);
    }

    private void head(int at, int type, int block) {
        frame.partHeader()
                .wrap(frame.buffer(), at)
                .blockLength(block)
                .templateId(type)
                .schemaId(MessageHeaderDecoder.SCHEMA_ID)
                .version(MessageHeaderDecoder.SCHEMA_VERSION);
    }

    private Reason reason() {
        assertThat(frame.eventCount()).isEqualTo(1);
        return new CommandRejectedDecoder()
                .wrap(frame.buffer(), frame.eventsOffset() + 8, CommandRejectedDecoder.BLOCK_LENGTH, 1)
                .reason();
    }
}
