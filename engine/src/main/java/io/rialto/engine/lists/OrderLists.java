package io.rialto.engine.lists;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.ParkingPlace;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.Parking;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The open order lists. What happens to a leg is noted while it happens, and followed once the command is done, first
 * noted first: until then the other legs stand outside of the book, so nothing can trade twice.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class OrderLists implements OpenOrders.Bond, Consequence, ParkingPlace {
    /** A list is followed only while half of the frame's events are left: what a child that starts may need. */
    private static final int LAST_START = FrameLayout.MAX_EVENTS / 2;

    static final byte TRIGGER = (byte) Parking.TRIGGER.value();

    private static final int FEW = 16;

    private final OpenOrders orders;
    private Following following;
    private OrderList[] lists = new OrderList[FEW]; // by place; 0 is none
    private int[] free = new int[FEW];
    private int freeCount;
    private int used = 1;
    private long lastNumber;
    private int[] marked = new int[FEW]; // a ring: its length is a power of two
    private int head;
    private int tail;

    // Two legs that are looked at side by side.
    private final LegTerms one = new LegTerms();
    private final LegTerms other = new LegTerms();

    public OrderLists(OpenOrders orders) {
        this.orders = orders;
        orders.legsTell(this);
    }

    /** Who knows what follows. */
    void followedBy(Following rules) {
        following = rules;
    }

    /** Room for a list that is accepted now; answers its place. */
    int claim() {
        int place = freeCount > 0 ? free[--freeCount] : used++;
        if (place == lists.length) lists = Arrays.copyOf(lists, place << 1);
        if (lists[place] == null) lists[place] = new OrderList();
        return place;
    }

    long nextNumber() {
        return ++lastNumber;
    }

    OrderList at(int place) {
        return lists[place];
    }

    /** The open leg's slot, or {@link OpenOrders#NONE}. */
    int slotOf(OrderList list, int leg) {
        return list.states[leg] == OrderList.GONE
                ? OpenOrders.NONE
                : orders.pool().slotOf(list.orders[leg]);
    }

    /** Its legs are orders like any other from now on. */
    void end(int place) {
        OrderList list = lists[place];
        for (int leg = 0; leg < list.legs; leg++) {
            int slot = slotOf(list, leg);
            if (slot != OpenOrders.NONE) orders.special(slot).list = 0;
        }
        list.number = 0;
        if (freeCount == free.length) free = Arrays.copyOf(free, freeCount << 1);
        free[freeCount++] = place;
    }

    @Override
    public void filled(int slot, Special special, long lots, long valueMinor) {
        lists[special.list].executedLots[special.leg] += lots;
        mark(special.list);
    }

    @Override
    public void prevented(int slot, Special special) {
        lists[special.list].isBroken = true;
        mark(special.list);
    }

    @Override
    public void clipped(int slot, Special special, long lessLots) {
        lists[special.list].quantityLots[special.leg] -= lessLots;
    }

    @Override
    public void elected(int slot, Special special) {
        lists[special.list].areElected[special.leg] = true;
        mark(special.list);
    }

    @Override
    public void ended(int slot, Special special) {
        lists[special.list].states[special.leg] = OrderList.GONE;
        mark(special.list);
    }

    /**
     * A parent's price; a pair's prices as long as the legs stay apart; the quantity of an OCO. Not what was just
     * executed, elected or ended: that is followed first.
     */
    @Override
    public Reason mayAmend(int slot, long triggerTicks, long priceTicks, long quantityLots) {
        Special special = orders.special(slot);
        OrderList list = lists[special.list];
        boolean isSameSize = quantityLots == orders.pool().quantityLots(slot);
        if (list.isParent(special.leg)) return isSameSize ? Reason.NONE : Reason.LEG_CANNOT_CHANGE_SO;
        int fellow = fellowOf(slot);
        if (fellow == OpenOrders.NONE || list.isMarked) return Reason.LEG_CANNOT_CHANGE_SO;
        boolean isMoved = triggerTicks != Special.NO_PRICE && triggerTicks != special.triggerTicks;
        if (!isSameSize) {
            boolean isOnlySize = !isMoved && priceTicks == orders.pool().priceTicks(slot);
            return list.kind == OrderList.OCO && isOnlySize ? Reason.NONE : Reason.LEG_CANNOT_CHANGE_SO;
        }
        one.stands(orders, slot);
        one.moves(priceTicks, isMoved ? triggerTicks : special.triggerTicks);
        other.stands(orders, fellow);
        return LegCheck.couldTradeTogether(one, other) ? Reason.LEGS_COULD_TRADE_TOGETHER : Reason.NONE;
    }

    @Override
    public int fellowOf(int slot) {
        Special special = orders.special(slot);
        OrderList list = lists[special.list];
        int fellow = list.fellowOf(special.leg);
        boolean isPair = fellow != OrderList.NO_LEG && list.states[fellow] == OrderList.WORKING;
        return isPair ? slotOf(list, fellow) : OpenOrders.NONE;
    }

    /** The second leg does where it waits for a price, else the first. */
    @Override
    public boolean sharesHold(int slot) {
        Special special = orders.special(slot);
        OrderList list = lists[special.list];
        int second = list.legs - 1;
        boolean isSecond = orders.special(slotOf(list, second)).isTriggered();
        return isSecond == (special.leg == second);
    }

    @Override
    public void resized(int slot, long quantityLots) {
        Special special = orders.special(slot);
        lists[special.list].quantityLots[special.leg] = quantityLots;
    }

    @Override
    public void leave(int slot) {
        // A child that waits for its parent stands nowhere else.
    }

    @Override
    public boolean isPending() {
        return head != tail;
    }

    @Override
    public boolean isDone(Frame frame) {
        if (frame.eventCount() > LAST_START) return false;
        int place = marked[head++ & marked.length - 1];
        OrderList list = lists[place];
        // A list that ended meanwhile is free, or another that is marked itself.
        if (list.number == 0 || !list.isMarked) return true;
        list.isMarked = false;
        following.follow(frame, place, list);
        return true;
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        state.accept(lastNumber);
        state.accept(used);
        for (int place = 1; place < used; place++) {
            state.accept(lists[place].number);
            if (lists[place].number != 0) lists[place].visit(state);
        }
        for (int i = 0; i < freeCount; i++) state.accept(free[i]);
        for (int i = head; i != tail; i++) state.accept(marked[i & marked.length - 1]);
    }

    /** Visits the open lists by place; for audits. */
    public void visitLegs(LegVisitor visitor) {
        for (int place = 1; place < used; place++) {
            OrderList list = lists[place];
            if (list.number == 0) continue;
            for (int leg = 0; leg < list.legs; leg++) {
                int slot = slotOf(list, leg);
                if (slot != OpenOrders.NONE) visitor.leg(place, leg, slot, list.states[leg] == OrderList.PENDING);
            }
        }
    }

    /** An open leg. */
    public interface LegVisitor {
        void leg(int list, int leg, int slot, boolean isPending);
    }

    private void mark(int place) {
        OrderList list = lists[place];
        if (list.isMarked) return;
        list.isMarked = true;
        if (tail - head == marked.length) grow();
        marked[tail++ & marked.length - 1] = place;
    }

    private void grow() {
        int[] longer = new int[marked.length << 1];
        for (int i = head; i != tail; i++) longer[i & longer.length - 1] = marked[i & marked.length - 1];
        marked = longer;
    }
}
