package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Flows name what their own steps made; here the names become the numbers that the venue gave. */
final class MadeNumbers {
    private final Map<Long, Long> numbers = new HashMap<>();
    private long lastTrade;
    private long lastGiveUp;

    Command resolved(Command command) {
        if (command instanceof Command.CancelOrder cancel) {
            return new Command.CancelOrder(cancel.account(), number(cancel.order()));
        } else if (command instanceof Command.AmendOrder amend) {
            return new Command.AmendOrder(
                    amend.account(), number(amend.order()), amend.priceTicks(), amend.quantityLots());
        } else if (command instanceof Command.AmendDisplay amend) {
            return new Command.AmendDisplay(amend.account(), number(amend.order()), amend.displayLots());
        } else if (command instanceof Command.EndTransfer end) {
            return new Command.EndTransfer(end.kind(), number(end.transfer()));
        } else if (command instanceof Command.AmendTrigger amend) {
            return new Command.AmendTrigger(
                    amend.account(),
                    number(amend.order()),
                    amend.triggerTicks(),
                    amend.priceTicks(),
                    amend.quantityLots());
        } else if (command instanceof Command.ReplaceOrder replace) {
            return new Command.ReplaceOrder(
                    replace.account(), number(replace.order()), replace.mode(), replace.replacement());
        } else if (command instanceof Command.OrderBatch batch) {
            return new Command.OrderBatch(
                    batch.account(),
                    batch.mode(),
                    batch.operations().stream().map(this::resolved).toList());
        }
        return TradesBack.resolved(command, lastTrade, lastGiveUp);
    }

    private long number(long named) {
        return numbers.getOrDefault(named, named);
    }

    /** What was made by the step with this tag, in the order of its events. */
    void remember(int tag, List<String> lines) {
        int made = 0;
        for (String line : lines) {
            if (line.startsWith("TradeExecuted: trade=") || line.startsWith("ContractTradeCorrected: trade="))
                lastTrade = number(line);
            if (line.startsWith("GiveUpRequested: giveUp=")) lastGiveUp = number(line);
            boolean isMade = line.startsWith("OrderAccepted: order=") || line.contains(": transfer=");
            if (!isMade) continue;
            numbers.putIfAbsent(Step.madeBy(tag, made++), number(line));
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(line.indexOf('=') + 1, line.indexOf('|')));
    }
}
