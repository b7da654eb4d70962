package io.rialto.engine.simulation;

import io.rialto.engine.reference.BrokerCommand.AnswerGiveUp;
import io.rialto.engine.reference.BrokerCommand.GiveUp;
import io.rialto.engine.reference.ClearingCommand.BustTrade;
import io.rialto.engine.reference.ClearingCommand.CorrectTrade;
import io.rialto.engine.reference.Command;

/** Flows count trades and give-ups back from the last one made; here that becomes its number. */
final class TradesBack {
    private TradesBack() {}

    static Command resolved(Command command, long lastTrade, long lastGiveUp) {
        if (command instanceof GiveUp offer && offer.trade() < 0)
            return new GiveUp(
                    lastTrade + 1 + offer.trade(), offer.lots(), offer.account(), offer.taker(), offer.side());
        if (command instanceof AnswerGiveUp answer && answer.giveUp() < 0)
            return new AnswerGiveUp(lastGiveUp + 1 + answer.giveUp(), answer.account(), answer.answer());
        if (command instanceof BustTrade bust && bust.trade() < 0)
            return new BustTrade(lastTrade + 1 + bust.trade(), bust.isSettled());
        if (command instanceof CorrectTrade correct && correct.trade() < 0)
            return new CorrectTrade(lastTrade + 1 + correct.trade(), correct.priceTicks(), correct.lots());
        return command;
    }
}
