package io.rialto.engine.reference;

import static io.rialto.protocol.Reason.SELF_TRADE_PREVENTED;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_NEWEST;
import static io.rialto.protocol.SelfTradePrevention.NONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders of one owner that meet in an auction. */
final class ReferenceOwnOrders {
    private final ReferenceMatching matching;

    ReferenceOwnOrders(ReferenceMatching matching) {
        this.matching = matching;
    }

    /** Whoever reaches an older order of his owner that is still there goes, unless he wants to trade with himself. */
    void prevent(List<ReferenceOrder> takingPart) {
        takingPart.sort(Comparator.comparingLong(order -> order.number));
        List<ReferenceOrder> there = new ArrayList<>();
        for (ReferenceOrder younger : takingPart) {
            List<ReferenceOrder> met = new ArrayList<>(there);
            met.removeIf(older -> !isOwn(older, younger) || !wouldMeet(older, younger));
            if (met.isEmpty() || younger.mode == NONE) there.add(younger);
            else cancel(younger, best(met));
        }
    }

    private boolean isOwn(ReferenceOrder one, ReferenceOrder other) {
        return matching.owners.get(one.account).equals(matching.owners.get(other.account));
    }

    private static boolean wouldMeet(ReferenceOrder one, ReferenceOrder other) {
        if (one.isBuy == other.isBuy) return false;
        return one.isBuy ? one.priceTicks >= other.priceTicks : other.priceTicks >= one.priceTicks;
    }

    private static ReferenceOrder best(List<ReferenceOrder> orders) {
        ReferenceOrder best = orders.get(0);
        for (ReferenceOrder order : orders) {
            boolean isBetter = order.isBuy ? order.priceTicks > best.priceTicks : order.priceTicks < best.priceTicks;
            if (isBetter) best = order;
        }
        return best;
    }

    private void cancel(ReferenceOrder younger, ReferenceOrder older) {
        long lots = Math.min(younger.openLots, older.openLots);
        var what =
                List.of(older.number, younger.number, older.priceTicks, lots, 0, 0, older.openLots, younger.openLots);
        var whose = List.of(younger.instrument.number, older.account, younger.account);
        matching.events.add("MatchPrevented", what, whose, CANCEL_NEWEST, younger.side);
        matching.end("OrderExpired", younger, SELF_TRADE_PREVENTED);
    }

    /** The last trade, if it was one with himself. */
    void flag(ReferenceInstrument market, ReferenceOrder taker, ReferenceOrder maker) {
        if (!isOwn(taker, maker)) return;
        matching.events.add(
                "OwnTradeFlagged",
                matching.trades,
                maker.number,
                taker.number,
                market.number,
                maker.account,
                taker.account);
    }
}
