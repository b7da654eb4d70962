package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.buysFor;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.ChangeAccountLimit;
import io.rialto.protocol.InstrumentParameter;
import org.junit.jupiter.api.Test;

class OrderLimitRulesTest {
    private static final int LOTS = 1;
    private static final int MINOR = 2;
    private static final int OPEN_ORDERS = 3;
    private static final int PER_SECOND = 4;
    private static final int BURST = 5;
    private static final int WINDOW = 6;
    private static final int RESTRICTED = 7;
    private static final long SECOND = 1_000_000_000;

    private final VenueUnderTest venue = VenueUnderTest.trading(new Terms().reference(100));

    @Test
    void aPriceOutsideOfItsSidesBandIsRefused() {
        sets(InstrumentParameter.BUY_BAND_LOW_BPS, 5_000);
        sets(InstrumentParameter.BUY_BAND_HIGH_BPS, 11_000);
        venue.receives(ALICE, buys(1).at(111)).emits("rejected PRICE_OUTSIDE_BAND");
        venue.receives(ALICE, buys(1).at(49)).emits("rejected PRICE_OUTSIDE_BAND");
        venue.receives(ALICE, buys(1).at(110).immediateOrCancel())
                .emits("accepted #1 buy 1@110 holds 110", "expired #1 1@110 released 110 IMMEDIATE_OR_CANCEL");
        assertThat(venue.receives(ALICE, buys(1).at(50)).events()).hasSize(2);
        assertThat(venue.receives(ALICE, sells(1).at(500)).events()).hasSize(2);
    }

    @Test
    void theBandFollowsTheLastTrade() {
        sets(InstrumentParameter.SELL_BAND_LOW_BPS, 9_000);
        venue.receives(ALICE, sells(1).at(89)).emits("rejected PRICE_OUTSIDE_BAND");
        venue.receives(ALICE, buys(1).at(200));
        venue.receives(BOB, sells(1).at(200));
        venue.receives(BOB, sells(1).at(179)).emits("rejected PRICE_OUTSIDE_BAND");
        assertThat(venue.receives(BOB, sells(1).at(180)).events()).hasSize(2);
    }

    @Test
    void aSlidingOrderMustStandInsideOfTheBand() {
        venue.receives(BOB, sells(1).at(90));
        sets(InstrumentParameter.BUY_BAND_LOW_BPS, 9_000);
        venue.receives(ALICE, buys(1).at(90).sliding()).emits("rejected PRICE_OUTSIDE_BAND");
    }

    @Test
    void anAmendMustStandInsideOfTheBandButLessQuantityPasses() {
        venue.receives(ALICE, buys(5).at(50));
        sets(InstrumentParameter.BUY_BAND_LOW_BPS, 9_000);
        venue.amendsPrice(ALICE, 1, 60).emits("rejected PRICE_OUTSIDE_BAND");
        venue.amendsTotal(ALICE, 1, 4).emits("amended #1 from 5@50 to 4@50 of 4 hold -50 version 2 place kept");
    }

    @Test
    void anOrderTooLargeToBeMeantIsRefusedByQuantityAndByValue() {
        sets(InstrumentParameter.ORDER_LIMIT_LOTS, 10);
        sets(InstrumentParameter.ORDER_LIMIT_MINOR, 900);
        venue.receives(ALICE, buys(11).at(1)).emits("rejected ORDER_QUANTITY_LIMIT");
        venue.receives(ALICE, buys(10).at(91)).emits("rejected ORDER_VALUE_LIMIT");
        venue.receives(ALICE, buys(10)).emits("rejected ORDER_VALUE_LIMIT");
        venue.receives(ALICE, buysFor(901)).emits("rejected ORDER_VALUE_LIMIT");
        assertThat(venue.receives(ALICE, buys(10).at(90)).events()).hasSize(2);
    }

    @Test
    void anAccountsOwnLimitsComeOnTop() {
        sets(InstrumentParameter.ORDER_LIMIT_LOTS, 10);
        limits(ALICE, 1, LOTS, 4).emits("limit ORDER_LIMIT_LOTS of 100 in 1 from none to 4");
        limits(BOB, 1, MINOR, 300);
        venue.receives(ALICE, buys(5).at(50)).emits("rejected ORDER_QUANTITY_LIMIT");
        assertThat(venue.receives(BOB, buys(5).at(50)).events()).hasSize(2);
        venue.receives(BOB, buys(5).at(61)).emits("rejected ORDER_VALUE_LIMIT");
    }

    @Test
    void openOrdersAreCountedForTheAccountAndForItsInstrument() {
        limits(ALICE, 0, OPEN_ORDERS, 2);
        venue.receives(ALICE, buys(1).at(10));
        venue.receives(ALICE, buys(1).at(11));
        venue.receives(ALICE, buys(1).at(12)).emits("rejected TOO_MANY_OPEN_ORDERS");
        assertThat(venue.receives(ALICE, buys(1).at(12).immediateOrCancel()).events())
                .hasSize(2);
        venue.cancels(ALICE, 1);
        assertThat(venue.receives(ALICE, buys(1).at(12)).events()).hasSize(2);
        limits(BOB, 1, OPEN_ORDERS, 0);
        venue.receives(BOB, buys(1).at(12)).emits("rejected TOO_MANY_OPEN_ORDERS");
    }

    @Test
    void theOrderRateIsABucketFilledByJournalTime() {
        limits(ALICE, 0, PER_SECOND, 2);
        limits(ALICE, 0, BURST, 2).emits("limit ORDER_BURST of 100 from none to 2");
        for (int i = 0; i < 2; i++) {
            assertThat(venue.receives(ALICE, buys(1).at(10)).events()).hasSize(2);
        }
        venue.receives(ALICE, buys(1).at(10)).emits("rejected ORDER_RATE_EXCEEDED");
        venue.after(SECOND / 2 - 1_000).receives(ALICE, buys(1).at(10)).emits("rejected ORDER_RATE_EXCEEDED");
        assertThat(venue.after(1_000).receives(ALICE, buys(1).at(10)).events()).hasSize(2);
        venue.receives(ALICE, buys(1).at(10)).emits("rejected ORDER_RATE_EXCEEDED");
        venue.cancels(ALICE, 1).emits("cancelled #1 1@10 released 10 REQUESTED_BY_OWNER");
    }

    @Test
    void anOrderThatIsRefusedLaterHasTakenItsToken() {
        limits(ALICE, 0, PER_SECOND, 1);
        venue.receives(ALICE, buys(1_000_000).at(100)).emits("rejected INSUFFICIENT_FUNDS");
        venue.receives(ALICE, buys(1).at(100)).emits("rejected ORDER_RATE_EXCEEDED");
        venue.receives(ALICE, buys(0).at(100)).emits("rejected QUANTITY_BELOW_MINIMUM");
    }

    @Test
    void theSameOrderWithinTheWindowIsTakenForAMistake() {
        limits(ALICE, 0, WINDOW, 1_000);
        venue.receives(ALICE, buys(1).at(10));
        venue.after(999).receives(ALICE, buys(1).at(10)).emits("rejected DUPLICATE_ORDER");
        assertThat(venue.receives(ALICE, buys(2).at(10)).events()).hasSize(2);
        assertThat(venue.receives(ALICE, buys(1).at(11)).events()).hasSize(2);
        assertThat(venue.receives(ALICE, sells(1).at(12)).events()).hasSize(2);
        assertThat(venue.receives(BOB, buys(1).at(10)).events()).hasSize(2);
        assertThat(venue.after(1).receives(ALICE, buys(1).at(10)).events()).hasSize(2);
    }

    @Test
    void aRestrictedInstrumentIsClosedToTheAccountAlone() {
        venue.receives(ALICE, buys(1).at(10));
        limits(ALICE, 1, RESTRICTED, 1);
        venue.receives(ALICE, buys(1).at(10)).emits("rejected INSTRUMENT_RESTRICTED");
        assertThat(venue.receives(BOB, buys(1).at(10)).events()).hasSize(2);
        venue.cancels(ALICE, 1).emits("cancelled #1 1@10 released 10 REQUESTED_BY_OWNER");
    }

    @Test
    void theLimitsAreCheckedInTheRulebooksOrder() {
        sets(InstrumentParameter.BUY_BAND_HIGH_BPS, 10_000);
        sets(InstrumentParameter.ORDER_LIMIT_LOTS, 1);
        limits(ALICE, 0, OPEN_ORDERS, 0);
        limits(ALICE, 0, PER_SECOND, 1);
        venue.receives(ALICE, buys(2).at(101)).emits("rejected PRICE_OUTSIDE_BAND");
        venue.receives(ALICE, buys(2).at(100)).emits("rejected ORDER_QUANTITY_LIMIT");
        venue.receives(ALICE, buys(1).at(100)).emits("rejected TOO_MANY_OPEN_ORDERS");
        assertThat(venue.receives(ALICE, buys(1).at(100).immediateOrCancel()).events())
                .hasSize(2);
        venue.receives(ALICE, buys(1).at(100).immediateOrCancel()).emits("rejected ORDER_RATE_EXCEEDED");
    }

    @Test
    void aLimitThatCannotBeIsRefused() {
        limits(777, 0, OPEN_ORDERS, 1).emits("rejected UNKNOWN_ACCOUNT");
        limits(ALICE, 2, OPEN_ORDERS, 1).emits("rejected UNKNOWN_INSTRUMENT");
        limits(ALICE, 0, 8, 1).emits("rejected INVALID_PARAMETER");
        limits(ALICE, 0, LOTS, 1).emits("rejected INVALID_COMBINATION");
        limits(ALICE, 1, PER_SECOND, 1).emits("rejected INVALID_COMBINATION");
        limits(ALICE, 0, PER_SECOND, 0).emits("rejected INVALID_PARAMETER");
        limits(ALICE, 0, OPEN_ORDERS, Command.NULL).emits("rejected WOULD_CHANGE_NOTHING");
    }

    private VenueUnderTest sets(InstrumentParameter parameter, long value) {
        return venue.decides(new Command.ChangeInstrument(1, parameter.value(), value))
                .emits("changed " + parameter + " from none to " + value);
    }

    private VenueUnderTest limits(int account, int instrument, int limit, long value) {
        return venue.decides(new ChangeAccountLimit(account, instrument, limit, value));
    }
}
