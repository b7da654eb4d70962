package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;

import io.rialto.engine.reference.Command;
import org.junit.jupiter.api.Test;

class InstrumentChangeRulesTest {
    private static final int MIN_QUANTITY = 1;
    private static final int MAX_QUANTITY = 2;
    private static final int MIN_NOTIONAL = 3;
    private static final int COLLAR = 4;
    private static final int REFERENCE = 5;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aParameterIsInForceWithTheNextOrder() {
        changes(MIN_QUANTITY, 5).emits("changed MIN_QUANTITY_LOTS from 1 to 5");
        venue.receives(ALICE, buys(4).at(100)).emits("rejected QUANTITY_BELOW_MINIMUM");
        changes(MAX_QUANTITY, 6).emits("changed MAX_QUANTITY_LOTS from 1000000 to 6");
        venue.receives(ALICE, buys(7).at(100)).emits("rejected QUANTITY_ABOVE_MAXIMUM");
        changes(MIN_NOTIONAL, 501).emits("changed MIN_NOTIONAL_MINOR from 0 to 501");
        venue.receives(ALICE, buys(5).at(100)).emits("rejected NOTIONAL_BELOW_MINIMUM");
    }

    @Test
    void openOrdersStayAsTheyAre() {
        venue.receives(ALICE, buys(4).at(100));
        changes(MIN_QUANTITY, 5).emits("changed MIN_QUANTITY_LOTS from 1 to 5");
        venue.shows(io.rialto.protocol.Side.BUY, "#1 4@100");
        venue.amendsTotal(ALICE, 1, 3).emits("rejected QUANTITY_BELOW_MINIMUM");
    }

    @Test
    void collarAndReferenceCanBeTakenAway() {
        changes(COLLAR, 10).emits("changed COLLAR_TICKS from none to 10");
        changes(REFERENCE, 100).emits("changed REFERENCE_PRICE_TICKS from none to 100");
        venue.receives(ALICE, buys(1))
                .emits("accepted #1 buy 1@110 holds 110", "expired #1 1@110 released 110 NO_LIQUIDITY");
        changes(COLLAR, Command.NULL).emits("changed COLLAR_TICKS from 10 to none");
        changes(REFERENCE, Command.NULL).emits("changed REFERENCE_PRICE_TICKS from 100 to none");
    }

    @Test
    void whatAParameterCannotBeIsRefused() {
        changes(MIN_QUANTITY, 0).emits("rejected INVALID_PARAMETER");
        changes(MIN_QUANTITY, 1_000_001).emits("rejected INVALID_PARAMETER");
        changes(MAX_QUANTITY, 0).emits("rejected INVALID_PARAMETER");
        changes(MIN_NOTIONAL, -1).emits("rejected INVALID_PARAMETER");
        changes(MIN_NOTIONAL, Command.NULL).emits("rejected INVALID_PARAMETER");
        changes(COLLAR, 0).emits("rejected INVALID_PARAMETER");
        changes(REFERENCE, -1).emits("rejected INVALID_PARAMETER");
        changes(0, 1).emits("rejected INVALID_PARAMETER");
        changes(255, 1).emits("rejected INVALID_PARAMETER");
        changes(MIN_QUANTITY, 1).emits("rejected WOULD_CHANGE_NOTHING");
        venue.decides(new Command.ChangeInstrument(2, MIN_QUANTITY, 1)).emits("rejected UNKNOWN_INSTRUMENT");
    }

    private VenueUnderTest changes(int parameter, long value) {
        return venue.decides(new Command.ChangeInstrument(1, parameter, value));
    }
}
