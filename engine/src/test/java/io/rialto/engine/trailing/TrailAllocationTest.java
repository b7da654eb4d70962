package io.rialto.engine.trailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.Allocated;
import io.rialto.engine.reference.Command;
import io.rialto.engine.rules.Ticket;
import io.rialto.engine.rules.VenueUnderTest;
import io.rialto.engine.simulation.CommandFrames;
import io.rialto.protocol.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices go up and down, triggers follow, and orders are elected and cancelled, round after round. */
class TrailAllocationTest {
    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 300;
    private static final int ALICE = VenueUnderTest.ALICE;
    private static final int BOB = VenueUnderTest.BOB;
    private static final int CAROL = VenueUnderTest.CAROL;

    private final VenueUnderTest venue = VenueUnderTest.trading();
    private final List<Frame> round = new ArrayList<>();
    private long events;

    @Test
    void warmTrailsAllocateNothing() {
        trade(100);
        trail();
        trade(105, 103, 110);
        trail();
        trade(104, 108, 95, 90);
        trail();
        trade(97, 92, 100);
        write(new Command.CancelAll(ALICE, 0, 255));
        play(WARM_UP);
        events = 0;
        long allocated = Allocated.bytes(() -> play(MEASURED));

        assertThat(allocated).as("bytes in %d rounds", MEASURED).isZero();
        assertThat(events).isGreaterThan(2L * Allocated.ROUNDS * MEASURED * round.size());
        venue.core().verifyInvariants();
    }

    private void trail() {
        for (int distance = 1; distance < 30; distance += 2) {
            write(Ticket.sells(1).trailing(distance).becoming(300).command(ALICE, 1));
            write(Ticket.sells(1)
                    .trailingBps(100 * distance)
                    .activeAt(107)
                    .becoming(300)
                    .command(ALICE, 1));
            write(Ticket.buys(1).trailing(distance).becoming(30).command(ALICE, 1));
            write(Ticket.buys(1).trailingBps(100 * distance).becoming(30).command(ALICE, 1));
        }
    }

    private void trade(long... prices) {
        for (long ticks : prices) {
            for (int seller : new int[] {BOB, CAROL}) {
                write(Ticket.sells(1).at(ticks).command(seller, 1));
                write(Ticket.buys(1).at(ticks).command(BOB + CAROL - seller, 1));
            }
        }
    }

    private void write(Command command) {
        Frame frame = new Frame(1 << 14);
        new CommandFrames().write(frame, command, null, 1_000);
        round.add(frame);
    }

    private void play(int rounds) {
        for (int i = 0; i < rounds; i++) {
            for (int at = 0; at < round.size(); at++) {
                Frame frame = round.get(at);
                frame.dropEvents();
                venue.core().decide(frame);
                events += frame.eventCount();
            }
        }
    }
}
