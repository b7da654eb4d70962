package io.rialto.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The oracle itself against the rulebook's worked numbers. */
class ReferenceRulesTest {
    private static final int ALICE = 100;
    private static final int BOB = 101;
    private static final int BUY = 1;
    private static final int SELL = 2;
    private static final int NONE = 1;
    private static final int REST_AT_LIMIT = 2;

    private final ReferenceVenue venue = new ReferenceVenue();

    @Test
    void aBuyHoldsItsLimitAndAFillReleasesTheImprovement() {
        listed(0, 0, Command.NULL);
        order(BOB, SELL, 9950, 4, NONE);

        assertThat(order(ALICE, BUY, 10_000, 10, NONE))
                .anyMatch(line -> line.startsWith("OrderAccepted") && line.contains("holdMinor=100000"))
                .anyMatch(line -> line.startsWith("TradeExecuted") && line.contains("takerReleasedMinor=200|"));
        assertThat(venue.ledger.held(ALICE, 2)).isEqualTo("60000");
        assertThat(venue.decide(new Command.CancelAll(ALICE, 0, 255), null, 0).get(0))
                .contains("openLots=6|releasedMinor=60000");
    }

    @Test
    void sevenFillsPayTheRoundedFeeOfTheirSum() {
        listed(0, 10_000, Command.NULL);
        for (int i = 0; i < 7; i++) order(BOB, BUY, 133, 1, NONE);

        order(ALICE, SELL, 133, 7, NONE);

        assertThat(venue.ledger.total(ReferenceLedger.FEE_INCOME, 2)).isEqualTo("1");
    }

    @Test
    void decrementTakesFromBothAndTradesTheRest() {
        assertThat(met(5)).containsExactly("MatchPrevented 3", "OrderExpired 0", "TradeExecuted 3");
    }

    @Test
    void cancelNewestEndsTheTakerAtOnce() {
        assertThat(met(2)).containsExactly("MatchPrevented 3", "OrderExpired 6");
    }

    @Test
    void cancelOldestEndsTheMakerAndGoesOn() {
        assertThat(met(3)).containsExactly("MatchPrevented 3", "OrderExpired 3", "TradeExecuted 5", "OrderRested 1");
    }

    @Test
    void cancelBothEndsBoth() {
        assertThat(met(4)).containsExactly("MatchPrevented 3", "OrderExpired 3", "OrderExpired 6");
    }

    @Test
    void aMarketSellRestsAtItsCollar() {
        listed(0, 0, 600);
        order(BOB, BUY, 90_000, 1, NONE);
        order(BOB, BUY, 89_400, 1, NONE);
        order(BOB, BUY, 89_399, 1, NONE);

        Command sell = new Command.NewOrder(ALICE, 1, 0, 5, 0, SELL, 2, 1, 0, NONE, "");

        assertThat(venue.decide(sell, null, 0))
                .hasSize(4)
                .last()
                .asString()
                .startsWith("OrderRested")
                .contains("|priceTicks=89400|openLots=3|");
    }

    @Test
    void anAmendedTotalCountsWhatIsExecuted() {
        listed(0, 0, Command.NULL);
        String accepted = order(ALICE, BUY, 100, 10, NONE).get(0);
        long number = Long.parseLong(accepted.substring(accepted.indexOf('=') + 1, accepted.indexOf('|')));
        order(BOB, SELL, 100, 4, NONE);

        assertThat(venue.decide(new Command.AmendOrder(ALICE, number, Command.NULL, 7), null, 0))
                .hasSize(1)
                .first()
                .asString()
                .contains("newOpenLots=3|newQuantityLots=7|holdChangeMinor=-300|")
                .endsWith("priorityKept=1");
        assertThat(venue.decide(new Command.AmendOrder(ALICE, number, Command.NULL, 4), null, 0))
                .containsExactly("CommandRejected: reason=QUANTITY_NOT_ABOVE_EXECUTED|originalSequence=0");
    }

    /** Asks own 3@100, other 5@100 behind; own buy 6@100: what follows its acceptance. */
    private List<String> met(int mode) {
        listed(0, 0, Command.NULL);
        order(ALICE, SELL, 100, 3, NONE);
        order(BOB, SELL, 100, 5, NONE);
        List<String> lines = order(ALICE, BUY, 100, 6, mode);
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.replaceAll(":.*\\|(quantityLots|openLots)=(\\d+).*", " $2"))
                .toList();
    }

    private void listed(int makerFeeRate, int takerFeeRate, long collarTicks) {
        venue.decide(new Command.ListAsset("BASE", 0), null, 0);
        venue.decide(new Command.ListAsset("QUOTE", 0), null, 0);
        Command.ListInstrument terms = new Command.ListInstrument(
                "BASE-QUOTE",
                1,
                2,
                1,
                1,
                1,
                1000,
                0,
                collarTicks,
                Command.NULL,
                makerFeeRate,
                takerFeeRate,
                0,
                0,
                1,
                REST_AT_LIMIT,
                0);
        venue.decide(terms, null, 0);
        for (int account = ALICE; account <= BOB; account++) {
            venue.decide(new Command.OpenAccount(0, 0, 0), null, 0);
            for (int asset = 1; asset <= 2; asset++) {
                venue.decide(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, asset, 1 << 30), null, 0);
            }
        }
    }

    private List<String> order(int account, int side, long ticks, long lots, int mode) {
        return venue.decide(new Command.NewOrder(account, 1, ticks, lots, 0, side, 1, 1, 0, mode, ""), null, 0);
    }
}
