package io.rialto.gateway;

import io.rialto.engine.Core;
import io.rialto.engine.StateView;
import io.rialto.feeds.market.Level;
import io.rialto.gateway.past.PastVenue;
import io.rialto.gateway.past.TakesLonger;
import io.rialto.protocol.Side;
import io.rialto.replay.past.NotThereYet;
import io.rialto.replay.past.PastVenues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the doors ask of the past, read from a core that was run again up to there. */
final class KeptPast implements PastVenue {
    private final PastVenues venues;

    KeptPast(PastVenues venues) {
        this.venues = venues;
    }

    private Core at(long sequence, BooleanSupplier goesOn) throws IOException {
        try {
            return venues.at(sequence, goesOn);
        } catch (NotThereYet bound) {
            throw new TakesLonger(bound);
        }
    }

    @Override
    public BookThen book(long sequence, int instrument, int depth, BooleanSupplier goesOn) throws IOException {
        Core core = at(sequence, goesOn);
        StateView state = core.state();
        return new BookThen(
                instrument <= state.instrumentCount(),
                state.phase(instrument),
                state.lastTradeTicks(instrument),
                levels(state, instrument, Side.BUY, depth),
                levels(state, instrument, Side.SELL, depth),
                core.timeNanos(),
                core.stateHash());
    }

    private static List<Level> levels(StateView state, int instrument, Side side, int depth) {
        List<Level> levels = new ArrayList<>();
        state.displayed(instrument, side, depth, (ticks, lots, orders) -> levels.add(new Level(ticks, lots, orders)));
        return levels;
    }

    @Override
    public AccountThen account(long sequence, int account, BooleanSupplier goesOn) throws IOException {
        Core core = at(sequence, goesOn);
        StateView state = core.state();
        List<Held> positions = new ArrayList<>();
        for (int instrument = 1; instrument <= state.instrumentCount(); instrument++) {
            long lots = state.positionLots(account, instrument);
            long own = state.positionMarginMinor(account, instrument);
            if (lots == 0 && own == 0) continue;
            positions.add(new Held(instrument, lots, state.costMinor(account, instrument), own));
        }
        List<Open> orders = new ArrayList<>();
        state.ordersOf(
                account,
                (order, instrument, side, ticks, lots, isInBook) ->
                        orders.add(new Open(order, instrument, side, ticks, lots, isInBook)));
        orders.sort((one, other) -> Long.compare(one.order(), other.order()));
        return new AccountThen(money(state, account), positions, orders, core.timeNanos(), core.stateHash());
    }

    @Override
    public List<Money> money(long sequence, List<Integer> accounts, BooleanSupplier goesOn) throws IOException {
        StateView state = at(sequence, goesOn).state();
        List<Money> money = new ArrayList<>();
        for (int account : accounts) money.addAll(money(state, account));
        return money;
    }

    private static List<Money> money(StateView state, int account) {
        List<Money> money = new ArrayList<>();
        for (int asset = 1; asset <= state.assetCount(); asset++) {
            Money each = new Money(
                    account,
                    asset,
                    state.totalMinor(account, asset),
                    state.heldMinor(account, asset),
                    state.marginMinor(account, asset));
            if (!each.isNone()) money.add(each);
        }
        return money;
    }

    @Override
    public void rest() {
        venues.rest();
    }

    @Override
    public void close() {
        venues.close();
    }
}
