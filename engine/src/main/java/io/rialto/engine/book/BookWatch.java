package io.rialto.engine.book;

/** Hears what comes into a book and what leaves it, as it happens. What is filled is not told: a fill says so itself. */
public interface BookWatch {
    /** The order stands in the book now, with all of its open lots. */
    void rested(int slot);

    /** The order is out of the book; its record still says its price and what was open. */
    void removed(int slot);

    /** The order got smaller by so many lots and keeps its place. */
    void reduced(int slot, long lots);
}
