package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.FundPositions;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import org.junit.jupiter.api.Test;

class FundingRulesTest {
    private static final long RICH = 1_000_000;
    private static final int FUND = 4;
    private static final int ONE_PER_CENT = 100_000;

    private VenueUnderTest venue = new Contract().tradesWith(RICH);

    @Test
    void withARateAboveZeroLongsPayShorts() {
        trades(BOB, ALICE, 10);
        venue.marks(110);
        funds(1, ONE_PER_CENT)
                .emits(
                        "101 pays 11 for 10",
                        "100 pays -11 for -10",
                        "funded for 1 at 110 by 100000 paid 11 received 11");
        margins(RICH + 11, RICH - 11, RICH, 0);
    }

    @Test
    void withARateBelowZeroShortsPayLongs() {
        trades(BOB, ALICE, 10);
        funds(1, -ONE_PER_CENT)
                .emits(
                        "100 pays 10 for -10",
                        "101 pays -10 for 10",
                        "funded for 1 at 100 by -100000 paid 10 received 10");
    }

    @Test
    void paymentsAreRoundedUpReceiptsDownAndTheFundKeepsWhatIsLeft() {
        trades(BOB, ALICE, 1);
        trades(BOB, CAROL, 2);
        funds(1, 99_999)
                .emits("101 pays 3 for 3", "102 pays -1 for -2", "funded for 1 at 100 by 99999 paid 3 received 1");
        margins(RICH, RICH - 3, RICH + 1, 2);
        funds(2, -1).emits("100 pays 1 for -1", "102 pays 1 for -2", "funded for 2 at 100 by -1 paid 2 received 0");
        margins(RICH - 1, RICH - 3, RICH, 4);
    }

    @Test
    void whoHasNoPositionPaysNothing() {
        trades(BOB, ALICE, 10);
        trades(ALICE, BOB, 10);
        funds(1, ONE_PER_CENT).emits("funded for 1 at 100 by 100000 paid 0 received 0");
    }

    @Test
    void eachPlannedTimeIsFundedOnceAndInOrder() {
        trades(BOB, ALICE, 10);
        funds(5, 0).emits("funded for 5 at 100 by 0 paid 0 received 0");
        funds(5, ONE_PER_CENT).emits("rejected FUNDING_ALREADY_DONE");
        funds(4, ONE_PER_CENT).emits("rejected FUNDING_ALREADY_DONE");
        funds(0, ONE_PER_CENT).emits("rejected FUNDING_NOT_DUE");
        funds(1_001, ONE_PER_CENT).emits("rejected FUNDING_NOT_DUE");
        venue.after(1);
        assertThat(funds(1_001, ONE_PER_CENT).events()).hasSize(3);
    }

    @Test
    void aRateStaysWithinTheContractsLimit() {
        trades(BOB, ALICE, 10);
        funds(1, ONE_PER_CENT + 1).emits("rejected FUNDING_BEYOND_LIMIT");
        funds(1, -ONE_PER_CENT - 1).emits("rejected FUNDING_BEYOND_LIMIT");
        funds(1, Integer.MIN_VALUE).emits("rejected FUNDING_BEYOND_LIMIT");
        venue.changes(InstrumentParameter.FUNDING_LIMIT_RATE, 10_000_001).emits("rejected INVALID_PARAMETER");
        venue.changes(InstrumentParameter.FUNDING_LIMIT_RATE, 10_000_000);
        assertThat(funds(1, 10_000_000).events()).contains("101 pays 1000 for 10");
        venue.changes(InstrumentParameter.FUNDING_LIMIT_RATE, 10);
        funds(2, 11).emits("rejected FUNDING_BEYOND_LIMIT");
    }

    @Test
    void onlyPerpetualsWithAMarkAreFunded() {
        venue = new Contract().future(9_000).tradesWith(RICH);
        funds(1, 1).emits("rejected NOT_A_PERPETUAL");
        venue.changes(InstrumentParameter.FUNDING_LIMIT_RATE, 10).emits("rejected NOT_A_PERPETUAL");
        venue = new Contract().withoutReference().tradesWith(RICH);
        funds(1, 1).emits("rejected MARK_PRICE_MISSING");
        venue.decides(new FundPositions(7, 1, 1)).emits("rejected UNKNOWN_INSTRUMENT");
        venue.decides(new Terms().listing("SPOT"));
        venue.decides(new FundPositions(2, 1, 1)).emits("rejected NOT_A_PERPETUAL");
    }

    @Test
    void whatIsTooMuchForAMarginIsNotFunded() {
        trades(BOB, ALICE, 10);
        venue.marks(1L << 60);
        funds(1, 1).emits("rejected VALUE_OVERFLOW");
        venue.marks(1L << 58);
        assertThat(funds(1, 1).events()).hasSize(3);
    }

    @Test
    void whoCannotPayOwes() {
        venue = new Contract().tradesWith(1_000);
        trades(BOB, ALICE, 10);
        venue.changes(InstrumentParameter.FUNDING_LIMIT_RATE, 10_000_000);
        venue.goes(Phase.HALT).marks(200);
        funds(1, 10_000_000);
        margins(3_000, -1_000, 1_000, 0);
    }

    private void trades(int buyer, int seller, long lots) {
        venue.receives(seller, sells(lots).at(100)).receives(buyer, buys(lots).at(100));
    }

    private VenueUnderTest funds(long plannedNanos, int rate) {
        Command command = new FundPositions(1, plannedNanos, rate);
        return venue.decides(command);
    }

    private void margins(long alice, long bob, long carol, long fund) {
        assertThat(new long[] {margin(ALICE), margin(BOB), margin(CAROL), margin(FUND)})
                .containsExactly(alice, bob, carol, fund);
    }

    private long margin(int account) {
        return venue.core().state().marginMinor(account, QUOTE);
    }
}
