package io.rialto.engine.rules;

import static io.rialto.engine.rules.RiskRuleBook.alerts;
import static io.rialto.engine.rules.RiskRuleBook.blocks;
import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.protocol.RiskRuleType.ALLOWED_HOURS;
import static io.rialto.protocol.RiskRuleType.MAX_OPEN_ORDERS;
import static io.rialto.protocol.RiskRuleType.MAX_ORDER_RATE;
import static io.rialto.protocol.RiskRuleType.MAX_ORDER_VALUE;
import static io.rialto.protocol.RiskRuleType.MAX_POSITION_SIZE;
import static io.rialto.protocol.RiskRuleType.POSITION_LIMIT;
import static io.rialto.protocol.RiskRuleType.PRICE_DEVIATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.RemoveRiskRule;
import io.rialto.engine.reference.ControlCommand.TestRiskRule;
import io.rialto.protocol.BatchMode;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.RiskAction;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskRulesTest {
    private static final String BLOCKED = "rejected BLOCKED_BY_RISK_RULE";
    private static final long MINUTE = 60_000_000_000L;

    private final VenueUnderTest venue = VenueUnderTest.trading(new Terms().reference(100));

    @Test
    void aPositionCountsWithAllOrdersOfTheWorseSide() {
        venue.changes(InstrumentParameter.TRACKED_POSITIONS, 1);
        sets(blocks(MAX_POSITION_SIZE, 10));
        passes(ALICE, buys(6).at(90));
        passes(ALICE, sells(10).at(110));
        venue.receives(ALICE, buys(5).at(91)).emits(BLOCKED, breach(1, 11, 10, RiskAction.BLOCK));
        passes(ALICE, buys(4).at(91));
    }

    @Test
    void wherePositionsAreNotKeptWhatIsOwnedOfTheBaseAssetCounts() {
        sets(blocks(MAX_POSITION_SIZE, 1_000_005));
        venue.receives(ALICE, buys(6).at(90)).emits(BLOCKED, breach(1, 1_000_006, 1_000_005, RiskAction.BLOCK));
        passes(ALICE, buys(5).at(90));
        passes(ALICE, sells(700_000).at(110));
    }

    @Test
    void whatReducesPassesWhateverIsBreached() {
        venue.changes(InstrumentParameter.TRACKED_POSITIONS, 1);
        trades(10);
        sets(blocks(MAX_ORDER_VALUE, 0));
        sets(blocks(MAX_POSITION_SIZE, 3));
        venue.receives(ALICE, sells(10).at(110))
                .emits(
                        "accepted #3 sell 10@110 holds 10",
                        "rested #3 10@110",
                        breach(1, 1_100, 0, RiskAction.BLOCK),
                        "breach 1 of rule 2 version 1 by 100: 10 beyond 3, BLOCK");
        venue.receives(ALICE, sells(1).at(110)).emits(BLOCKED);
        venue.amendsTotal(ALICE, 3, 4).emits("amended #3 from 10@110 to 4@110 of 4 hold -6 version 2 place kept");
        venue.cancels(ALICE, 3).emits("cancelled #3 4@110 released 4 REQUESTED_BY_OWNER");
    }

    @Test
    void anOrdersValueIsThatOfItsAccountsLimits() {
        sets(alerts(MAX_ORDER_VALUE, 500));
        passes(ALICE, buys(5).at(100));
        venue.receives(ALICE, buys(6).at(100))
                .emits("accepted #2 buy 6@100 holds 600", "rested #2 6@100", breach(1, 600, 500, RiskAction.ALERT));
    }

    @Test
    void ordersWithinAWindowAreCountedButNotThoseThatWereBlocked() {
        sets(blocks(MAX_ORDER_RATE, 2).within(1_000));
        passes(ALICE, buys(1).at(90));
        venue.after(400);
        passes(ALICE, buys(1).at(91));
        venue.after(599).receives(ALICE, buys(1).at(92)).emits(BLOCKED, breach(1, 3, 2, RiskAction.BLOCK));
        venue.after(1);
        passes(ALICE, buys(1).at(92));
        venue.after(399).receives(ALICE, buys(1).at(93)).emits(BLOCKED, breach(2, 3, 2, RiskAction.BLOCK));
        passes(BOB, buys(1).at(93));
    }

    @Test
    void openOrdersAreCountedInOneInstrumentOrInAll() {
        sets(blocks(MAX_OPEN_ORDERS, 1).in(0));
        passes(ALICE, buys(1).at(90));
        venue.receives(ALICE, buys(1).at(90)).emits(BLOCKED, breach(1, 2, 1, RiskAction.BLOCK));
        passes(ALICE, buys(1).at(90).immediateOrCancel());
    }

    @Test
    void aLimitMustStandNearTheMarketsOwnPrice() {
        sets(blocks(PRICE_DEVIATION, 500));
        passes(ALICE, buys(1).at(95));
        venue.receives(ALICE, buys(1).at(94)).emits(BLOCKED, breach(1, 600, 500, RiskAction.BLOCK));
        venue.amendsPrice(ALICE, 1, 106).emits(BLOCKED);
        venue.amendsPrice(ALICE, 1, 105)
                .emits("amended #1 from 1@95 to 1@105 of 1 hold +10 version 2 place lost", "rested #1 1@105");
    }

    @Test
    void allowedHoursMayCrossMidnight() {
        sets(blocks(ALLOWED_HOURS, 22 * 60).within(8 * 60 * MINUTE));
        passes(ALICE, buys(1).at(90));
        venue.after(6 * 60 * MINUTE - 1_001);
        passes(ALICE, buys(1).at(90));
        venue.after(1).receives(ALICE, buys(1).at(90)).emits(BLOCKED, breach(1, 360, 1_320, RiskAction.BLOCK));
        venue.after(16 * 60 * MINUTE - 1).receives(ALICE, buys(1).at(90)).emits(BLOCKED);
        venue.after(1);
        passes(ALICE, buys(1).at(90));
    }

    @Test
    void marketsWithAPositionOrAnOrderAreCounted() {
        venue.decides(new Command.ListAsset("OTHER", 0));
        venue.decides(new Command.ListInstrument(
                "SECOND", 3, QUOTE, 1, 1, 1, 100, 0, Command.NULL, Command.NULL, 0, 0, 0, 0, 1, 1, 0));
        sets(blocks(POSITION_LIMIT, 1));
        passes(ALICE, buys(1).at(90));
        venue.decides(buys(1).at(90).command(ALICE, 2))
                .emits(BLOCKED, "breach 1 of rule 1 version 1 by 100: 2 beyond 1, BLOCK");
        passes(ALICE, buys(1).at(91));
    }

    @Test
    void aBreachIsCountedWhenItBeginsAndNotWhileItLasts() {
        sets(alerts(MAX_ORDER_VALUE, 100));
        venue.receives(ALICE, buys(2).at(90))
                .emits("accepted #1 buy 2@90 holds 180", "rested #1 2@90", breach(1, 180, 100, RiskAction.ALERT));
        passes(ALICE, buys(3).at(90));
        passes(ALICE, buys(1).at(90));
        venue.receives(ALICE, buys(2).at(91))
                .emits("accepted #4 buy 2@91 holds 182", "rested #4 2@91", breach(2, 182, 100, RiskAction.ALERT));
    }

    @Test
    void withinItsCoolDownNoOtherBreachCountsButABlockHolds() {
        sets(blocks(MAX_ORDER_VALUE, 100).cools(1_000));
        venue.receives(ALICE, buys(2).at(90)).emits(BLOCKED, breach(1, 180, 100, RiskAction.BLOCK));
        passes(ALICE, buys(1).at(90));
        venue.after(999).receives(ALICE, buys(2).at(90)).emits(BLOCKED);
        passes(ALICE, buys(1).at(90));
        venue.after(1).receives(ALICE, buys(2).at(90)).emits(BLOCKED, breach(2, 180, 100, RiskAction.BLOCK));
    }

    @Test
    void theActionRisesWithTheBreaches() {
        sets(alerts(MAX_ORDER_VALUE, 100).from(2, RiskAction.BLOCK));
        venue.receives(ALICE, buys(2).at(90));
        passes(ALICE, buys(1).at(90));
        venue.receives(ALICE, buys(2).at(90)).emits(BLOCKED, breach(2, 180, 100, RiskAction.BLOCK));
        venue.receives(BOB, buys(2).at(90))
                .emits(
                        "accepted #3 buy 2@90 holds 180",
                        "rested #3 2@90",
                        "breach 1 of rule 1 version 1 by 101: 180 beyond 100, ALERT");
    }

    @Test
    void breachesOfOneOrderAreToldBySeverityOfActionThenByRule() {
        sets(alerts(MAX_ORDER_VALUE, 100));
        sets(blocks(MAX_OPEN_ORDERS, 0));
        sets(alerts(PRICE_DEVIATION, 10));
        sets(blocks(MAX_POSITION_SIZE, 1));
        venue.receives(ALICE, buys(2).at(90))
                .emits(
                        BLOCKED,
                        "breach 1 of rule 2 version 1 by 100: 1 beyond 0, BLOCK",
                        "breach 1 of rule 4 version 1 by 100: 1000002 beyond 1, BLOCK",
                        "breach 1 of rule 1 version 1 by 100: 180 beyond 100, ALERT",
                        "breach 1 of rule 3 version 1 by 100: 1000 beyond 10, ALERT");
    }

    @Test
    void aNewVersionHasSeenNoBreach() {
        sets(alerts(MAX_ORDER_VALUE, 100));
        venue.receives(ALICE, buys(2).at(90));
        venue.decides(alerts(MAX_ORDER_VALUE, 150).anew(1).set()).emits("rule 1 version 2");
        venue.receives(ALICE, buys(2).at(90))
                .emits(
                        "accepted #2 buy 2@90 holds 180",
                        "rested #2 2@90",
                        "breach 1 of rule 1 version 2 by 100: 180 beyond 150, ALERT");
    }

    @Test
    void whatIsDisabledOrRemovedMeasuresNothing() {
        venue.decides(blocks(MAX_ORDER_VALUE, 0).disabled().set()).emits("rule 1 version 1");
        venue.decides(blocks(MAX_ORDER_VALUE, 0).set()).emits("rule 2 version 1");
        venue.receives(ALICE, buys(1).at(90)).emits(BLOCKED, "breach 1 of rule 2 version 1 by 100: 90 beyond 0, BLOCK");
        venue.decides(new RemoveRiskRule(2)).emits("rule 2 removed at version 1");
        passes(ALICE, buys(1).at(90));
        venue.decides(new RemoveRiskRule(2)).emits("rejected UNKNOWN_RISK_RULE");
        venue.decides(blocks(MAX_ORDER_VALUE, 0).anew(2).set()).emits("rejected UNKNOWN_RISK_RULE");
        venue.decides(blocks(MAX_ORDER_VALUE, 1_000).set()).emits("rule 3 version 1");
    }

    @Test
    void aRuleIsForEverybodyAFirmOrAnAccountEachForItself() {
        venue.decides(new Command.OpenAccount(7, 0, 0));
        venue.deposits(103, QUOTE, 1_000_000);
        sets(blocks(MAX_ORDER_VALUE, 100).ofFirm(7));
        venue.receives(103, buys(2).at(90))
                .emits(BLOCKED, "breach 1 of rule 1 version 1 by 103: 180 beyond 100, BLOCK");
        passes(ALICE, buys(2).at(90));
        sets(blocks(MAX_ORDER_VALUE, 100).of(BOB).quotedIn(QUOTE));
        venue.receives(BOB, buys(2).at(90))
                .emits(BLOCKED, "breach 1 of rule 2 version 1 by 101: 180 beyond 100, BLOCK");
        passes(ALICE, buys(2).at(90));
    }

    @Test
    void aTestOrderIsToldAndNothingIsCounted() {
        sets(blocks(MAX_ORDER_VALUE, 100));
        String refused = venue.tests(ALICE, buys(2).at(90)).events().get(0);
        assertThat(refused).contains("BLOCKED_BY_RISK_RULE");
        venue.receives(ALICE, buys(2).at(90)).emits(BLOCKED, breach(1, 180, 100, RiskAction.BLOCK));
    }

    @Test
    void inABatchEveryOperationIsAskedAndItsBreachesAreToldLast() {
        sets(blocks(MAX_ORDER_VALUE, 100));
        venue.does(
                        ALICE,
                        BatchMode.BEST_EFFORT,
                        buys(2).at(90).command(ALICE, 1),
                        buys(1).at(90).command(ALICE, 1))
                .emits(
                        "operation 0",
                        "operation 0 refused BLOCKED_BY_RISK_RULE",
                        "operation 1",
                        "accepted #1 buy 1@90 holds 90",
                        "rested #1 1@90",
                        breach(1, 180, 100, RiskAction.BLOCK));
        venue.does(ALICE, BatchMode.ATOMIC, buys(2).at(90).command(ALICE, 1))
                .emits(BLOCKED, "operation 0 refused BLOCKED_BY_RISK_RULE");
    }

    @Test
    void aRuleIsTriedOutOnAnOrderAsIfItWereTheOnlyOneAndHadSeenNoBreach() {
        sets(blocks(MAX_ORDER_VALUE, 50));
        tries(blocks(MAX_ORDER_VALUE, 100), buys(2).at(90)).emits("asked: 180 beyond 100, BLOCKED_BY_RISK_RULE");
        tries(alerts(MAX_ORDER_VALUE, 100), buys(2).at(90)).emits("asked: 180 beyond 100, NONE");
        tries(blocks(MAX_ORDER_VALUE, 180), buys(2).at(90)).emits("asked: 180 within 180, NONE");
        tries(blocks(MAX_ORDER_VALUE, 100).of(BOB), buys(2).at(90)).emits("not asked: 0 within 100, NONE");
        tries(blocks(MAX_ORDER_VALUE, 100), buys(0).at(90)).emits("not asked: 0 within 100, QUANTITY_BELOW_MINIMUM");
        tries(alerts(MAX_ORDER_VALUE, 100), buys(20_000).at(90)).emits("asked: 1800000 beyond 100, INSUFFICIENT_FUNDS");
        tries(blocks(MAX_ORDER_VALUE, -1), buys(2).at(90)).emits("rejected RISK_LIMIT_NOT_POSSIBLE");
        venue.decides(new TestRiskRule(
                        ALICE,
                        List.of(
                                buys(2).at(90).command(ALICE, 1),
                                blocks(MAX_ORDER_VALUE, 1).set())))
                .emits("rejected PART_NOT_POSSIBLE", "operation 0 refused PART_NOT_POSSIBLE");
        venue.receives(ALICE, buys(1).at(90)).emits(BLOCKED, breach(1, 90, 50, RiskAction.BLOCK));
    }

    private VenueUnderTest tries(RiskRuleBook rule, Ticket order) {
        return venue.decides(new TestRiskRule(ALICE, List.of(rule.set(), order.command(ALICE, 1))));
    }

    @Test
    void whatCannotBeIsRefusedByItsReason() {
        refuses(blocks(MAX_OPEN_ORDERS, 1).of(777), "UNKNOWN_ACCOUNT");
        refuses(blocks(MAX_OPEN_ORDERS, 1).in(9), "UNKNOWN_INSTRUMENT");
        refuses(blocks(MAX_ORDER_VALUE, 1).quotedIn(9), "UNKNOWN_ASSET");
        refuses(blocks(MAX_OPEN_ORDERS, 1).ofFirm(0), "RISK_SCOPE_NOT_POSSIBLE");
        refuses(blocks(MAX_POSITION_SIZE, 1).in(0), "RISK_SCOPE_NOT_POSSIBLE");
        refuses(blocks(POSITION_LIMIT, 1).in(1), "RISK_SCOPE_NOT_POSSIBLE");
        refuses(blocks(MAX_ORDER_VALUE, 1).in(0), "RISK_SCOPE_NOT_POSSIBLE");
        refuses(blocks(MAX_OPEN_ORDERS, -1), "RISK_LIMIT_NOT_POSSIBLE");
        refuses(blocks(MAX_ORDER_RATE, 1_001).within(1), "RISK_LIMIT_NOT_POSSIBLE");
        refuses(blocks(PRICE_DEVIATION, 10_000_001), "RISK_LIMIT_NOT_POSSIBLE");
        refuses(blocks(ALLOWED_HOURS, 1_440).within(MINUTE), "RISK_LIMIT_NOT_POSSIBLE");
        refuses(blocks(MAX_ORDER_RATE, 1), "RISK_WINDOW_NOT_POSSIBLE");
        refuses(blocks(MAX_OPEN_ORDERS, 1).within(1), "RISK_WINDOW_NOT_POSSIBLE");
        refuses(blocks(ALLOWED_HOURS, 0).within(1_440 * MINUTE), "RISK_WINDOW_NOT_POSSIBLE");
        refuses(blocks(MAX_OPEN_ORDERS, 1).cools(7 * 1_440 * MINUTE + 1), "RISK_WINDOW_NOT_POSSIBLE");
        refuses(alerts(MAX_OPEN_ORDERS, 1).from(1, RiskAction.BLOCK), "RISK_ESCALATION_NOT_POSSIBLE");
        refuses(blocks(MAX_OPEN_ORDERS, 1).from(2, RiskAction.BLOCK), "RISK_ESCALATION_NOT_POSSIBLE");
        refuses(alerts(MAX_OPEN_ORDERS, 1).from(2, null), "RISK_ESCALATION_NOT_POSSIBLE");
        refuses(alerts(MAX_OPEN_ORDERS, 1).anew(1), "UNKNOWN_RISK_RULE");
    }

    @Test
    void thereAreAThousandAtTheMost() {
        for (int i = 0; i < 1_000; i++) venue.decides(alerts(MAX_OPEN_ORDERS, 1).set());
        refuses(alerts(MAX_OPEN_ORDERS, 1), "TOO_MANY_RISK_RULES");
        venue.decides(new RemoveRiskRule(500));
        venue.decides(alerts(MAX_OPEN_ORDERS, 1).set()).emits("rule 1001 version 1");
    }

    private void trades(long lots) {
        venue.receives(BOB, sells(lots).at(100));
        venue.receives(ALICE, buys(lots).at(100));
    }

    private void sets(RiskRuleBook rule) {
        assertThat(venue.decides(rule.set()).events())
                .singleElement()
                .asString()
                .startsWith("rule ");
    }

    private void refuses(RiskRuleBook rule, String reason) {
        venue.decides(rule.set()).emits("rejected " + reason);
    }

    /** Accepted, and nothing is told of any rule. */
    private void passes(int account, Ticket ticket) {
        assertThat(venue.receives(account, ticket).events())
                .isNotEmpty()
                .noneMatch(line -> line.startsWith("rejected") || line.startsWith("breach"));
    }

    private static String breach(int count, long measured, long limit, RiskAction action) {
        return "breach " + count + " of rule 1 version 1 by 100: " + measured + " beyond " + limit + ", " + action;
    }
}
