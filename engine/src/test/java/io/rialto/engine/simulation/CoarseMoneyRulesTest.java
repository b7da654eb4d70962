package io.rialto.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a lot is worth less than the smallest unit of money, rounding must not become a way to take for nothing. */
class CoarseMoneyRulesTest {
    private static final int MAKER = 100;
    private static final int TAKER = 101;
    private static final int BUY = 1;
    private static final int SELL = 2;

    private final List<Step> steps = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @Test
    void aBuyerByAmountTakesOnceFromEachRestingOrder() {
        listed();
        rests(SELL, 10);

        // One minor unit affords three lots of 0.3, whose value rounds down to nothing: the unit must not buy again.
        assertThat(takesByAmount(BUY, 1))
                .filteredOn(line -> line.startsWith("TradeExecuted"))
                .hasSize(1)
                .first()
                .asString()
                .contains("|quantityLots=3|notionalMinor=0|");
        assertThat(lines).last().asString().startsWith("OrderExpired").contains("AMOUNT_EXHAUSTED");
    }

    @Test
    void aSellerByAmountHoldsWhatTheWalkSells() {
        listed();
        rests(BUY, 5);
        rests(BUY, 5);

        assertThat(takesByAmount(SELL, 1)).first().asString().contains("|holdMinor=3|");
    }

    private List<String> takesByAmount(int side, long amountMinor) {
        add(new Command.NewOrder(TAKER, 1, 0, 0, amountMinor, side, 2, 1, 0, 0, ""));
        assertThat(Duel.over(steps, expected -> {
                    lines.clear();
                    lines.addAll(expected);
                }))
                .isEqualTo(Difference.NONE);
        return lines;
    }

    private void rests(int side, long lots) {
        add(new Command.NewOrder(MAKER, 1, 3, lots, 0, side, 1, 1, 0, 0, ""));
    }

    /** A tick is a tenth of the smallest unit of quote. */
    private void listed() {
        add(new Command.ListAsset("BASE", 0));
        add(new Command.ListAsset("QUOTE", 0));
        long none = Command.NULL;
        add(new Command.ListInstrument("COARSE", 1, 2, 1, 1, 1, 100, 0, none, none, 0, 0, 1, 0, 1, 1, 0));
        for (int account = MAKER; account <= TAKER; account++) {
            add(new Command.OpenAccount(0, 0, 0));
            for (int asset = 1; asset <= 2; asset++) {
                add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, asset, 100));
            }
        }
    }

    private void add(Command command) {
        steps.add(new Step(steps.size(), command, null, steps.size()));
    }
}
