package io.rialto.feeds.listing;

import io.rialto.feeds.position.BrokenFeed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Things that are numbered without gaps from a first number on, in the order of their numbers. */
final class Register<T> {
    private final String kind;
    private final int firstNumber;
    private final List<T> items = new ArrayList<>();

    Register(String kind, int firstNumber) {
        this.kind = kind;
        this.firstNumber = firstNumber;
    }

    void add(int number, T item) {
        int expected = firstNumber + items.size();
        if (number != expected) {
            throw new BrokenFeed(kind + " numbers must have no gaps: expected=" + expected + " number=" + number);
        }
        items.add(item);
    }

    void replace(int number, T item) {
        at(number);
        items.set(number - firstNumber, item);
    }

    T at(int number) {
        int index = number - firstNumber;
        if (index < 0 || index >= items.size()) throw new BrokenFeed(kind + " must be listed: number=" + number);
        return items.get(index);
    }

    Optional<T> find(int number) {
        int index = number - firstNumber;
        return index < 0 || index >= items.size() ? Optional.empty() : Optional.of(items.get(index));
    }

    List<T> all() {
        return items;
    }

    /** Newest first, those with a number below the given one. */
    List<T> before(long number, int limit) {
        int to = (int) Math.max(0, Math.min(items.size(), number - firstNumber));
        List<T> page = new ArrayList<>(items.subList(Math.max(0, to - limit), to));
        Collections.reverse(page);
        return page;
    }
}
