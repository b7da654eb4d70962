package io.rialto.feeds.statements;

/** Is told of every movement of money as it is kept. Threading: the writing thread. */
public interface MovementWatch {
    void moved(int account, int asset, MovementKind kind, long amountMinor);
}
