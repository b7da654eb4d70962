package io.rialto.engine.simulation;

import io.rialto.engine.reference.BrokerCommand.AnswerGiveUp;
import io.rialto.engine.reference.BrokerCommand.GiveUp;
import io.rialto.engine.reference.BrokerCommand.SetAccountRole;
import io.rialto.engine.reference.Command;
import java.util.ArrayList;
import java.util.List;

/** Sets roles in some flows, and gives trades up: here and there, and in scenes of their own. Its dice are its own. */
final class GiveUpDraw {
    private static final int FIRST_TAG = 5_000_000;
    private static final int ONE_OF = 5;
    private static final int THIS = 3;
    private static final int SCENES = 5;

    private final Dice dice;
    private final List<Market> markets;
    private final int accounts;

    private GiveUpDraw(long seed, List<Market> markets, int accounts) {
        dice = new Dice(seed ^ 0x5BE0CD19L << 16);
        this.markets = markets;
        this.accounts = accounts;
    }

    static List<Step> put(long seed, List<Step> steps, List<Market> markets, int accounts) {
        if (seed % ONE_OF != THIS) return steps;
        GiveUpDraw draw = new GiveUpDraw(seed, markets, accounts);
        List<Step> all = steps;
        int times = 3 + draw.dice.below(12);
        for (int i = 0; i < times; i++) {
            int place = all.size() / 6 + draw.dice.below(all.size() - all.size() / 6);
            all = Scenes.with(all, place, List.of(draw.command()), FIRST_TAG + i);
        }
        for (int i = 0; i < SCENES && markets.get(0).contract() == null; i++) {
            int place = Scenes.place(draw.dice, all);
            List<Step> before = all.subList(0, place);
            List<Step> whole = new ArrayList<>(all);
            whole.addAll(place, draw.scene(FIRST_TAG + 100 + 100 * i, before));
            all = whole;
        }
        return all;
    }

    private List<Step> scene(int tag, List<Step> before) {
        FirmScene scene = new FirmScene(markets.get(0), tag, FirmScene.latestNanos(before));
        List<Integer> firms = FirmScene.firms(before);
        new GiveUpScene(dice, scene, firms, accounts).play();
        return scene.steps();
    }

    private Command command() {
        return switch (dice.weighted(4, 5, 3)) {
            case 0 -> new SetAccountRole(account(), dice.chance(60) ? 1 : code(3), code(3));
            case 1 ->
                new GiveUp(trade(), lots(), account(), account(), dice.chance(90) ? (int) dice.oneOf(1, 2, 255) : 3);
            default -> new AnswerGiveUp(dice.chance(90) ? -1 : dice.oneOf(0, 1, 1L << 40), account(), code(3));
        };
    }

    private int code(int most) {
        return dice.chance(97) ? 1 + dice.below(most) : (int) dice.oneOf(0, most + 1, 255);
    }

    private long lots() {
        if (dice.chance(4)) return dice.oneOf(0, -1, Long.MAX_VALUE);
        return 1 + dice.below(8);
    }

    private long trade() {
        return dice.chance(4) ? dice.oneOf(0, 1L << 40, 1) : -1 - dice.below(3);
    }

    private int account() {
        return dice.chance(96) ? 100 + dice.below(accounts) : (int) dice.oneOf(0, 3, -1, 777);
    }
}
