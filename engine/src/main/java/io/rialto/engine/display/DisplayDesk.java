package io.rialto.engine.display;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.admission.Gate;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.AmendDisplayDecoder;
import io.rialto.protocol.DisplayAmendedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Changes what an iceberg shows. A smaller peak counts from the next one on, and the order keeps its place; a larger one
 * is shown at once, at the back.
 *
 * <p>Quantities in lots. Threading: the core's thread only. Allocates nothing.
 */
public final class DisplayDesk {
    private final Accounts accounts;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Gate gate;
    private final Displays displays;
    private final Ticket ticket = new Ticket();
    private final DisplayAmendedEncoder amended = new DisplayAmendedEncoder();

    public DisplayDesk(Accounts accounts, Instruments instruments, OpenOrders orders, Gate gate, Displays displays) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.orders = orders;
        this.pool = orders.pool();
        this.gate = gate;
        this.displays = displays;
    }

    public Reason amend(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + AmendDisplayDecoder.accountEncodingOffset());
        long displayLots = buffer.getLong(at + AmendDisplayDecoder.displayLotsEncodingOffset());
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        int slot = pool.slotOf(buffer.getLong(at + AmendDisplayDecoder.orderEncodingOffset()));
        if (slot == OrderPool.NONE || pool.account(slot) != account) return Reason.UNKNOWN_ORDER;
        if (!orders.isIceberg(slot)) return Reason.NOT_AN_ICEBERG;
        Reason refusal = check(slot, displayLots);
        if (refusal == Reason.NONE) apply(frame, slot, displayLots);
        return refusal;
    }

    private Reason check(int slot, long displayLots) {
        Special special = orders.special(slot);
        if (displayLots == special.displayLots) return Reason.WOULD_CHANGE_NOTHING;
        Instrument market = instruments.get(pool.instrument(slot));
        Reason refusal = DisplayRules.iceberg(market, special, displayLots, pool.quantityLots(slot));
        if (refusal != Reason.NONE) return refusal;
        ticket.readAmended(orders, slot, pool.priceTicks(slot), pool.quantityLots(slot));
        ticket.terms.displayLots = displayLots;
        return gate.admitAmend(ticket, market, displayLots < special.displayLots);
    }

    private void apply(Frame frame, int slot, long displayLots) {
        Special special = orders.special(slot);
        boolean keepsPlace = displayLots < special.displayLots || orders.isParked(slot);
        int version = pool.version(slot) + 1;
        frame.claimEvent(amended)
                .order(pool.orderNumber(slot))
                .oldDisplayLots(special.displayLots)
                .newDisplayLots(displayLots)
                .account(pool.account(slot))
                .instrument(pool.instrument(slot))
                .version(version)
                .side(pool.side(slot))
                .priorityKept((short) (keepsPlace ? 1 : 0));
        special.displayLots = displayLots;
        pool.version(slot, version);
        if (keepsPlace) return;
        Instrument market = instruments.get(pool.instrument(slot));
        market.book().remove(slot);
        displays.rest(frame, market, slot);
    }
}
