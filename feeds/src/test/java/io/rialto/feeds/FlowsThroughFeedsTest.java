package io.rialto.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.Core;
import io.rialto.engine.StateView;
import io.rialto.engine.VisibleBook;
import io.rialto.engine.simulation.DecidedFlow;
import io.rialto.feeds.balances.Balance;
import io.rialto.feeds.clearing.Obligation;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.margin.AccountMargin;
import io.rialto.feeds.margin.ContractMargin;
import io.rialto.feeds.margin.ContractPosition;
import io.rialto.feeds.margin.MarginBalance;
import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Level;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.statements.Period;
import io.rialto.feeds.statements.Purse;
import io.rialto.feeds.statements.Statement;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every kind of command the venue knows, as the seeded flows draw them: after each frame the feeds know what the core knows. */
@Timeout(600)
class FlowsThroughFeedsTest {
    private static final int SEEDS = 1_000;
    private static final int COMMANDS = 200;
    private static final int MIDDLE = 100;
    private static final int ALL_LEVELS = 100_000;

    @Test
    void theFeedsFollowTheCoreThroughTheSameFlowsEveryTime() {
        for (long seed = 1; seed <= SEEDS; seed++) play(seed);
    }

    @Test
    void theFeedsFollowTheCoreThroughFreshFlows() {
        long first = System.nanoTime();
        for (long seed = first; seed < first + SEEDS; seed++) play(seed);
    }

    private static void play(long seed) {
        try {
            follow(seed);
        } catch (RuntimeException stopped) {
            throw new AssertionError("seed " + seed, stopped);
        }
    }

    private static void follow(long seed) {
        Feeds feeds = new Feeds(FeedsOptions.defaults());
        FrameView view = new FrameView();
        Map<Integer, Statement> then = new HashMap<>();
        DecidedFlow.play(seed, COMMANDS, (core, frame) -> {
            feeds.onFrame(view.wrap(frame.buffer(), 0));
            String where = "seed " + seed + " sequence " + core.sequence();
            booksAgree(core, feeds, where);
            balancesAgree(core.state(), feeds, where);
            ordersAgree(core.state(), feeds, where);
            marginsAgree(core.state(), feeds, where);
            if (core.sequence() == MIDDLE) then.putAll(statements(feeds));
        });
        statementsAddUp(feeds, then);
    }

    /** From the frame on at which the balances were told, opening and movements are closing, which is what there is now. */
    private static void statementsAddUp(Feeds feeds, Map<Integer, Statement> then) {
        then.forEach((account, before) -> {
            Period since = Period.ofSequences(MIDDLE, Long.MAX_VALUE);
            for (Statement.Line line : feeds.statements().of(account, since).lines()) {
                long opening = before.lines().stream()
                        .filter(old -> old.asset() == line.asset() && old.purse() == line.purse())
                        .mapToLong(Statement.Line::closingMinor)
                        .sum();
                long moved = line.movedMinor().values().stream()
                        .mapToLong(each -> each)
                        .sum();
                boolean addsUp = line.openingMinor() == opening
                        && opening + moved == line.closingMinor()
                        && line.closingMinor() == totalMinor(feeds, account, line);
                if (!addsUp) throw new AssertionError("account " + account + ": opening " + opening + ", " + line);
            }
        });
    }

    private static Map<Integer, Statement> statements(Feeds feeds) {
        Map<Integer, Statement> statements = new HashMap<>();
        for (int account = 1; account < 110; account = account == 4 ? 100 : account + 1) {
            Statement statement = feeds.statements().of(account, Period.ALL);
            for (Statement.Line line : statement.lines()) {
                boolean isSame = line.openingMinor() == 0 && line.closingMinor() == totalMinor(feeds, account, line);
                if (!isSame) throw new AssertionError("account " + account + ": " + line);
            }
            statements.put(account, statement);
        }
        return statements;
    }

    private static long totalMinor(Feeds feeds, int account, Statement.Line line) {
        if (line.purse() == Purse.OBLIGATION) return owedMinor(feeds, account, line.asset());
        if (line.purse() == Purse.BALANCE)
            return feeds.balances().balance(account, line.asset()).totalMinor();
        AccountMargin margin = feeds.margins().of(account);
        if (line.purse() == Purse.MARGIN) return margin.margin(line.asset()).totalMinor();
        return margin.contracts().stream()
                .filter(contract -> asset(feeds, contract.instrument()) == line.asset())
                .mapToLong(ContractMargin::ownMinor)
                .sum();
    }

    private static int asset(Feeds feeds, int instrument) {
        return feeds.listings().instrument(instrument).orElseThrow().quote().number();
    }

    private static long owedMinor(Feeds feeds, int account, int asset) {
        long owed = 0;
        for (Obligation open : feeds.clearing().obligations(account).items()) {
            Instrument market = feeds.listings().instrument(open.instrument()).orElseThrow();
            if (market.base().number() == asset) owed += open.baseMinor();
            if (market.quote().number() == asset) owed += open.quoteMinor();
        }
        return owed;
    }

    private static void booksAgree(Core core, Feeds feeds, String where) {
        for (int instrument = 1; instrument <= core.state().instrumentCount(); instrument++) {
            Book book = feeds.books().book(instrument, ALL_LEVELS);
            assertThat(book.bids()).as(where).isEqualTo(visible(core, instrument, Side.BUY));
            assertThat(book.asks()).as(where).isEqualTo(visible(core, instrument, Side.SELL));
        }
    }

    private static List<Level> visible(Core core, int instrument, Side side) {
        List<Level> levels = new ArrayList<>();
        VisibleBook.levels(core, instrument, side, (ticks, lots, orders) -> levels.add(new Level(ticks, lots, orders)));
        return levels;
    }

    private static void balancesAgree(StateView state, Feeds feeds, String where) {
        for (int account = 1; account < 100 + state.accountCount(); account = account == 3 ? 100 : account + 1) {
            for (int asset = 1; asset <= state.assetCount(); asset++) {
                Balance balance = feeds.balances().balance(account, asset);
                boolean isSame = balance.totalMinor() == state.totalMinor(account, asset)
                        && balance.heldMinor() == state.heldMinor(account, asset);
                if (!isSame) throw new AssertionError(where + " account " + account + ": " + balance);
            }
        }
    }

    private static void marginsAgree(StateView state, Feeds feeds, String where) {
        for (int account = 3; account < 100 + state.accountCount(); account = account == 4 ? 100 : account + 1) {
            AccountMargin margin = feeds.margins().of(account);
            for (int asset = 1; asset <= state.assetCount(); asset++) {
                MarginBalance balance = margin.margin(asset);
                boolean isSame = balance.totalMinor() == state.marginMinor(account, asset)
                        && balance.equityMinor() == state.equityMinor(account, asset)
                        && (account < 100 || balance.requiredMinor() == state.requiredMinor(account, asset));
                if (!isSame) throw new AssertionError(where + " account " + account + ": " + margin);
            }
            for (ContractMargin contract : margin.contracts()) {
                ContractPosition position = contract.position();
                boolean isSame = position.lots() == state.positionLots(account, position.instrument())
                        && position.costMinor() == state.costMinor(account, position.instrument())
                        && contract.ownMinor() == state.positionMarginMinor(account, position.instrument());
                if (!isSame) throw new AssertionError(where + " account " + account + ": " + position);
            }
        }
    }

    private static void ordersAgree(StateView state, Feeds feeds, String where) {
        for (int instrument = 1; instrument <= state.instrumentCount(); instrument++) {
            for (Side side : List.of(Side.BUY, Side.SELL)) {
                state.openOrders(instrument, side, (number, account, priceTicks, openLots) -> {
                    OrderView order = feeds.orders().order(number).item().orElseThrow();
                    boolean isSame = order.status().isOpen()
                            && order.parking().isEmpty()
                            && order.workingPriceTicks() == priceTicks
                            && order.isQuote() == state.isQuote(number)
                            && (!order.isQuote() || isQuoted(feeds, order))
                            && order.remainingLots() == openLots;
                    if (!isSame) throw new AssertionError(where + " of " + account + ": " + order);
                });
            }
        }
    }

    /** Whether it stands among its account's present quotes. */
    private static boolean isQuoted(Feeds feeds, OrderView order) {
        return feeds.quotes().of(order.account()).instruments().stream()
                .filter(quotes -> quotes.instrument() == order.instrument())
                .anyMatch(quotes -> (order.side() == Side.BUY ? quotes.bid() : quotes.ask()) == order.order());
    }
}
