package io.rialto.engine.reference;

/** The commands of brokers; units, enums and nulls as in {@link Command}. */
public interface BrokerCommand extends ClearingCommand {
    record SetAccountRole(int account, int role, int capacity) implements BrokerCommand {}

    record GiveUp(long trade, long lots, int account, int taker, int side) implements BrokerCommand {}

    record AnswerGiveUp(long giveUp, int account, int answer) implements BrokerCommand {}
}
