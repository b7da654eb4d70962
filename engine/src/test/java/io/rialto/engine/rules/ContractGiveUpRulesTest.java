package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.BrokerCommand.AnswerGiveUp;
import io.rialto.engine.reference.BrokerCommand.GiveUp;
import io.rialto.engine.reference.ClearingCommand.BustTrade;
import io.rialto.engine.reference.ClearingCommand.CorrectTrade;
import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import io.rialto.engine.reference.MarginCommand.SettleContract;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bob has sold Alice ten of a contract at 100, its mark; makers paid one per cent, takers two. Each has 10,000 of margin. */
class ContractGiveUpRulesTest {
    private static final long EXPIRY = 1_000_000;
    private static final int ACCEPT = 1;
    private static final int EITHER = 255;

    private VenueUnderTest venue = new Contract().fees(100_000, 200_000).tradesWith(10_000);

    @BeforeEach
    void trades() {
        venue.receives(BOB, sells(10).at(100)).receives(ALICE, buys(10).at(100));
    }

    private VenueUnderTest offers(long lots, int giver, int taker) {
        return venue.decides(new GiveUp(1, lots, giver, taker, EITHER));
    }

    private VenueUnderTest accepts(long giveUp, int taker) {
        return venue.decides(new AnswerGiveUp(giveUp, taker, ACCEPT));
    }

    @Test
    void aPositionGoesAtTheTradesPriceAndFeesStay() {
        offers(4, ALICE, CAROL).emits("offered 1: 100 to 102, bought 4@100 of trade 1");
        accepts(1, CAROL)
                .emits(
                        "taken up 1 by 102: 100 to 102, bought 4@100 for 400",
                        "GIVEN_UP -4@100 of 100 with 102: 6 cost 600 realised 0",
                        "GIVEN_UP 4@100 of 102 with 100: 4 cost 400 realised 0");
        venue.has(FEE_INCOME, QUOTE, 30, 0);
    }

    @Test
    void whoSoldIsLongAgainByIt() {
        offers(10, BOB, CAROL).emits("offered 1: 101 to 102, sold 10@100 of trade 1");
        accepts(1, CAROL)
                .emits(
                        "taken up 1 by 102: 101 to 102, sold 10@100 for 1000",
                        "GIVEN_UP -10@100 of 102 with 101: -10 cost 1000 realised 0",
                        "GIVEN_UP 10@100 of 101 with 102: 0 cost 0 realised 0");
    }

    /** Alice has sold her ten at 130 and kept nothing. Short ten from 100 she would owe 300. */
    @Test
    void whoWouldOweByItKeepsIt() {
        venue.marks(130);
        venue.receives(CAROL, buys(10).at(130)).receives(ALICE, sells(10).at(130));
        venue.decides(new MoveMargin(ALICE, QUOTE, -10_254)).emits("margin of 100 moved -10254");
        offers(10, ALICE, CAROL);
        accepts(1, CAROL).emits("rejected INSUFFICIENT_MARGIN");
    }

    @Test
    void whoTakesItUpNeedsMarginAsForAnOrder() {
        venue.decides(new MoveMargin(CAROL, QUOTE, -9_900));
        offers(10, ALICE, CAROL);
        accepts(1, CAROL).emits("rejected INSUFFICIENT_MARGIN");
        venue.decides(new MoveMargin(CAROL, QUOTE, 9_900));
        accepts(1, CAROL)
                .emits(
                        "taken up 1 by 102: 100 to 102, bought 10@100 for 1000",
                        "GIVEN_UP -10@100 of 100 with 102: 0 cost 0 realised 0",
                        "GIVEN_UP 10@100 of 102 with 100: 10 cost 1000 realised 0");
    }

    @Test
    void whatWasGivenUpIsNeitherBustedNorCorrectedUntilItIsBack() {
        offers(10, ALICE, CAROL);
        accepts(1, CAROL);
        venue.decides(new BustTrade(1, 0)).emits("rejected TRADE_GIVEN_UP");
        venue.decides(new CorrectTrade(1, 90, 10)).emits("rejected TRADE_GIVEN_UP");
        offers(10, CAROL, ALICE);
        accepts(2, ALICE);
        venue.decides(new BustTrade(1, 0))
                .emits(
                        "busted 1 10@100, fees 20 and 10 back",
                        "position of 100 0 cost 0 realised 0",
                        "position of 101 0 cost 0 realised 0");
    }

    @Test
    void whatIsOfferedLapsesWithItsTrade() {
        offers(10, ALICE, CAROL);
        offers(1, BOB, CAROL);
        venue.decides(new BustTrade(1, 0))
                .emits(
                        "busted 1 10@100, fees 20 and 10 back",
                        "position of 100 0 cost 0 realised 0",
                        "position of 101 0 cost 0 realised 0",
                        "give-up 1 LAPSED by 0",
                        "give-up 2 LAPSED by 0");
        accepts(1, CAROL).emits("rejected GIVE_UP_NOT_PENDING");
        offers(1, ALICE, CAROL).emits("rejected TRADE_BUSTED");
    }

    @Test
    void whatIsOfferedLapsesWithItsContract() {
        venue = new Contract().future(EXPIRY).tradesWith(10_000);
        venue.changes(InstrumentParameter.SETTLEMENT_AWAITED, 1);
        trades();
        offers(10, ALICE, CAROL);
        venue.after(EXPIRY).decides(new Command.Tick());
        accepts(1, CAROL).emits("rejected CONTRACT_EXPIRED");
        venue.decides(new SettleContract(1, 100));
        assertThat(venue.events()).contains("give-up 1 LAPSED by 0");
        offers(10, ALICE, CAROL).emits("rejected CONTRACT_SETTLED");
    }

    @Test
    void whoIsLiquidatedNeitherGivesNorTakes() {
        venue = new Contract().tradesWith(1_000);
        venue.decides(new SetMarginTiers(1, new ArrayList<>(List.of(new MarginTier(1L << 61, 500_000, 500_000)))));
        trades();
        offers(1, ALICE, CAROL);
        venue.decides(new MoveMargin(ALICE, QUOTE, -900)).goes(Phase.CALL).marks(91);
        assertThat(venue.events()).contains("liquidation of 100 begun");
        accepts(1, CAROL).emits("rejected ACCOUNT_LIQUIDATING");
    }

    @Test
    void whatSettledAtOnceIsNotGivenUp() {
        venue = VenueUnderTest.trading();
        venue.receives(BOB, sells(10).at(100)).receives(ALICE, buys(10).at(100));
        offers(1, ALICE, CAROL).emits("rejected TRADE_SETTLED");
    }
}
