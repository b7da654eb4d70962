package io.rialto.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.Begin;
import io.rialto.engine.simulation.CommandFrames;
import io.rialto.protocol.BatchMode;
import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.ListKind;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.Phase;
import io.rialto.protocol.ReplaceMode;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A venue with one market of whole numbers (tick 1, lot 1, no decimals) and three rich accounts. After every command its
 * invariants are swept.
 */
public final class VenueUnderTest {
    public static final int ALICE = 100;
    public static final int BOB = 101;
    public static final int CAROL = 102;
    public static final int BASE = 1;
    public static final int QUOTE = 2;
    public static final int FEE_INCOME = 2;
    public static final int OUTSIDE = 1;
    public static final long WEALTH = 1_000_000;

    private final Core core = new Core(new CoreOptions(16, 16));
    private final Frame frame = new Frame(512);
    private final CommandFrames writer = new CommandFrames();
    private final EventText text = new EventText();
    private final Map<Long, Long> ordersBySerial = new HashMap<>();
    private List<String> events = List.of();
    private long timeNanos = 1_000;
    private Command.Asked asked;

    private VenueUnderTest() {}

    /** Nothing listed, nobody there. */
    public static VenueUnderTest empty() {
        return new VenueUnderTest();
    }

    /** One plain market; everybody has a million of both assets. */
    public static VenueUnderTest trading() {
        return trading(new Terms());
    }

    public static VenueUnderTest trading(Terms terms) {
        VenueUnderTest venue = poor(terms);
        for (int account = ALICE; account <= CAROL; account++) {
            venue.deposits(account, BASE, WEALTH).deposits(account, QUOTE, WEALTH);
        }
        return venue;
    }

    /** One market, and nobody has anything. */
    public static VenueUnderTest poor(Terms terms) {
        VenueUnderTest venue = new VenueUnderTest();
        venue.decides(new Command.ListAsset("BASE", 0)).decides(new Command.ListAsset("QUOTE", 0));
        venue.decides(terms.listing());
        for (int account = ALICE; account <= CAROL; account++) venue.decides(new Command.OpenAccount(0, 0, 0));
        return venue;
    }

    public VenueUnderTest deposits(int account, int asset, long amountMinor) {
        return decides(new Command.BeginTransfer(Begin.DEPOSIT, account, asset, amountMinor));
    }

    public VenueUnderTest receives(int account, Ticket ticket) {
        return decides(ticket.command(account, 1));
    }

    /** The nth order that the venue accepted, cancelled by its owner. */
    public VenueUnderTest cancels(int account, long serial) {
        return decides(new Command.CancelOrder(account, order(serial)));
    }

    public VenueUnderTest cancelsAll(int account) {
        return decides(new Command.CancelAll(account, 0, 255));
    }

    public VenueUnderTest amendsPrice(int account, long serial, long ticks) {
        return decides(new Command.AmendOrder(account, order(serial), ticks, Command.NULL));
    }

    public VenueUnderTest amendsTotal(int account, long serial, long lots) {
        return decides(new Command.AmendOrder(account, order(serial), Command.NULL, lots));
    }

    public VenueUnderTest amends(int account, long serial, long ticks, long lots) {
        return decides(new Command.AmendOrder(account, order(serial), ticks, lots));
    }

    public VenueUnderTest replaces(int account, long serial, ReplaceMode mode, Ticket ticket) {
        return decides(new Command.ReplaceOrder(account, order(serial), mode.value(), ticket.by(account, 1)));
    }

    public VenueUnderTest does(int account, BatchMode mode, Command... operations) {
        return decides(new Command.OrderBatch(account, mode.value(), List.of(operations)));
    }

    /** Orders that hang together; children start with what a parent executed, even when it is cancelled, if early. */
    public VenueUnderTest binds(int account, ListKind kind, ChildPolicy policy, boolean early, Ticket... legs) {
        List<Command> parts =
                Arrays.stream(legs).map(leg -> leg.command(account, 1)).toList();
        return decides(new Command.NewOrderList(account, kind.value(), policy.value(), early ? 1 : 0, parts));
    }

    /** Asks what would become of an order, and does nothing. */
    public VenueUnderTest tests(int account, Ticket ticket) {
        return decides(new Command.TestOrder(account, ticket.by(account, 1)));
    }

    public Command cancel(int account, long serial) {
        return new Command.CancelOrder(account, order(serial));
    }

    public Command amend(int account, long serial, long ticks, long lots) {
        return new Command.AmendOrder(account, order(serial), ticks, lots);
    }

    /** The one market goes to another phase. */
    public VenueUnderTest goes(Phase phase) {
        return decides(new Command.ChangePhase(1, phase.value(), 0));
    }

    public VenueUnderTest marks(long ticks) {
        return decides(new Command.SetMarkPrice(1, ticks));
    }

    /** Another trigger for the nth order, and nothing else. */
    public VenueUnderTest amendsTrigger(int account, long serial, long ticks) {
        return decides(new Command.AmendTrigger(account, order(serial), ticks, Command.NULL, Command.NULL));
    }

    public VenueUnderTest changes(InstrumentParameter parameter, long value) {
        return decides(new Command.ChangeInstrument(1, parameter.value(), value));
    }

    /** The next command comes with this key and body. */
    public VenueUnderTest asks(int actor, long key, long bodyHash) {
        asked = new Command.Asked(0, key, bodyHash, actor);
        return this;
    }

    /** The next command comes from this administrator. */
    public VenueUnderTest by(int actor) {
        asked = new Command.Asked(0, 0, 0, actor);
        return this;
    }

    /** The next command comes from this trader, by this key and connection. */
    public VenueUnderTest from(int trader, int key, int session) {
        asked = new Command.Asked(0, 0, 0, 0, trader, key, session);
        return this;
    }

    public VenueUnderTest after(long nanos) {
        timeNanos += nanos;
        return this;
    }

    public VenueUnderTest decides(Command command) {
        frame.buffer().setMemory(0, frame.buffer().capacity(), (byte) 0xAA);
        writer.write(frame, command, asked, timeNanos);
        asked = null;
        core.decide(frame);
        events = text.of(frame);
        rememberOrder();
        core.verifyInvariants();
        return this;
    }

    /** The whole list of the last command's events. */
    public VenueUnderTest emits(String... lines) {
        assertThat(events).containsExactly(lines);
        return this;
    }

    public VenueUnderTest has(int account, int asset, long totalMinor, long heldMinor) {
        assertThat(core.state().totalMinor(account, asset)).as("total").isEqualTo(totalMinor);
        assertThat(core.state().heldMinor(account, asset)).as("held").isEqualTo(heldMinor);
        return this;
    }

    /** Open orders of one side, best first: {@code "#1 5@101"}. */
    public VenueUnderTest shows(Side side, String... lines) {
        List<String> orders = new ArrayList<>();
        core.state()
                .openOrders(
                        1,
                        side,
                        (order, account, ticks, lots) -> orders.add("#" + (order >>> 27) + " " + lots + "@" + ticks));
        assertThat(orders).containsExactly(lines);
        return this;
    }

    public Core core() {
        return core;
    }

    public List<String> events() {
        return events;
    }

    /** The number of the nth accepted order; of none, a number that was never given. */
    public long order(long serial) {
        return ordersBySerial.getOrDefault(serial, serial << 27 | 99);
    }

    private void rememberOrder() {
        FrameView view = new FrameView().wrap(frame.buffer(), 0);
        while (view.nextEvent()) {
            if (view.eventType() != OrderAcceptedDecoder.TEMPLATE_ID) continue;
            long number = frame.buffer().getLong(view.eventOffset());
            ordersBySerial.put(number >>> 27, number);
        }
    }
}
