package io.rialto.engine.rules;

import static io.rialto.engine.rules.RiskRuleBook.does;
import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.protocol.RiskAction.ALERT;
import static io.rialto.protocol.RiskAction.CLOSE_ALL;
import static io.rialto.protocol.RiskAction.CLOSE_POSITION;
import static io.rialto.protocol.RiskAction.REDUCE_SIZE;
import static io.rialto.protocol.RiskRuleType.CONCENTRATION;
import static io.rialto.protocol.RiskRuleType.MAX_DAILY_LOSS;
import static io.rialto.protocol.RiskRuleType.MAX_LEVERAGE;
import static io.rialto.protocol.RiskRuleType.MAX_ORDER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Everybody has a margin of 100,000; Bob has bought 100 at 100 from Alice, and Carol bids for 200 at 95. */
class ClosingRulesTest {
    private final VenueUnderTest venue = new Contract().collar(5).tradesWith(100_000);

    private void bobBuys() {
        venue.receives(ALICE, sells(100).at(100)).receives(BOB, buys(100).at(100));
        venue.receives(CAROL, buys(200).at(95));
    }

    private VenueUnderTest sets(RiskRuleBook rule) {
        return venue.decides(rule.quotedIn(QUOTE).of(BOB).set());
    }

    private boolean hasTold(String line) {
        return venue.events().stream().anyMatch(each -> each.contains(line));
    }

    private long bobsLots() {
        return venue.core().state().positionLots(BOB, 1);
    }

    @Test
    void tooMuchLeverageIsReducedToTheLimit() {
        bobBuys();
        venue.receives(BOB, buys(1).at(90));
        sets(does(REDUCE_SIZE, MAX_LEVERAGE, 6));
        assertThat(hasTold("CANCELLED_BY_RISK_RULE")).isTrue();
        assertThat(hasTold("traded 40@95")).isTrue();
        assertThat(bobsLots()).isEqualTo(60);
        assertThat(venue.events().get(venue.events().size() - 1)).startsWith("breach 1 of rule 1");
    }

    @Test
    void theLargestPositionIsClosedAndOnlyReductionsPass() {
        bobBuys();
        sets(does(CLOSE_POSITION, CONCENTRATION, 5_000));
        assertThat(hasTold("101 from ACTIVE to REDUCING by rule 1")).isTrue();
        assertThat(bobsLots()).isZero();
        venue.receives(BOB, buys(1).at(90)).emits("rejected ACCOUNT_REDUCING");
    }

    @Test
    void whoLosesTooMuchIsHaltedAndAllIsClosed() {
        bobBuys();
        venue.receives(BOB, sells(5).at(130));
        sets(does(CLOSE_ALL, MAX_DAILY_LOSS, 150));
        venue.marks(98);
        assertThat(hasTold("101 from ACTIVE to HALTED by rule 1")).isTrue();
        assertThat(hasTold("ACCOUNT_HALTED")).isTrue();
        assertThat(bobsLots()).isZero();
        venue.receives(BOB, buys(1).at(90)).emits("rejected ACCOUNT_HALTED");
    }

    @Test
    void beyondTheCollarNothingIsClosed() {
        bobBuys();
        sets(does(CLOSE_ALL, MAX_DAILY_LOSS, 0));
        venue.marks(101);
        assertThat(bobsLots()).isEqualTo(100);
        venue.receives(CAROL, buys(1).at(96));
        venue.marks(99);
        assertThat(bobsLots()).isZero();
    }

    @Test
    void theMostSevereOfSeveralIsDone() {
        bobBuys();
        sets(does(REDUCE_SIZE, MAX_LEVERAGE, 100));
        sets(does(CLOSE_ALL, MAX_DAILY_LOSS, 100));
        sets(does(CLOSE_POSITION, MAX_DAILY_LOSS, 100));
        venue.marks(98);
        assertThat(hasTold("by rule 2")).isTrue();
        assertThat(hasTold("REDUCING")).isFalse();
    }

    @Test
    void breachesEscalateToIt() {
        bobBuys();
        sets(does(ALERT, MAX_DAILY_LOSS, 100).from(2, CLOSE_ALL));
        venue.marks(98);
        assertThat(bobsLots()).isEqualTo(100);
        venue.marks(100);
        venue.marks(98);
        assertThat(bobsLots()).isZero();
    }

    @Test
    void onlyRulesAboutWhatAccountsHaveCanDoIt() {
        venue.decides(does(CLOSE_ALL, MAX_ORDER_VALUE, 1).set()).emits("rejected RISK_ACTION_NOT_POSSIBLE");
        sets(does(REDUCE_SIZE, MAX_DAILY_LOSS, 1)).emits("rejected RISK_ACTION_NOT_POSSIBLE");
        sets(does(ALERT, MAX_DAILY_LOSS, 1).from(2, REDUCE_SIZE)).emits("rejected RISK_ACTION_NOT_POSSIBLE");
    }
}
