package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.PriceShock;
import io.rialto.engine.reference.MarginCommand.StressMargin;
import java.util.ArrayList;
import java.util.List;

/** Asks in some flows with contracts what would become of margins if prices moved. Its dice are its own. */
final class StressDraw {
    private static final int FIRST_TAG = 2_000_000;
    private static final int TIMES = 8;
    private static final int ONE_OF = 3;

    private final Dice dice;
    private final List<Market> markets;
    private final int accounts;

    private StressDraw(long seed, List<Market> markets, int accounts) {
        dice = new Dice(seed ^ 0x51F15EEDL << 16);
        this.markets = markets;
        this.accounts = accounts;
    }

    static List<Step> put(long seed, List<Step> steps, List<Market> markets, int accounts) {
        boolean hasContract = markets.stream().anyMatch(market -> market.contract() != null);
        if (!hasContract || seed % ONE_OF != 0) return steps;
        StressDraw draw = new StressDraw(seed, markets, accounts);
        List<Step> all = steps;
        for (int i = 0; i < TIMES; i++) {
            int place = Scenes.place(draw.dice, all);
            all = Scenes.with(all, place, List.of(draw.stress()), FIRST_TAG + i);
        }
        return all;
    }

    private Command stress() {
        int account = dice.chance(97) ? 100 + dice.below(accounts) : (int) dice.oneOf(0, 3, -1, 777);
        Market market = markets.get(dice.below(markets.size()));
        int asset = dice.chance(97) ? market.terms().quoteAsset() : (int) dice.oneOf(0, 1, 2, 77);
        int count = dice.chance(95) ? 1 + dice.below(5) : (int) dice.oneOf(0, 16, 17);
        List<Command> shocks = new ArrayList<>();
        for (int i = 0; i < count; i++) shocks.add(shock());
        return new StressMargin(account, asset, shocks);
    }

    private Command shock() {
        if (dice.chance(1)) return dice.chance(50) ? new Command.Tick() : new MarginTier(1, 1, 1);
        int instrument = dice.chance(60) ? 0 : 1 + dice.below(markets.size());
        if (dice.chance(2)) instrument = (int) dice.oneOf(-1, 77);
        long bps = dice.chance(50)
                ? dice.between(-10_000, 10_000)
                : dice.oneOf(0, 1, -1, -2_000, 2_000, -10_000, 100_000, -5_000, 33);
        if (dice.chance(1)) bps = dice.oneOf(-10_001, 100_001, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return new PriceShock(instrument, (int) bps);
    }
}
