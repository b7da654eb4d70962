package io.rialto.engine.simulation;

import io.rialto.engine.reference.ClearingCommand.BustTrade;
import io.rialto.engine.reference.ClearingCommand.CorrectTrade;
import io.rialto.engine.reference.Command;

/** Flows count trades back from the last one made; here that becomes the trade's number. */
final class TradesBack {
    private TradesBack() {}

    static Command resolved(Command command, long lastTrade) {
        if (command instanceof BustTrade bust && bust.trade() < 0)
            return new BustTrade(lastTrade + 1 + bust.trade(), bust.isSettled());
        if (command instanceof CorrectTrade correct && correct.trade() < 0)
            return new CorrectTrade(lastTrade + 1 + correct.trade(), correct.priceTicks(), correct.lots());
        return command;
    }
}
