package io.rialto.engine.simulation;

import io.rialto.engine.reference.BrokerCommand.AnswerGiveUp;
import io.rialto.engine.reference.BrokerCommand.GiveUp;
import io.rialto.engine.reference.BrokerCommand.SetAccountRole;
import io.rialto.engine.reference.ClearingCommand.BustTrade;
import io.rialto.engine.reference.ClearingCommand.CorrectTrade;
import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives trades up in some of the flows in which trades of contracts are taken back: to whoever is there, on and back, while
 * marks move and until the contract is over. Its dice are its own.
 */
final class ContractGiveUpDraw {
    private static final int TAKEN_BACK = 32, ONE_OF = 3, THIS = 1;
    private static final int FIRST_TAG = 7_000_000;
    private static final int FIRST_ACCOUNT = 100;
    private static final int QUOTE = 2;
    private static final int BUY = 1, SELL = 2, EITHER = 255;
    private static final int ACCEPT = 1, REFUSE = 2, WITHDRAW = 3;

    private final Dice dice;
    private final int accounts;
    private final List<Step> all = new ArrayList<>();
    private int tag = FIRST_TAG;
    private long nowNanos;

    private ContractGiveUpDraw(long seed, int accounts) {
        dice = new Dice(seed ^ 0x1F83D9ABL << 21);
        this.accounts = accounts;
    }

    static List<Step> putIntoTakenBack(long seed, List<Step> steps) {
        if (seed / TAKEN_BACK % ONE_OF != THIS) return steps;
        int accounts = (int) steps.stream()
                .filter(step -> step.command() instanceof Command.OpenAccount)
                .count();
        ContractGiveUpDraw draw = new ContractGiveUpDraw(seed, accounts);
        for (Step step : steps) draw.follow(step);
        return draw.all;
    }

    private void follow(Step step) {
        all.add(step);
        nowNanos = Math.max(nowNanos, step.timeNanos());
        if (step.command() instanceof Command.NewOrder && dice.chance(25)) giveUp();
        else if (dice.chance(4)) obstacle();
    }

    private void giveUp() {
        long trade = -1 - dice.weighted(8, 2, 1);
        int giver = account();
        int taker = account();
        if (taker == giver && dice.chance(90)) taker = FIRST_ACCOUNT + (giver - FIRST_ACCOUNT + 1) % accounts;
        long lots = dice.chance(96) ? 1 + dice.below(6) : dice.oneOf(0, -1, 1_000, Long.MAX_VALUE);
        int side = dice.chance(70) ? EITHER : dice.chance(50) ? BUY : SELL;
        add(new GiveUp(trade, lots, giver, taker, side));
        if (dice.chance(20)) return;
        if (dice.chance(8)) obstacle();
        answer(giver, taker);
        if (dice.chance(25)) {
            add(new GiveUp(trade, lots, taker, dice.chance(60) ? giver : account(), side));
            answer(taker, giver);
        }
        if (dice.chance(12)) add(new BustTrade(trade, 0));
        else if (dice.chance(6)) add(new CorrectTrade(trade, 90 + dice.below(20), 1 + dice.below(6)));
    }

    private void answer(int giver, int taker) {
        int answer = dice.chance(88) ? ACCEPT : dice.chance(50) ? REFUSE : WITHDRAW;
        int by = dice.chance(8) ? account() : answer == WITHDRAW ? giver : taker;
        add(new AnswerGiveUp(-1, by, answer));
        if (dice.chance(6)) add(new AnswerGiveUp(-2, taker, ACCEPT));
    }

    private void obstacle() {
        switch (dice.weighted(3, 2, 3)) {
            case 0 -> add(new SetAccountRole(account(), 1 + dice.below(3), 1 + dice.below(3)));
            case 1 -> add(new Command.SetMarkPrice(1 + dice.below(2), 60 + dice.below(80)));
            default -> add(new MoveMargin(account(), QUOTE, dice.between(-800, 400)));
        }
    }

    private int account() {
        return dice.chance(98) ? FIRST_ACCOUNT + dice.below(accounts) : (int) dice.oneOf(0, 3, 777);
    }

    private void add(Command command) {
        all.add(new Step(tag++, command, null, nowNanos));
    }
}
