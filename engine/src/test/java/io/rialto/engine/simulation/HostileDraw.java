package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;

/** Orders that no door would let through. */
final class HostileDraw {
    private HostileDraw() {}

    /** One field gone wrong. */
    static Command.NewOrder order(Dice dice, Command.NewOrder from) {
        int wrong = dice.below(9);
        int code = (int) dice.oneOf(0, 3, 4, 6, 7, 128, 254, 255);
        return new Command.NewOrder(
                from.account(),
                from.instrument(),
                from.priceTicks(),
                wrong == 0 ? 0 : from.quantityLots(),
                wrong == 1 ? dice.oneOf(-1, 1, 100) : 0,
                wrong == 2 ? code : from.side(),
                wrong == 3 ? code : from.orderType(),
                wrong == 4 ? code : from.timeInForce(),
                wrong == 5 ? code : wrong == 6 ? 1 : from.postOnly(),
                wrong == 7 ? code : from.selfTradePrevention(),
                wrong == 8 ? "x".repeat(36 + dice.below(2)) : from.clientOrderId());
    }
}
