package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.NewOrder;
import io.rialto.engine.reference.Command.SpecialTerms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Draws order lists: mostly such as hang together, sometimes with one thing gone wrong. */
final class ListDraw {
    private static final int OCO = 1, OTO = 2, OTOCO = 3, OUO = 4;
    private static final int LIMIT = 1, MARKET = 2, STOP = 4, STOP_LIMIT = 5, TAKE_PROFIT = 6, TAKE_PROFIT_LIMIT = 7;

    private final Dice dice;
    private final Market market;
    private final NewOrder like;
    private final long nowNanos;
    private final int termsPercent;
    private final List<NewOrder> drawn = new ArrayList<>();

    /** @param like whose account, instrument and size the legs take */
    ListDraw(Dice dice, Market market, NewOrder like, long nowNanos) {
        this.dice = dice;
        this.market = market;
        this.like = like;
        this.nowNanos = nowNanos;
        this.termsPercent = (int) dice.oneOf(0, 0, 20, 60);
    }

    /** The orders of the legs. */
    List<NewOrder> drawn() {
        return drawn;
    }

    Command list() {
        int kind = dice.chance(98) ? 1 + dice.below(4) : (int) dice.oneOf(0, 5, 255);
        boolean hasParent = kind == OTO || kind == OTOCO;
        int policy = dice.chance(97) ? hasParent ? 1 + dice.below(2) : 0 : dice.below(4);
        int early = dice.chance(97) ? hasParent && policy == 1 ? dice.below(2) : 0 : dice.below(3);
        int side = 1 + dice.below(2);
        List<Command> legs = new ArrayList<>();
        if (hasParent) legs.add(parent(kind == OTOCO ? 3 - side : side));
        if (kind == OTO) legs.add(child(dice.chance(70) ? 3 - side : side));
        else legs.addAll(pair(side));
        if (dice.chance(2)) legs.remove(0);
        if (dice.chance(2)) legs.add(dice.chance(50) ? new Command.Tick() : child(side));
        return new Command.NewOrderList(like.account(), kind, policy, early, legs);
    }

    private Command parent(int side) {
        int type = dice.weighted(70, 12, 18);
        if (type == 2) return waiting(side, stopsAbove(side), market.price(dice), like.quantityLots());
        int timeInForce = 1 + dice.weighted(75, 20, 5);
        return plain(side, type == 0 ? LIMIT : MARKET, market.price(dice), like.quantityLots(), timeInForce);
    }

    private Command child(int side) {
        int timeInForce = 1 + dice.weighted(85, 10, 5);
        long lots = dice.chance(80) ? like.quantityLots() : market.lots(dice);
        int type = dice.weighted(60, 10, 30);
        if (type == 2) return waiting(side, dice.chance(50), market.price(dice), lots);
        return plain(side, type == 0 ? LIMIT : MARKET, market.price(dice), lots, timeInForce);
    }

    /** One leg above, one below. */
    private List<Command> pair(int side) {
        long middle = market.price(dice);
        long above = middle + 1 + dice.below(market.spreadTicks() + 1);
        long below = Math.max(1, middle - 1 - dice.below(market.spreadTicks() + 1));
        if (dice.chance(5)) above = below;
        boolean isStopAbove = stopsAbove(side);
        long lots = like.quantityLots();
        long others = dice.chance(97) ? lots : market.lots(dice);
        Command stop = waiting(side, isStopAbove, isStopAbove ? above : below, lots);
        int otherSide = dice.chance(97) ? side : 3 - side;
        Command other = dice.chance(80)
                ? plain(otherSide, LIMIT, isStopAbove ? below : above, others, dice.chance(97) ? 1 : 2)
                : waiting(otherSide, !isStopAbove, isStopAbove ? below : above, others);
        List<Command> legs = new ArrayList<>(List.of(stop, other));
        if (dice.chance(50)) Collections.reverse(legs);
        return legs;
    }

    /** A stop waits on the far side: a buyer's above the market, a seller's below. */
    private static boolean stopsAbove(int side) {
        return side == 1;
    }

    private Command waiting(int side, boolean isAbove, long triggerTicks, long lots) {
        boolean isStop = isAbove == stopsAbove(side);
        boolean isLimit = dice.chance(50);
        int type = isStop ? isLimit ? STOP_LIMIT : STOP : isLimit ? TAKE_PROFIT_LIMIT : TAKE_PROFIT;
        long price = isLimit ? Math.max(1, triggerTicks + dice.between(-2, 2)) : 0;
        boolean trails = isStop && dice.chance(20);
        if (trails) type = TriggerDraw.TRAILING_STOP + (isLimit ? 1 : 0);
        NewOrder order = order(side, type, price, lots, dice.chance(80) ? 1 : 2, 0);
        int source = dice.weighted(6, 3, 1, 2);
        SpecialTerms terms = trails
                ? TriggerDraw.trail(dice, market, source)
                : new SpecialTerms(triggerTicks, Command.NULL, 0, 0, 0, 0, 0, 0, 0, source, 0, 0, 0, 0, dice.below(2));
        return TriggerDraw.order(dice, new Command.NewSpecialOrder(order, terms), termsPercent, nowNanos);
    }

    private Command plain(int side, int type, long ticks, long lots, int timeInForce) {
        int postOnly = type == LIMIT && timeInForce == 1 && dice.chance(10) ? 1 + dice.below(2) : 0;
        NewOrder order = order(side, type, type == MARKET ? 0 : ticks, lots, timeInForce, postOnly);
        if (!dice.chance(Math.max(10, termsPercent))) return order;
        NewOrder timed = dice.chance(termsPercent) ? TimeDraw.order(dice, order) : order;
        SpecialTerms terms = dice.chance(50) ? SpecialTerms.PLAIN : SpecialDraw.terms(dice, timed);
        return new Command.NewSpecialOrder(timed, TimeDraw.terms(dice, timed, terms, nowNanos));
    }

    private NewOrder order(int side, int type, long ticks, long lots, int timeInForce, int postOnly) {
        NewOrder order = new NewOrder(
                dice.chance(99) ? like.account() : like.account() + 1,
                dice.chance(99) ? like.instrument() : 1 + dice.below(3),
                ticks,
                type == MARKET && dice.chance(3) ? 0 : lots,
                type == MARKET && dice.chance(3) ? 100 : 0,
                side,
                type,
                timeInForce,
                postOnly,
                like.selfTradePrevention(),
                dice.chance(85) ? "" : "c" + dice.below(8));
        drawn.add(order);
        return order;
    }
}
