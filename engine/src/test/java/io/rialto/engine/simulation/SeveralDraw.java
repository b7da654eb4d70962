package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.util.ArrayList;
import java.util.List;

/** Draws commands of several operations: mostly of one account, sometimes one part gone wrong. */
final class SeveralDraw {
    private final Dice dice;
    private final Flow flow;
    private final List<Command.NewOrder> drawn = new ArrayList<>();

    SeveralDraw(Dice dice, Flow flow) {
        this.dice = dice;
        this.flow = flow;
    }

    /** The orders that the command places. */
    List<Command.NewOrder> drawn() {
        return drawn;
    }

    int place(Command.NewOrder order) {
        return drawn.indexOf(order);
    }

    Command command(int account) {
        int drawn = dice.below(100);
        return drawn < 25 ? replace(account) : drawn < 50 ? test(account) : batch(account);
    }

    private Command test(int account) {
        Command.NewOrder order = of(dice.chance(60) ? flow.limitOrder() : flow.marketOrder(), account);
        return new Command.TestOrder(account, dice.chance(20) ? flow.special(order) : order);
    }

    private Command replace(int account) {
        Command cancel = flow.cancel();
        boolean isCancel = cancel instanceof Command.CancelOrder;
        long order = isCancel ? ((Command.CancelOrder) cancel).order() : 0;
        int owner = isCancel && dice.chance(95) ? ((Command.CancelOrder) cancel).account() : account;
        Command replacement = dice.chance(97) ? order(owner) : dice.chance(50) ? new Command.Tick() : cancel;
        return new Command.ReplaceOrder(owner, order, mode(), replacement);
    }

    private Command batch(int account) {
        if (flow.hasOrders() && dice.chance(30)) return exchange();
        int count = dice.chance(3) ? (int) dice.oneOf(0, 20, 21) : 1 + dice.below(6);
        List<Command> operations = new ArrayList<>();
        for (int i = 0; i < count; i++) operations.add(operation(account));
        return new Command.OrderBatch(account, mode(), operations);
    }

    /** Takes an order out and puts about the same in: often that needs just what it frees. */
    private Command exchange() {
        Placed old = flow.anyOrder();
        Command.NewOrder asked = old.asked();
        int owner = asked.account();
        Command.NewOrder like = of(flow.limitOrder(), owner);
        Command.NewOrder order = new Command.NewOrder(
                owner,
                asked.instrument(),
                dice.chance(50) ? like.priceTicks() : asked.priceTicks(),
                Math.max(1, asked.quantityLots() + dice.between(-1, 1)),
                0,
                asked.side(),
                1,
                1,
                0,
                asked.selfTradePrevention(),
                "");
        drawn.add(order);
        return new Command.OrderBatch(
                owner, dice.chance(90) ? 1 : 2, List.of(new Command.CancelOrder(owner, old.name()), order));
    }

    private int mode() {
        return dice.chance(97) ? 1 + dice.below(2) : (int) dice.oneOf(0, 3, 255);
    }

    private Command operation(int account) {
        if (dice.chance(1)) return new Command.Tick();
        int drawn = dice.below(100);
        return drawn < 60 ? order(account) : drawn < 80 ? mine(flow.cancel(), account) : mine(flow.amend(), account);
    }

    private Command order(int account) {
        Command.NewOrder order = of(dice.chance(92) ? flow.limitOrder() : flow.marketOrder(), account);
        drawn.add(order);
        return dice.chance(5) ? flow.special(order) : order;
    }

    /** Whoever's order it is: the part says that it is this account's. */
    private Command mine(Command change, int account) {
        if (dice.chance(1)) return change;
        if (change instanceof Command.CancelOrder cancel) return new Command.CancelOrder(account, cancel.order());
        if (!(change instanceof Command.AmendOrder amend)) return order(account);
        return new Command.AmendOrder(account, amend.order(), amend.priceTicks(), amend.quantityLots());
    }

    private Command.NewOrder of(Command.NewOrder order, int account) {
        if (dice.chance(1)) return order;
        return new Command.NewOrder(
                account,
                order.instrument(),
                order.priceTicks(),
                order.quantityLots(),
                order.quoteAmountMinor(),
                order.side(),
                order.orderType(),
                order.timeInForce(),
                order.postOnly(),
                order.selfTradePrevention(),
                order.clientOrderId());
    }
}
