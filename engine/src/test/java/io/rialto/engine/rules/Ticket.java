package io.rialto.engine.rules;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.TriggerSource;

/** An order as a trader says it: {@code buys(3).at(103).immediateOrCancel()}. */
public final class Ticket {
    private final Side side;
    private final long lots;
    private long amountMinor;
    private long priceTicks;
    private OrderType type = OrderType.MARKET;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private PostOnly postOnly = PostOnly.NO;
    private SelfTradePrevention prevention = SelfTradePrevention.ACCOUNT_DEFAULT;
    private String name = "";
    private boolean isSpecial;
    private boolean isReduceOnly;
    private long triggerTicks = Command.NULL;
    private long activationTicks = Command.NULL;
    private long trailingTicks;
    private int trailingBps;
    private TriggerSource triggerSource = TriggerSource.NONE;

    private Ticket(Side side, long lots) {
        this.side = side;
        this.lots = lots;
    }

    public static Ticket buys(long lots) {
        return new Ticket(Side.BUY, lots);
    }

    public static Ticket sells(long lots) {
        return new Ticket(Side.SELL, lots);
    }

    /** A market order that spends so much. */
    public static Ticket buysFor(long amountMinor) {
        Ticket ticket = buys(0);
        ticket.amountMinor = amountMinor;
        return ticket;
    }

    /** A market order that raises so much. */
    public static Ticket sellsFor(long amountMinor) {
        Ticket ticket = sells(0);
        ticket.amountMinor = amountMinor;
        return ticket;
    }

    /** A limit order; without it the ticket is a market order. */
    public Ticket at(long ticks) {
        type = OrderType.LIMIT;
        priceTicks = ticks;
        return this;
    }

    /** A market order, and a limit order at the price that it traded at last for what is left. */
    public Ticket toLimit() {
        type = OrderType.MARKET_TO_LIMIT;
        isSpecial = true;
        return this;
    }

    public Ticket immediateOrCancel() {
        timeInForce = TimeInForce.IOC;
        return this;
    }

    public Ticket fillOrKill() {
        timeInForce = TimeInForce.FOK;
        return this;
    }

    public Ticket postOnly() {
        postOnly = PostOnly.REJECT;
        return this;
    }

    public Ticket sliding() {
        postOnly = PostOnly.SLIDE;
        return this;
    }

    public Ticket prevents(SelfTradePrevention mode) {
        prevention = mode;
        return this;
    }

    public Ticket named(String clientOrderId) {
        name = clientOrderId;
        return this;
    }

    /** Waits until the price reaches it from the safe side, then is a market order. */
    public Ticket stop(long ticks) {
        return triggered(OrderType.STOP, ticks, 0);
    }

    public Ticket stopLimit(long ticks, long limitTicks) {
        return triggered(OrderType.STOP_LIMIT, ticks, limitTicks);
    }

    /** Waits until the price reaches it from the other side, then is a market order. */
    public Ticket takeProfit(long ticks) {
        return triggered(OrderType.TAKE_PROFIT, ticks, 0);
    }

    public Ticket takeProfitLimit(long ticks, long limitTicks) {
        return triggered(OrderType.TAKE_PROFIT_LIMIT, ticks, limitTicks);
    }

    /** A stop whose trigger stays so many ticks behind the best price. */
    public Ticket trailing(long ticks) {
        trailingTicks = ticks;
        return triggered(OrderType.TRAILING_STOP, Command.NULL, 0);
    }

    /** A stop whose trigger stays so many basis points behind the best price. */
    public Ticket trailingBps(int bps) {
        trailingBps = bps;
        return triggered(OrderType.TRAILING_STOP, Command.NULL, 0);
    }

    /** Of a trailing stop: its election makes a limit order of it. */
    public Ticket becoming(long limitTicks) {
        return triggered(OrderType.TRAILING_STOP_LIMIT, triggerTicks, limitTicks);
    }

    /** Of a trailing stop: it trails nothing before the price was here. */
    public Ticket activeAt(long ticks) {
        activationTicks = ticks;
        return this;
    }

    /** Which price elects it. */
    public Ticket watching(TriggerSource source) {
        triggerSource = source;
        isSpecial = true;
        return this;
    }

    /** Only ever brings the account's position closer to zero. */
    public Ticket reduceOnly() {
        isReduceOnly = true;
        isSpecial = true;
        return this;
    }

    private Ticket triggered(OrderType as, long ticks, long limitTicks) {
        type = as;
        triggerTicks = ticks;
        priceTicks = limitTicks;
        isSpecial = true;
        return this;
    }

    /** As a command: special when any of its terms is. */
    public Command command(int account, int instrument) {
        Command.NewOrder order = by(account, instrument);
        return isSpecial ? new Command.NewSpecialOrder(order, terms(0)) : order;
    }

    Command.SpecialTerms terms(long expireTimeNanos) {
        return new Command.SpecialTerms(
                triggerTicks,
                activationTicks,
                trailingTicks,
                0,
                0,
                0,
                0,
                expireTimeNanos,
                trailingBps,
                triggerSource.value(),
                0,
                0,
                0,
                isReduceOnly ? 1 : 0,
                0);
    }

    /** With a time in force that only a special order has. */
    public Command.NewSpecialOrder until(TimeInForce until, int account) {
        return until(until, 0, account);
    }

    /** Until a time of its own. */
    public Command.NewSpecialOrder untilTime(long expireTimeNanos, int account) {
        return until(TimeInForce.GTD, expireTimeNanos, account);
    }

    private Command.NewSpecialOrder until(TimeInForce until, long expireTimeNanos, int account) {
        timeInForce = until;
        return new Command.NewSpecialOrder(by(account, 1), terms(expireTimeNanos));
    }

    public Command.NewOrder by(int account, int instrument) {
        return new Command.NewOrder(
                account,
                instrument,
                priceTicks,
                lots,
                amountMinor,
                side.value(),
                type.value(),
                timeInForce.value(),
                postOnly.value(),
                prevention.value(),
                name);
    }
}
