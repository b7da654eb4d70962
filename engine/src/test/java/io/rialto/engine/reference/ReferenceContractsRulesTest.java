package io.rialto.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.MarginCommand.ListContract;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import io.rialto.engine.reference.MarginCommand.SetLeverage;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The oracle's contracts against worked numbers. Money has two decimal places, a tick is 0.01, a lot is 1. */
class ReferenceContractsRulesTest {
    private static final int ALICE = 100;
    private static final int BOB = 101;
    private static final int BUY = 1;
    private static final int SELL = 2;
    private static final int CONTRACT = 1;
    private static final int MONEY = 2;
    private static final int CLEARING = 3;

    private final ReferenceVenue venue = new ReferenceVenue();

    @Test
    void aPositionGrowsShrinksFlipsAndCloses() {
        listed(100_000_000);

        assertThat(aliceTrades(BUY, 100, 10_000)).isEqualTo("positionLots=100|costMinor=1000000|realisedMinor=0");
        assertThat(aliceTrades(BUY, 50, 10_300)).isEqualTo("positionLots=150|costMinor=1515000|realisedMinor=0");
        assertThat(aliceTrades(SELL, 60, 10_500)).isEqualTo("positionLots=90|costMinor=909000|realisedMinor=24000");
        assertThat(aliceTrades(SELL, 120, 9_900)).isEqualTo("positionLots=-30|costMinor=297000|realisedMinor=-18000");
        assertThat(aliceTrades(BUY, 30, 9_800)).isEqualTo("positionLots=0|costMinor=0|realisedMinor=3000");

        assertThat(venue.ledger.margin(ALICE, MONEY)).isEqualTo("100009000");
        assertThat(venue.ledger.margin(BOB, MONEY)).isEqualTo("99991000");
        assertThat(venue.ledger.margin(CLEARING, MONEY)).isEqualTo("0");
        assertThat(venue.equityMinor(ALICE, MONEY)).isEqualTo(100_009_000);
    }

    @Test
    void ordersRequireTheInitialMarginOfWhatTheyWouldMake() {
        listed(1_000_000);
        venue.decide(new SetMarginTiers(CONTRACT, List.of(new MarginTier(2_000_000, 1_000_000, 500_000))), null, 0);

        order(ALICE, BUY, 9_900, 100);
        assertThat(required()).isEqualTo(99_000);
        venue.decide(new SetLeverage(ALICE, CONTRACT, 5), null, 0);
        assertThat(required()).isEqualTo(198_000);
        order(BOB, SELL, 9_900, 40);
        // 40 lots at the mark of 100.00, 60 open at 99.00: 400,000 + 594,000, by 5.
        assertThat(required()).isEqualTo(198_800);
        // 140 to sell bring 40 to zero; 100 of them increase, worth 10,500 each.
        order(ALICE, SELL, 10_500, 140);
        assertThat(required()).isEqualTo(210_000);
        assertThat(order(ALICE, BUY, 10_000, 101)).contains("reason=POSITION_ABOVE_TIERS");
    }

    @Test
    void whatLimitsGiveAwayIsRequiredInFull() {
        listed(100_000);
        venue.decide(new SetMarginTiers(CONTRACT, List.of(new MarginTier(1 << 30, 100_000, 50_000))), null, 0);

        order(ALICE, BUY, 10_900, 10);
        // One per cent of 109,000, and 900 on each of ten lots.
        assertThat(required()).isEqualTo(1_090 + 9_000);
        assertThat(order(ALICE, BUY, 20_000, 10)).contains("reason=INSUFFICIENT_MARGIN");
    }

    private BigInteger required() {
        return venue.requiredMinor(ALICE, MONEY);
    }

    private void listed(long marginMinor) {
        venue.decide(new Command.ListAsset("THING", 0), null, 0);
        venue.decide(new Command.ListAsset("MONEY", 2), null, 0);
        venue.decide(
                new ListContract(
                        "THING-PERP", 1, MONEY, 1, 1, 1, 1, 1_000, 0, 500, 10_000, 0, 0, 0, 2, 0, 0, 2, 1, 0, 0, 0),
                null,
                0);
        for (int account = ALICE; account <= BOB; account++) {
            venue.decide(new Command.OpenAccount(0, 0, 0), null, 0);
            venue.decide(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, MONEY, marginMinor), null, 0);
            venue.decide(new MoveMargin(account, MONEY, marginMinor), null, 0);
        }
    }

    /** Bob's order rests, Alice's takes it; answers what became of her position. */
    private String aliceTrades(int side, long lots, long ticks) {
        order(BOB, side == BUY ? SELL : BUY, ticks, lots);
        List<String> lines =
                venue.decide(new Command.NewOrder(ALICE, CONTRACT, ticks, lots, 0, side, 1, 1, 0, 0, ""), null, 0);
        assertThat(lines).hasSize(4);
        String line = lines.get(2);
        return line.substring(line.indexOf("positionLots"), line.indexOf("|account=100"));
    }

    private String order(int account, int side, long ticks, long lots) {
        return venue.decide(new Command.NewOrder(account, CONTRACT, ticks, lots, 0, side, 1, 1, 0, 0, ""), null, 0)
                .get(0);
    }
}
