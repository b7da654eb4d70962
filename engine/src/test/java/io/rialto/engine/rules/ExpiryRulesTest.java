package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.SettleContract;
import io.rialto.protocol.InstrumentParameter;
import org.junit.jupiter.api.Test;

class ExpiryRulesTest {
    private static final long RICH = 1_000_000;
    private static final int CLEARING = 3;
    private static final long EXPIRY = 9_000;
    private static final String DELISTED = "listing from LISTED to DELISTED";

    private VenueUnderTest venue = new Contract().future(EXPIRY).tradesWith(RICH);

    @Test
    void atItsExpiryAFutureIsSettledAtItsMark() {
        trades(BOB, ALICE, 10, 100);
        trades(BOB, CAROL, 5, 110);
        venue.receives(ALICE, buys(1).at(90)).marks(120);
        venue.after(EXPIRY)
                .decides(new Command.Tick())
                .emits(
                        "expired at 9000",
                        "cancelled #5 1@90 released 0 CONTRACT_EXPIRED",
                        "mass cancelled 1 remaining 0",
                        "settled -10 of 100 at 120 realised -200",
                        "settled 15 of 101 at 120 realised 250",
                        "settled -5 of 102 at 120 realised -50",
                        "contract settled at 120 closed 15",
                        DELISTED);
        margins(RICH - 200, RICH + 250, RICH - 50);
        assertThat(margin(CLEARING)).isZero();
    }

    @Test
    void thereAreNoOrdersFromItsExpiryOn() {
        venue.after(EXPIRY - 1_001).receives(ALICE, buys(1).at(100));
        assertThat(venue.events()).hasSize(2);
        venue.after(1).receives(ALICE, buys(2).at(100));
        assertThat(venue.events()).endsWith(DELISTED, "rejected CONTRACT_EXPIRED");
        venue.amendsTotal(ALICE, 1, 1).emits("rejected UNKNOWN_ORDER");
    }

    @Test
    void whereItIsAwaitedTheFinalPriceSettles() {
        venue.changes(InstrumentParameter.SETTLEMENT_AWAITED, 1);
        trades(BOB, ALICE, 10, 100);
        settles(105).emits("rejected CONTRACT_NOT_EXPIRED");
        venue.after(EXPIRY).decides(new Command.Tick()).emits("expired at 9000", "mass cancelled 0 remaining 0");
        venue.receives(ALICE, buys(2).at(100)).emits("rejected CONTRACT_EXPIRED");
        settles(0).emits("rejected PRICE_NOT_POSITIVE");
        settles(Long.MAX_VALUE).emits("rejected VALUE_OVERFLOW");
        settles(90)
                .emits(
                        "settled -10 of 100 at 90 realised 100",
                        "settled 10 of 101 at 90 realised -100",
                        "contract settled at 90 closed 10",
                        DELISTED);
        settles(90).emits("rejected CONTRACT_SETTLED");
    }

    @Test
    void whatDoesNotFitAtTheMarkWaitsForItsFinalPrice() {
        trades(BOB, ALICE, 10, 100);
        venue.marks(1L << 60).after(EXPIRY);
        venue.decides(new Command.Tick()).emits("expired at 9000", "mass cancelled 0 remaining 0");
        assertThat(settles(100).events()).hasSize(6);
    }

    @Test
    void onlyFuturesAreSettled() {
        venue = new Contract().tradesWith(RICH);
        settles(100).emits("rejected NOT_A_FUTURE");
        venue.changes(InstrumentParameter.SETTLEMENT_AWAITED, 1).emits("rejected NOT_A_FUTURE");
        venue.decides(new SettleContract(7, 100)).emits("rejected UNKNOWN_INSTRUMENT");
    }

    @Test
    void aFutureWithoutAMarkIsSettledAtNothing() {
        venue = new Contract().withoutReference().future(EXPIRY).tradesWith(RICH);
        venue.after(EXPIRY).decides(new Command.Tick());
        venue.emits("expired at 9000", "mass cancelled 0 remaining 0", "contract settled at 0 closed 0", DELISTED);
    }

    @Test
    void aFutureIsListedBeforeItsExpiry() {
        venue = new Contract().tradesWith(RICH);
        venue.after(EXPIRY);
        venue.decides(new Contract().future(EXPIRY).listing("OVER")).emits("rejected EXPIRY_PASSED");
        venue.decides(new Contract().future(1L << 40).listing("OVER")).emits("listed");
    }

    private void trades(int buyer, int seller, long lots, long ticks) {
        venue.receives(seller, sells(lots).at(ticks)).receives(buyer, buys(lots).at(ticks));
    }

    private VenueUnderTest settles(long ticks) {
        return venue.decides(new SettleContract(1, ticks));
    }

    private void margins(long alice, long bob, long carol) {
        assertThat(new long[] {margin(ALICE), margin(BOB), margin(CAROL)}).containsExactly(alice, bob, carol);
    }

    private long margin(int account) {
        return venue.core().state().marginMinor(account, QUOTE);
    }
}
