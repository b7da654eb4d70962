package io.rialto.engine.rules;

import static io.rialto.engine.rules.RiskRuleBook.alerts;
import static io.rialto.engine.rules.RiskRuleBook.blocks;
import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.protocol.RiskRuleType.CONCENTRATION;
import static io.rialto.protocol.RiskRuleType.LOSS_STREAK;
import static io.rialto.protocol.RiskRuleType.MAX_DAILY_LOSS;
import static io.rialto.protocol.RiskRuleType.MAX_DRAWDOWN;
import static io.rialto.protocol.RiskRuleType.MAX_LEVERAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.TestRiskRule;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everybody has a margin of 100,000; Bob has bought 100 at 100 from Alice. Sums are told in the quote asset. */
class HoldingRulesTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final String BLOCKED = "rejected BLOCKED_BY_RISK_RULE";

    private final VenueUnderTest venue = new Contract().tradesWith(100_000);

    private void bobBuys() {
        venue.receives(ALICE, sells(100).at(100)).receives(BOB, buys(100).at(100));
    }

    private void sets(RiskRuleBook rule) {
        venue.decides(rule.quotedIn(QUOTE).of(BOB).set());
    }

    /** Only what was breached. */
    private String breaches() {
        return venue.events().stream()
                .filter(line -> line.startsWith("breach"))
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .collect(Collectors.joining(", "));
    }

    private void marks(long ticks, String breach) {
        venue.marks(ticks);
        assertThat(breaches()).isEqualTo(breach);
    }

    @Test
    void aDaysLossIsCountedFromMidnightOn() {
        bobBuys();
        sets(blocks(MAX_DAILY_LOSS, 500));
        marks(95, "");
        marks(94, told(1, 600, 500));
        venue.receives(BOB, buys(1).at(94)).emits(BLOCKED);
        venue.receives(BOB, sells(1).at(120));
        assertThat(venue.events()).hasSize(2);
        venue.receives(ALICE, buys(1).at(94));
        assertThat(venue.events()).hasSize(2);
        marks(93, "");
        venue.after(DAY).receives(BOB, buys(1).at(90));
        assertThat(venue.events()).hasSize(2);
        marks(89, "");
        marks(87, told(2, 600, 500));
    }

    @Test
    void moneyMovedInOrOutIsNoGainAndNoLoss() {
        bobBuys();
        sets(alerts(MAX_DAILY_LOSS, 500));
        venue.decides(new MoveMargin(BOB, QUOTE, -10_000));
        assertThat(breaches()).isEmpty();
        venue.decides(new MoveMargin(BOB, QUOTE, 5_000));
        marks(94, told(1, 600, 500));
    }

    @Test
    void aDrawdownIsCountedFromThePeakThatMoneyMoves() {
        bobBuys();
        sets(alerts(MAX_DRAWDOWN, 99));
        marks(200, "");
        venue.decides(new MoveMargin(BOB, QUOTE, -10_000));
        marks(191, "");
        marks(190, told(1, 100, 99));
        marks(191, "");
        marks(190, told(2, 100, 99));
    }

    @Test
    void leverageIsTheWorthOfAllPositionsOverEquity() {
        sets(alerts(MAX_LEVERAGE, 10));
        bobBuys();
        assertThat(breaches()).isEmpty();
        marks(101, told(1, 11, 10));
    }

    @Test
    void concentrationIsThePartOfTheLargestPosition() {
        venue.decides(new Contract().listing("OTHER"));
        sets(alerts(CONCENTRATION, 7_999));
        bobBuys();
        assertThat(breaches()).isEqualTo(told(1, 10_000, 7_999));
        venue.decides(other(ALICE, false)).decides(other(BOB, true));
        assertThat(breaches()).isEmpty();
        marks(50, "");
        marks(200, told(2, 8_000, 7_999));
    }

    private static Command other(int account, boolean buys) {
        return new Command.NewOrder(account, 2, 100, 50, 0, buys ? 1 : 2, 1, 1, 0, 1, "");
    }

    @Test
    void lossesInARowAreCountedTradeByTradeAndAGainEndsThem() {
        sets(blocks(LOSS_STREAK, 1));
        bobBuys();
        sellsAt(99, "");
        sellsAt(100, "");
        sellsAt(101, "");
        sellsAt(99, "");
        sellsAt(98, told(1, 2, 1));
        venue.receives(BOB, buys(1).at(98)).emits(BLOCKED);
        sellsAt(97, "");
    }

    private void sellsAt(long ticks, String breach) {
        venue.receives(CAROL, buys(1).at(ticks)).receives(BOB, sells(1).at(ticks));
        assertThat(breaches()).isEqualTo(breach);
    }

    @Test
    void whoeverIsBeyondANewRulesLimitAlreadyIsToldAtOnce() {
        bobBuys();
        sets(alerts(MAX_LEVERAGE, 9));
        assertThat(breaches()).isEqualTo(told(1, 10, 9));
    }

    @Test
    void suchARuleIsNotTriedOutOnOrdersAndNeedsAnAssetAlone() {
        RiskRuleBook rule = alerts(MAX_LEVERAGE, 9).quotedIn(QUOTE);
        venue.decides(new TestRiskRule(BOB, List.of(rule.set(), buys(1).at(100).command(BOB, 1))))
                .emits("rejected NOT_MEASURED_OF_ORDERS");
        venue.decides(alerts(MAX_LEVERAGE, 9).set()).emits("rejected RISK_SCOPE_NOT_POSSIBLE");
        venue.decides(alerts(MAX_DRAWDOWN, 10_000).quotedIn(BASE).set()).emits("rejected RISK_LIMIT_NOT_POSSIBLE");
        venue.decides(alerts(CONCENTRATION, -1).quotedIn(BASE).set()).emits("rejected RISK_LIMIT_NOT_POSSIBLE");
        venue.decides(alerts(LOSS_STREAK, 1_001).quotedIn(BASE).set()).emits("rejected RISK_LIMIT_NOT_POSSIBLE");
        venue.decides(alerts(MAX_LEVERAGE, 100_001).quotedIn(BASE).set()).emits("rejected RISK_LIMIT_NOT_POSSIBLE");
    }

    private static String told(int count, long measured, long limit) {
        return "breach " + count + " of rule 1 version 1 by 101: " + measured + " beyond " + limit;
    }
}
