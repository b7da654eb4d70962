package io.rialto.engine.reference;

/** The commands of firms; units, enums and nulls as in {@link Command}. */
public interface FirmCommand extends MarginCommand {
    /** A limit that is not given is none. */
    record SetCreditLimit(int scope, int target, int trader, int asset, long order, long open, long day)
            implements FirmCommand {}

    record SetAccountState(int account, int state) implements FirmCommand {}
}
