package io.rialto.engine.orders;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.Reason;
import io.rialto.protocol.TimeInForce;
import org.agrona.DirectBuffer;

/**
 * Every open order: its record, its place among the account's orders, its owner's name for it.
 *
 * <p>An order is <em>claimed</em> when it is accepted, <em>enlisted</em> when it first rests, and <em>ended</em> once.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class OpenOrders {
    public static final int NONE = OrderPool.NONE;

    private static final int FIRST_VERSION = 1;
    private static final byte GTD = (byte) TimeInForce.GTD.value();
    private static final int PREVENTION_MASK = 7;
    private static final int POST_ONLY = 1 << 3;
    private static final int NAMED = 1 << 4;
    private static final int ENLISTED = 1 << 5;
    private static final int SPECIAL = 1 << 6;
    private static final int PARKED = 1 << 7;
    private static final int TAGGED = 1 << 20;

    private final OrderPool pool;
    private final AccountOrders ofAccounts;
    private final ClientOrderIds clientIds = new ClientOrderIds();
    private final Specials specials = new Specials();
    private final SessionOrders ofSessions = new SessionOrders();
    private final Agenda agenda;
    private final OrderTags tags = new OrderTags();
    private final PeggedOrders pegs;
    private Bond legs = Bond.NONE;
    private Bond quotes = Bond.NONE;
    private Bond reductions = Bond.NONE;
    private long lastSerial;

    /** @param agenda where the ends of GTD orders are noted */
    public OpenOrders(OrderPool pool, Agenda agenda, int expectedAccounts, int expectedOrders) {
        this.pool = pool;
        this.agenda = agenda;
        this.pegs = new PeggedOrders(pool);
        this.ofAccounts = new AccountOrders(expectedAccounts, expectedOrders);
    }

    public OrderPool pool() {
        return pool;
    }

    /** The last serial that was given, to an accepted order or to an iceberg's next peak. */
    public long lastSerial() {
        return lastSerial;
    }

    /** Takes a record for an order that is accepted now; its number is that of the record. */
    public int claim() {
        return pool.claim(++lastSerial);
    }

    /** Reads the owner's name for the order that is being asked for; false when it is malformed. */
    public boolean readClientId(DirectBuffer buffer, int offset, int limit) {
        return clientIds.read(buffer, offset, limit);
    }

    /** The order that is being asked for has no name. */
    public boolean readNoClientId() {
        clientIds.readNone();
        return true;
    }

    public boolean isClientIdTaken(int account) {
        return clientIds.isTaken(account);
    }

    /** The order stands in the book from now on: its account and its name lead to it. Its owner is set before. */
    public void enlist(int slot, byte selfTradePrevention, boolean isPostOnly, long quantityLots) {
        int account = pool.account(slot);
        int name = clientIds.keep(account);
        int flags = pool.flags(slot) | selfTradePrevention | ENLISTED;
        if (isPostOnly) flags |= POST_ONLY;
        if (name != ClientOrderIds.NONE) flags |= NAMED;
        pool.story(slot, quantityLots, FIRST_VERSION, name);
        pool.flags(slot, flags);
        ofAccounts.append(account - Accounts.FIRST, slot);
        if ((flags & SPECIAL) != 0) startTerm(slot);
    }

    private void startTerm(int slot) {
        Special special = specials.of(slot);
        if (special.isReduceOnly) reductions.enlisted(slot, special);
        if (SessionOrders.keeps(special.timeInForce)) {
            ofSessions.append(pool.instrument(slot), special.timeInForce, slot);
        } else if (special.timeInForce == GTD) {
            agenda.add(special.expireTimeNanos, Agenda.EXPIRY, pool.orderNumber(slot));
        }
    }

    private void endTerm(int slot) {
        if (specials.of(slot).isReduceOnly) reductions.delisted(slot, specials.of(slot));
        byte timeInForce = specials.of(slot).timeInForce;
        if (SessionOrders.keeps(timeInForce)) ofSessions.remove(pool.instrument(slot), timeInForce, slot);
    }

    /** Those that end with a part of the day. */
    public SessionOrders ofSessions() {
        return ofSessions;
    }

    /** The order is no more, and its number resolves to nothing. It has left its book and released its hold. */
    public void end(int slot) {
        delist(slot);
        if (isSpecial(slot)) endSpecial(slot);
        pool.free(slot);
    }

    private void endSpecial(int slot) {
        Special special = specials.of(slot);
        if (special.list != 0) legs.ended(slot, special);
        else if (special.isQuote) quotes.ended(slot, special);
        specials.end(slot);
    }

    /** A fill of any order; those that hang together with others are told on. */
    public void filled(int slot, long lots, long valueMinor) {
        if (!isSpecial(slot)) return;
        Special special = specials.of(slot);
        if (special.list != 0) legs.filled(slot, special, lots, valueMinor);
        else if (special.isQuote) quotes.filled(slot, special, lots, valueMinor);
    }

    /** The order got smaller because it met one of its own owner. */
    public void prevented(int slot) {
        if (!isSpecial(slot)) return;
        Special special = specials.of(slot);
        if (special.list != 0) legs.prevented(slot, special);
    }

    /** The order got smaller because there is less for it to reduce. */
    public void clipped(int slot, long lessLots) {
        Special special = specials.of(slot);
        if (special.list != 0) legs.clipped(slot, special, lessLots);
    }

    /** A price elected the order. */
    public void elected(int slot) {
        Special special = specials.of(slot);
        if (special.list != 0) legs.elected(slot, special);
    }

    /** Who follows the list that the order is a leg of; of any other, who allows everything. */
    public Bond bondOf(int slot) {
        return isSpecial(slot) && specials.of(slot).list != 0 ? legs : Bond.NONE;
    }

    /** Who follows the legs of order lists. */
    public void legsTell(Bond bond) {
        legs = bond;
    }

    /** The special order is one side of a market maker's quote. */
    public void quotes(int slot) {
        specials.of(slot).isQuote = true;
    }

    /** Who follows orders that may only reduce a position. */
    public void reductionsTell(Bond bond) {
        reductions = bond;
    }

    /** Who follows market makers' quotes. */
    public void quotesTell(Bond bond) {
        quotes = bond;
    }

    /** The first half of an end: account and name no longer lead to the order, its record still stands. */
    public void delist(int slot) {
        int flags = pool.flags(slot);
        if ((flags & ENLISTED) != 0) ofAccounts.remove(pool.account(slot) - Accounts.FIRST, slot);
        if ((flags & (ENLISTED | SPECIAL)) == (ENLISTED | SPECIAL)) endTerm(slot);
        if ((flags & NAMED) != 0) clientIds.forget(pool.clientIdSlot(slot));
        pool.flags(slot, flags & ~(ENLISTED | NAMED));
    }

    /** The order has terms of its own from now on, these; to be called before it is enlisted. */
    public Special specialize(int slot, Special terms, Instrument market) {
        pool.flags(slot, pool.flags(slot) | SPECIAL);
        Special special = specials.begin(slot, terms);
        if (special.isUnusual()) {
            special.unusualIn = market;
            market.unusualOrders(1);
        }
        if (special.pegReference != 0) pegs.add(pool.orderNumber(slot));
        return special;
    }

    /** The pegged ones. */
    public PeggedOrders pegged() {
        return pegs;
    }

    public boolean isPegged(int slot) {
        return isSpecial(slot) && specials.of(slot).pegReference != 0;
    }

    public boolean isSpecial(int slot) {
        return (pool.flags(slot) & SPECIAL) != 0;
    }

    public boolean isReduceOnly(int slot) {
        return isSpecial(slot) && specials.of(slot).isReduceOnly;
    }

    /** Of a special order. */
    public Special special(int slot) {
        return specials.of(slot);
    }

    /** By whom and by which way it came; 0 for none. To be called before it is enlisted. */
    public void tag(int slot, int trader, int key, int session) {
        pool.flags(slot, pool.flags(slot) | TAGGED);
        tags.put(slot, trader, key, session);
    }

    public int trader(int slot) {
        return (pool.flags(slot) & TAGGED) == 0 ? 0 : tags.trader(slot);
    }

    public int key(int slot) {
        return (pool.flags(slot) & TAGGED) == 0 ? 0 : tags.key(slot);
    }

    public int session(int slot) {
        return (pool.flags(slot) & TAGGED) == 0 ? 0 : tags.session(slot);
    }

    /** Whether it waits outside of the book; only a special order does. */
    public boolean isParked(int slot) {
        return (pool.flags(slot) & PARKED) != 0;
    }

    /** It waits outside of the book for this, and holds this much. */
    public void park(int slot, byte parking, long holdMinor) {
        pool.flags(slot, pool.flags(slot) | PARKED);
        Special special = specials.of(slot);
        special.parking = parking;
        special.parkedHoldMinor = holdMinor;
    }

    /** It goes on to the book, or ends. */
    public void unpark(int slot) {
        pool.flags(slot, pool.flags(slot) & ~PARKED);
        specials.of(slot).parking = 0;
    }

    /** The balance that an open order holds from: quote of a buyer, base of a seller. */
    public int payingCell(int slot) {
        return pool.sells(slot) ? pool.baseBalance(slot) : pool.quoteBalance(slot);
    }

    /** What an open order holds, parked or resting, in the asset that it pays with. */
    public long heldMinor(Instrument market, int slot) {
        if (isParked(slot) && !specials.of(slot).holdsByPrice()) return specials.of(slot).parkedHoldMinor;
        boolean buys = !pool.sells(slot);
        return Holds.of(market, buys, holdTicks(slot), pool.openLots(slot), pool.feePrepaid(slot));
    }

    /** The price that a resting order holds by: its own, or the cap that it may be priced up to. */
    public long holdTicks(int slot) {
        return holdTicks(slot, pool.priceTicks(slot));
    }

    /** The same, would it stand at another price. */
    public long holdTicks(int slot, long priceTicks) {
        if (!isSpecial(slot)) return priceTicks;
        long capTicks = specials.of(slot).capTicks;
        return capTicks == Special.NO_PRICE ? priceTicks : capTicks;
    }

    /** The least of a resting order that an aggressor may take at once. */
    public long leastLots(int slot) {
        return isSpecial(slot) ? specials.of(slot).leastLots(pool.openLots(slot)) : 0;
    }

    /** The least that an arriving order of so many lots takes at all. */
    public long leastLots(int slot, long arrivingLots) {
        return isSpecial(slot) ? specials.of(slot).leastLots(arrivingLots) : 0;
    }

    public boolean isHidden(int slot) {
        return isSpecial(slot) && specials.of(slot).isHidden;
    }

    public boolean isIceberg(int slot) {
        return isSpecial(slot) && specials.of(slot).isIceberg();
    }

    /** A number that no order has: the next accepted order has a later one. */
    public long newPublicNumber(int slot) {
        return ++lastSerial << OrderPool.SLOT_BITS | slot;
    }

    /** The mode that the order came with, or took from its account then. */
    public byte selfTradePrevention(int slot) {
        return (byte) (pool.flags(slot) & PREVENTION_MASK);
    }

    public boolean isPostOnly(int slot) {
        return (pool.flags(slot) & POST_ONLY) != 0;
    }

    public boolean isEnlisted(int slot) {
        return (pool.flags(slot) & ENLISTED) != 0;
    }

    /** The account's oldest open order, or {@link #NONE}. */
    public int oldestOf(int account) {
        return ofAccounts.oldest(account - Accounts.FIRST);
    }

    /** The account's next younger open order, or {@link #NONE}. */
    public int youngerThan(int slot) {
        return ofAccounts.younger(slot);
    }

    /** A word of the owner's name for the order; 0 without one. */
    public long clientIdWord(int slot, int word) {
        return (pool.flags(slot) & NAMED) == 0 ? 0 : clientIds.word(pool.clientIdSlot(slot), word);
    }

    /** Who wants to know what becomes of special orders that hang together with others. It only takes note: a match may go on. */
    public interface Bond {
        /** Trades with nobody's bond. */
        Bond NONE = new Bond() {
            @Override
            public void filled(int slot, Special special, long lots, long valueMinor) {
                // Nobody asked.
            }

            @Override
            public void ended(int slot, Special special) {
                // Nobody asked.
            }
        };

        /** Some of it was traded; its record may still say what was before. */
        void filled(int slot, Special special, long lots, long valueMinor);

        /** It met an order of its own owner, and lost lots by it. */
        default void prevented(int slot, Special special) {
            // What is left of it goes on.
        }

        /** It is open from now on. */
        default void enlisted(int slot, Special special) {
            // Most only want to know what becomes of it.
        }

        /** It is open no more, and its record still stands. */
        default void delisted(int slot, Special special) {
            // Most wait until it has ended.
        }

        /** It lost lots because there is less for it to reduce. */
        default void clipped(int slot, Special special, long lessLots) {
            // What is left of it goes on.
        }

        /** A price elected it; it arrives later. */
        default void elected(int slot, Special special) {
            // Only what waits for a price is elected.
        }

        /** Whether its owner may give it these terms, or why its fellows forbid it. */
        default Reason mayAmend(int slot, long triggerTicks, long priceTicks, long quantityLots) {
            return Reason.NONE;
        }

        /** The other leg of the pair that shares quantity and hold with this one, or NONE. */
        default int fellowOf(int slot) {
            return OpenOrders.NONE;
        }

        /** Whether a leg of a pair holds only what it needs beyond the other. */
        default boolean sharesHold(int slot) {
            return false;
        }

        default void resized(int slot, long quantityLots) {}

        /** It is no more, filled or not. Its record stands for the last time. */
        void ended(int slot, Special special);
    }
}
