package io.rialto.feeds.prints;

/**
 * Is told what becomes of an instrument's kept trades.
 *
 * <p>Threading: the writing thread, between the position's enter and leave.
 */
public interface PrintWatch {
    /** The newest trade stands in the log. */
    void onPrint(PrintLog log, long index);

    /** A trade no longer stands; its row still says what it was. */
    void onTakenOut(PrintLog log, long index);

    /** A trade stands again, as its row says now. */
    void onPutBack(PrintLog log, long index);

    /** Rows below are about to be forgotten. */
    void onForgetting(PrintLog log, long below);

    /**
     * What was kept is counted in finer grains: so many times what it was.
     *
     * @throws ArithmeticException when something is too large for that: then it is lost
     */
    void onFiner(PrintLog log, long priceFactor, long lotFactor);

    /** Nothing of the instrument can be told in its new grains: all begins anew. */
    void onLost(PrintLog log);
}
