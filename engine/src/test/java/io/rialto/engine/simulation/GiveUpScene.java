package io.rialto.engine.simulation;

import io.rialto.engine.reference.BrokerCommand.AnswerGiveUp;
import io.rialto.engine.reference.BrokerCommand.GiveUp;
import io.rialto.engine.reference.BrokerCommand.SetAccountRole;
import io.rialto.engine.reference.ClearingCommand.BustTrade;
import io.rialto.engine.reference.ClearingCommand.CorrectTrade;
import io.rialto.engine.reference.ClearingCommand.RunSettlement;
import io.rialto.engine.reference.ClearingCommand.SetSettlementTerms;
import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.ChangeAccountLimit;
import io.rialto.engine.reference.ControlCommand.Resume;
import io.rialto.engine.reference.ControlCommand.Suspend;
import io.rialto.engine.reference.FirmCommand.SetAccountState;
import io.rialto.engine.reference.FirmCommand.SetCreditLimit;
import java.util.List;

/**
 * Two trade in a market that settles later, and each gives up: to one who has just what that takes, or a little less; in whole
 * and in parts, on to others and back; until the trade is busted, corrected or settled.
 */
final class GiveUpScene {
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int BUY = 1, SELL = 2, EITHER = 255;
    private static final int ACCEPT = 1, REFUSE = 2, WITHDRAW = 3;
    private static final int FULL = 1, EXECUTING = 2, CLEARING = 3;
    private static final int RESTRICTED = 7;
    private static final int ACCOUNT = 2;

    private final Dice dice;
    private final FirmScene scene;
    private final List<Integer> firms;
    private final int units;
    private final int buyer;
    private final int seller;
    private final int taker;
    private final int other;
    private final int takersFirm;

    GiveUpScene(Dice dice, FirmScene scene, List<Integer> firms, int accounts) {
        this.dice = dice;
        this.scene = scene;
        this.firms = firms;
        units = 1 + dice.below(4);
        int next = 100 + firms.size();
        buyer = 100 + dice.below(accounts);
        seller = next;
        taker = next + 1;
        other = next + 2;
        takersFirm = dice.below(3);
    }

    void play() {
        open();
        scene.rests(buyer, true, units);
        scene.takes(seller, false, units);
        if (dice.chance(15)) selfTrade();
        if (dice.chance(15)) lotByLot();
        else if (dice.chance(25)) withinCredit();
        for (int i = 2 + dice.below(4); i > 0; i--) {
            giveUp();
            if (dice.chance(25)) obstacle();
        }
        if (dice.chance(70)) end();
        if (dice.chance(60)) settle();
        if (dice.chance(40)) scene.add(new BustTrade(-1, dice.below(2)));
    }

    private void open() {
        scene.add(new Command.OpenAccount(dice.below(3), 0, 0));
        scene.add(new Command.OpenAccount(takersFirm, 0, 0));
        scene.add(new Command.OpenAccount(dice.chance(50) ? takersFirm : dice.below(3), 0, 0));
        scene.clear(firms.size());
        int days = dice.chance(93) ? 1 + dice.below(2) : 0;
        scene.add(new SetSettlementTerms(FirmScene.INSTRUMENT, DAY_NANOS, days, dice.below(2), 0));
        scene.funds(buyer);
        long base = (long) Math.min(scene.market.lotBase() * scene.unit * units, 1e15);
        long quote = scene.worth(units);
        deposit(seller, scene.market.terms().baseAsset(), base);
        if (dice.chance(50)) scene.funds(seller);
        exactly(taker, base, quote);
        if (dice.chance(60)) scene.funds(other);
        else exactly(other, base, quote);
    }

    private void exactly(int account, long base, long quote) {
        deposit(account, scene.market.terms().quoteAsset(), quote - dice.below(2));
        deposit(account, scene.market.terms().baseAsset(), base - (dice.chance(25) ? 1 : 0));
    }

    private void deposit(int account, int asset, long minor) {
        scene.add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, asset, Math.max(1, minor)));
    }

    /** Who bought sells to himself, and so has both sides. */
    private void selfTrade() {
        scene.rests(buyer, true, units);
        scene.takes(buyer, false, units);
    }

    /** To the last one, which takes all that rounding left. */
    private void lotByLot() {
        boolean isBuy = dice.chance(50);
        int giver = isBuy ? buyer : seller;
        for (long left = Math.min(8, units * scene.unit); left > 0; left--) {
            scene.add(new GiveUp(-1, 1, giver, other, isBuy ? BUY : SELL));
            scene.add(new AnswerGiveUp(-1, other, ACCEPT));
        }
    }

    /** Just one unit's worth of a day; or none of the firm's, which what stays in the firm does not need. */
    private void withinCredit() {
        int asset = scene.market.terms().quoteAsset();
        boolean isFirm = dice.chance(50) && takersFirm != 0;
        int scope = isFirm ? 1 : 2;
        int target = isFirm ? takersFirm : other;
        if (isFirm) passes(buyer, taker);
        long day = isFirm ? 0 : scene.worth(1);
        scene.add(new SetCreditLimit(scope, target, 0, asset, Command.NULL, Command.NULL, day));
        for (int i = 0; i < 2; i++) passes(isFirm ? taker : buyer, other);
        scene.add(new SetCreditLimit(scope, target, 0, asset, Command.NULL, Command.NULL, Command.NULL));
    }

    private void passes(int giver, int to) {
        scene.add(new GiveUp(-1, scene.unit, giver, to, BUY));
        scene.add(new AnswerGiveUp(-1, to, ACCEPT));
    }

    private void giveUp() {
        boolean isBuy = dice.chance(50);
        int giver = isBuy ? buyer : seller;
        int to = dice.chance(70) ? taker : other;
        if (dice.chance(25)) {
            int swapped = to;
            to = dice.chance(80) ? giver : other;
            giver = swapped;
        }
        long lots = dice.chance(45) ? units * scene.unit : 1 + dice.below((int) Math.min(9, units * scene.unit));
        if (dice.chance(4)) lots = units * scene.unit + 1;
        int side = dice.chance(60) ? EITHER : isBuy ? BUY : SELL;
        scene.add(new GiveUp(-1, lots, giver, to, side));
        if (dice.chance(20)) scene.add(new GiveUp(-1, 1, giver, other, side));
        if (dice.chance(20)) obstacle();
        if (dice.chance(12)) scene.add(new GiveUp(-1, 1, dice.chance(50) ? giver : other, to, side));
        answer(giver, to);
    }

    private void answer(int giver, int to) {
        int answer = dice.chance(82) ? ACCEPT : dice.chance(50) ? REFUSE : WITHDRAW;
        int by = answer == WITHDRAW ? giver : to;
        if (dice.chance(15)) by = dice.chance(70) ? other : giver;
        scene.add(new AnswerGiveUp(-1, by, answer));
        if (dice.chance(8)) scene.add(new AnswerGiveUp(-1, by, answer));
        if (dice.chance(15)) scene.add(new AnswerGiveUp(-2, to, ACCEPT));
    }

    private void obstacle() {
        int who = dice.chance(70) ? taker : other;
        switch (dice.below(7)) {
            case 0 ->
                scene.add(new SetAccountRole(who, (int) dice.oneOf(FULL, EXECUTING, CLEARING), 1 + dice.below(3)));
            case 1 -> scene.add(new SetAccountState(who, 1 + dice.below(3)));
            case 2 -> scene.add(dice.chance(60) ? new Suspend(ACCOUNT, who, 0) : new Resume(ACCOUNT, who));
            case 3 -> scene.add(new ChangeAccountLimit(who, FirmScene.INSTRUMENT, RESTRICTED, dice.below(2)));
            case 4 -> credit(who);
            case 5 ->
                scene.add(new Command.BeginTransfer(
                        Command.Begin.BEGIN_WITHDRAWAL,
                        who,
                        scene.market.terms().quoteAsset(),
                        1));
            default -> roleAndOrder(who);
        }
    }

    private void roleAndOrder(int who) {
        scene.add(new SetAccountRole(who, CLEARING, 1));
        scene.rests(who, true, 1);
        scene.add(new SetAccountRole(who, FULL, 1));
    }

    private void credit(int who) {
        boolean isFirm = dice.chance(50) && takersFirm != 0;
        long limit = dice.oneOf(0, scene.worth(1), scene.worth(units), Command.NULL);
        int asset = scene.market.terms().quoteAsset();
        boolean isOfDay = dice.chance(60);
        scene.add(new SetCreditLimit(
                isFirm ? 1 : 2,
                isFirm ? takersFirm : who,
                0,
                asset,
                dice.chance(20) ? limit : Command.NULL,
                isOfDay ? Command.NULL : limit,
                isOfDay ? limit : Command.NULL));
    }

    private void end() {
        if (dice.chance(25)) scene.add(new CorrectTrade(-1, scene.ticks + 1, scene.unit * units));
        else scene.add(new BustTrade(-1, 0));
    }

    private void settle() {
        if (dice.chance(60)) scene.add(new GiveUp(-1, 1, buyer, other, EITHER));
        scene.passes(5 * DAY_NANOS);
        for (int i = 0; i < 3; i++) {
            scene.add(new RunSettlement((int) (scene.nowNanos() / DAY_NANOS)));
            scene.passes(DAY_NANOS);
        }
        if (dice.chance(50)) scene.add(new AnswerGiveUp(-1, other, ACCEPT));
    }
}
